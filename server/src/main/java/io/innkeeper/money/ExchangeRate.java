package io.innkeeper.money;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A published price of one US dollar.
 *
 * @param currency ISO 4217, what the dollar is paid in
 * @param value units of the currency for one US dollar, with the decimals it was published with
 * @param effective the day it was published for
 * @param source who says so, for example {@code NBP A} or {@code ECB}
 * @param document the table's own number, for example {@code 220/A/NBP/2026}; empty if it has none
 * @param fallback whether it stands in for one that should be there; shown wherever it is used
 */
public record ExchangeRate(
    String currency,
    BigDecimal value,
    LocalDate effective,
    String source,
    String document,
    boolean fallback) {

  public ExchangeRate {
    if (value.signum() <= 0) throw new IllegalArgumentException("no rate: " + value);
  }

  /** An amount in the currency, not rounded yet. */
  public BigDecimal of(Usd amount) {
    return amount.decimal().multiply(value);
  }
}
