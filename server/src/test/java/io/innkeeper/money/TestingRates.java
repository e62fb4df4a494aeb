package io.innkeeper.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Rates of the złoty that a test publishes by hand. */
public final class TestingRates implements ExchangeRates {
  private final TreeMap<LocalDate, ExchangeRate> published = new TreeMap<>();

  public TestingRates publish(String day, String value, String document) {
    return publish(day, value, document, false);
  }

  public TestingRates publish(String day, String value, String document, boolean fallback) {
    LocalDate date = LocalDate.parse(day);
    published.put(
        date, new ExchangeRate("PLN", new BigDecimal(value), date, "NBP A", document, fallback));
    return this;
  }

  @Override
  public Optional<ExchangeRate> applyingTo(LocalDate day, String currency) {
    if (!currency.equals("PLN")) return Optional.empty();
    return Optional.ofNullable(published.lowerEntry(day)).map(java.util.Map.Entry::getValue);
  }

  @Override
  public NavigableMap<LocalDate, ExchangeRate> applyingTo(
      LocalDate from, LocalDate to, String currency) {
    NavigableMap<LocalDate, ExchangeRate> days = new TreeMap<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      LocalDate its = day;
      applyingTo(day, currency).ifPresent(rate -> days.put(its, rate));
    }
    return days;
  }

  @Override
  public List<ExchangeRate> published(LocalDate from, LocalDate to, String currency) {
    if (!currency.equals("PLN")) return List.of();
    return new ArrayList<>(published.subMap(from, true, to, true).values());
  }
}
