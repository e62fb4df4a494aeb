package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import java.time.LocalDate;

/**
 * Something entered the ledger that no gateway settled.
 *
 * @param day of the organisation, on which it counts
 * @param released the worst case that need no longer be held
 * @param cost what was spent instead; negative for what is given back
 */
public record SpendChange(Share share, LocalDate day, Usd released, Usd cost) {}
