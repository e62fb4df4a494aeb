package io.innkeeper.usage;

import io.innkeeper.money.ExchangeRate;
import io.innkeeper.money.ExchangeRates;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The rate that applies to each day of a period; USD needs none. */
public record RatedDays(String currency, NavigableMap<LocalDate, ExchangeRate> rates) {
  private static final String DOLLAR = "USD";

  public static RatedDays of(ExchangeRates known, LocalDate from, LocalDate to, String currency) {
    return currency.equals(DOLLAR)
        ? new RatedDays(DOLLAR, new TreeMap<>())
        : new RatedDays(currency, known.applyingTo(from, to, currency));
  }

  public Optional<ExchangeRate> of(LocalDate day) {
    return Optional.ofNullable(rates.get(day));
  }

  /** The latest of them. */
  public Optional<ExchangeRate> last() {
    return rates.isEmpty() ? Optional.empty() : Optional.of(rates.lastEntry().getValue());
  }

  /** Whether there is anything to convert into. */
  public boolean wanted() {
    return !currency.equals(DOLLAR);
  }
}
