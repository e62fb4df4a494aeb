package io.innkeeper.budget;

import io.innkeeper.money.Usd;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * How one account stands.
 *
 * @param spent known cost of the month
 * @param reserved worst case of calls whose cost isn't known yet
 * @param resets when the next month begins
 */
public record Standing(
    Scope scope, YearMonth month, Usd spent, Usd reserved, Optional<Limit> limit, Instant resets) {

  /** What may still be reserved; empty without a limit. */
  public Optional<Usd> left() {
    return limit.map(known -> known.amount().minus(spent).minus(reserved));
  }
}
