package io.innkeeper.usage;

import java.time.Instant;

/**
 * One line of the ledger; never changed, never removed.
 *
 * @param line counts from 1 without gaps
 * @param batch the lines of one batch were written together
 */
public record LedgerLine(long line, long batch, Instant writtenAt, LedgerEntry entry) {}
