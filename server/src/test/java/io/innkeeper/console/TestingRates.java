package io.innkeeper.console;

import io.innkeeper.money.ExchangeRate;
import io.innkeeper.money.ExchangeRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Rates of the zloty that a test publishes by hand. */
final class TestingRates implements ExchangeRates {
  private final NavigableMap<LocalDate, ExchangeRate> all = new TreeMap<>();

  void publish(LocalDate day, String value) {
    publish(day, value, false);
  }

  void publish(LocalDate day, String value, boolean fallback) {
    String table = "%d/A/NBP/%d".formatted(day.getDayOfYear() * 5 / 7, day.getYear());
    all.put(day, new ExchangeRate("PLN", new BigDecimal(value), day, "NBP A", table, fallback));
  }

  void forget() {
    all.clear();
  }

  @Override
  public Optional<ExchangeRate> applyingTo(LocalDate day, String currency) {
    if (!currency.equals("PLN")) return Optional.empty();
    return Optional.ofNullable(all.lowerEntry(day)).map(entry -> entry.getValue());
  }

  @Override
  public NavigableMap<LocalDate, ExchangeRate> applyingTo(
      LocalDate from, LocalDate to, String currency) {
    NavigableMap<LocalDate, ExchangeRate> found = new TreeMap<>();
    from.datesUntil(to.plusDays(1))
        .forEach(day -> applyingTo(day, currency).ifPresent(rate -> found.put(day, rate)));
    return found;
  }

  @Override
  public List<ExchangeRate> published(LocalDate from, LocalDate to, String currency) {
    return List.copyOf(all.subMap(from, true, to, true).values());
  }
}
