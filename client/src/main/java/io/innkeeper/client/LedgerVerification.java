package io.innkeeper.client;

import java.util.List;

/**
 * What a check of the whole ledger found.
 *
 * @param whole whether every sum follows from the lines and no line is missing
 * @param conflicts calls kept aside because another one has their generation id
 * @param unreadable records of journals that could not be understood
 * @param differences what does not fit, a sentence each
 */
public record LedgerVerification(
    boolean whole, long lines, long conflicts, long unreadable, List<String> differences) {}
