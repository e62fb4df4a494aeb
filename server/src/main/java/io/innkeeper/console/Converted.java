package io.innkeeper.console;

import io.innkeeper.money.ExchangeRate;
import io.innkeeper.money.ExchangeRates;
import io.innkeeper.money.Usd;
import io.innkeeper.usage.SpendGrid.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Amounts of days in a currency, each day at the rate that applies to it and none rounded. Where a
 * rate is missing for a day that costs something, all stays in US dollars: a sum of some of the
 * days would be a wrong one.
 *
 * @param wanted the currency that was asked for
 * @param missing on how many days that cost something no rate is known
 */
record Converted(String wanted, NavigableMap<LocalDate, ExchangeRate> rates, long missing) {
  static final String USD = "USD";

  /** For the days of these sums. */
  static Converted of(
      ExchangeRates known, String currency, LocalDate from, LocalDate to, List<Cell> cells) {
    if (currency.equals(USD)) return new Converted(currency, new TreeMap<>(), 0);
    NavigableMap<LocalDate, ExchangeRate> rates = known.applyingTo(from, to, currency);
    long missing =
        cells.stream()
            .filter(cell -> !cell.sum().billed().isZero() && !rates.containsKey(cell.day()))
            .map(Cell::day)
            .distinct()
            .count();
    return new Converted(currency, rates, missing);
  }

  /** For what is in force on a day and costs something then, such as prices. */
  static Converted at(ExchangeRates known, String currency, LocalDate day) {
    if (currency.equals(USD)) return new Converted(currency, new TreeMap<>(), 0);
    NavigableMap<LocalDate, ExchangeRate> rates = known.applyingTo(day, day, currency);
    return new Converted(currency, rates, rates.isEmpty() ? 1 : 0);
  }

  /** What amounts are really in. */
  String currency() {
    return missing > 0 ? USD : wanted;
  }

  boolean dollars() {
    return currency().equals(USD);
  }

  BigDecimal amount(LocalDate day, Usd usd) {
    if (dollars()) return usd.decimal();
    return rate(day).map(rate -> rate.of(usd)).orElse(BigDecimal.ZERO);
  }

  /** A price in US dollars at the rate of the last day, for what has no amount of its own. */
  BigDecimal price(BigDecimal usd) {
    return latest().map(rate -> usd.multiply(rate.value())).orElse(usd);
  }

  /** The exact sum. */
  BigDecimal sum(List<Cell> cells) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Cell cell : cells) sum = sum.add(amount(cell.day(), cell.sum().billed()));
    return sum;
  }

  Optional<ExchangeRate> rate(LocalDate day) {
    return Optional.ofNullable(rates.get(day));
  }

  /** The rate of the last of the days. */
  Optional<ExchangeRate> latest() {
    return dollars() || rates.isEmpty()
        ? Optional.empty()
        : Optional.of(rates.lastEntry().getValue());
  }

  /** Whether the rate of a day stands in for one that should be there. */
  boolean fallback(LocalDate day) {
    return !dollars() && rate(day).filter(ExchangeRate::fallback).isPresent();
  }

  /** Whether any rate stands in for one that should be there. */
  boolean fallback() {
    return !dollars() && rates.values().stream().anyMatch(ExchangeRate::fallback);
  }
}
