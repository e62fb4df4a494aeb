package io.innkeeper.statement;

import io.innkeeper.money.ExchangeRate;
import io.innkeeper.money.ExchangeRates;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Rates of złoty that a test publishes, as a bank would on each Monday to Friday. A rate that
 * applies is flagged where such a day's table isn't there, stands in for a month, and is known of
 * no day later than tomorrow.
 */
final class TestingRates implements ExchangeRates {
  private static final ZoneId BANK = ZoneId.of("Europe/Warsaw");
  private static final int OLDEST = 31;

  private final Clock clock;
  private final NavigableMap<LocalDate, ExchangeRate> published = new TreeMap<>();

  private Runnable meanwhile = () -> {};

  TestingRates(Clock clock) {
    this.clock = clock;
  }

  /** What happens, once, while somebody asks for a rate. */
  void meanwhile(Runnable happening) {
    meanwhile = happening;
  }

  /** All tables from a day to a day, at one price. */
  TestingRates daily(String from, String to, String value) {
    LocalDate.parse(from)
        .datesUntil(LocalDate.parse(to).plusDays(1))
        .filter(TestingRates::expected)
        .forEach(day -> publish(day.toString(), value));
    return this;
  }

  /** A table of a day. */
  TestingRates publish(String day, String value) {
    return publish(day, value, false);
  }

  /** One that stands in for another. */
  TestingRates standIn(String day, String value) {
    return publish(day, value, true);
  }

  private TestingRates publish(String day, String value, boolean fallback) {
    LocalDate effective = LocalDate.parse(day);
    published.put(
        effective,
        new ExchangeRate(
            "PLN", new BigDecimal(value), effective, "NBP A", "1/A/NBP/" + day, fallback));
    return this;
  }

  @Override
  public Optional<ExchangeRate> applyingTo(LocalDate day, String currency) {
    Runnable happening = meanwhile;
    meanwhile = () -> {};
    happening.run();
    if (!currency.equals("PLN")) return Optional.empty();
    if (day.isAfter(LocalDate.ofInstant(clock.instant(), BANK).plusDays(1)))
      return Optional.empty();
    return Optional.ofNullable(published.lowerEntry(day))
        .map(Map.Entry::getValue)
        .filter(rate -> !rate.effective().isBefore(day.minusDays(OLDEST)))
        .map(rate -> missing(rate.effective(), day) ? standingIn(rate) : rate);
  }

  private static boolean missing(LocalDate last, LocalDate day) {
    return last.plusDays(1).datesUntil(day).anyMatch(TestingRates::expected);
  }

  private static boolean expected(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
  }

  private static ExchangeRate standingIn(ExchangeRate rate) {
    return new ExchangeRate(
        rate.currency(), rate.value(), rate.effective(), rate.source(), rate.document(), true);
  }

  @Override
  public NavigableMap<LocalDate, ExchangeRate> applyingTo(
      LocalDate from, LocalDate to, String currency) {
    NavigableMap<LocalDate, ExchangeRate> days = new TreeMap<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      LocalDate asked = day;
      applyingTo(day, currency).ifPresent(rate -> days.put(asked, rate));
    }
    return days;
  }

  @Override
  public List<ExchangeRate> published(LocalDate from, LocalDate to, String currency) {
    if (!currency.equals("PLN")) return List.of();
    return List.copyOf(published.subMap(from, true, to, true).values());
  }
}
