package io.innkeeper.statement;

import io.innkeeper.money.ExchangeRate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How dollars became the statement's currency.
 *
 * @param value the one rate of the whole month; empty if each day has its own
 * @param rates those it rests on, ascending by day; empty for a statement in dollars
 */
public record Conversion(Policy policy, Optional<BigDecimal> value, List<ExchangeRate> rates) {
  /** Which rate is taken. */
  public enum Policy {
    /** Each day's usage at the rate that applied to that day. */
    EACH_DAY,
    /** All at the last rate that was published in the month. */
    LAST_DAY,
    /** All at the mean of the rates published in the month, rounded half up to four decimals. */
    AVERAGE
  }

  public Conversion {
    rates = List.copyOf(rates);
  }

  /** Whether a rate had to stand in for a missing one. */
  public boolean fallback() {
    return rates.stream().anyMatch(ExchangeRate::fallback);
  }
}
