package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something entered the ledger that no gateway settled.
 *
 * @param person whom budgets of persons count it to: the share's, if a signature proved them
 * @param day of the organisation, on which it counts
 * @param released the worst case that need no longer be held
 * @param cost what was spent instead; negative for what is given back
 */
public record SpendChange(
    Share share, Optional<String> person, LocalDate day, Usd released, Usd cost) {}
