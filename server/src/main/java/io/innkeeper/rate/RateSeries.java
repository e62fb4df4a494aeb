package io.innkeeper.rate;

import io.innkeeper.money.ExchangeRate;
import io.innkeeper.rate.RateStore.Quote;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * All that is known of one currency's price for a dollar. Immutable.
 *
 * <p>Złoty are taken from NBP's table A. Other currencies cross in the ECB's table: units for one
 * euro divided by dollars for one euro. What the ECB doesn't quote crosses in NBP's tables.
 */
final class RateSeries {
  /** A rate that is older stands in for nothing. */
  private static final int OLDEST = 31;

  /** Digits of a quotient; nothing is rounded before the amount is. */
  private static final MathContext EXACT = new MathContext(20, RoundingMode.HALF_UP);

  private static final String USD = "USD";

  private final Source source;
  private final NavigableMap<LocalDate, ExchangeRate> rates;
  private final NavigableMap<LocalDate, String> tables;

  private RateSeries(
      Source source,
      NavigableMap<LocalDate, ExchangeRate> rates,
      NavigableMap<LocalDate, String> tables) {
    this.source = source;
    this.rates = rates;
    this.tables = tables;
  }

  /** Reads what is known of a currency other than the dollar. */
  static RateSeries read(Handle handle, RateStore store, String currency) {
    if (currency.equals("PLN")) return zloty(handle, store);
    NavigableMap<LocalDate, Quote> dollars = store.quotes(handle, Source.ECB, USD);
    if (currency.equals("EUR") || store.lists(handle, Source.ECB, currency))
      return byEuro(currency, dollars, store.quotes(handle, Source.ECB, currency));
    Source table =
        store.lists(handle, Source.NBP_A, currency) || !store.lists(handle, Source.NBP_B, currency)
            ? Source.NBP_A
            : Source.NBP_B;
    // While the ECB was never read, nobody knows whether it quotes the currency.
    return byZloty(
        currency,
        table,
        store.quotes(handle, Source.NBP_A, USD),
        store.quotes(handle, table, currency),
        dollars.isEmpty());
  }

  private static RateSeries zloty(Handle handle, RateStore store) {
    NavigableMap<LocalDate, ExchangeRate> rates = new TreeMap<>();
    NavigableMap<LocalDate, Quote> mids = store.quotes(handle, Source.NBP_A, USD);
    mids.forEach(
        (day, mid) ->
            rates.put(
                day,
                new ExchangeRate(
                    "PLN", mid.value(), day, Source.NBP_A.word(), mid.document(), false)));
    return new RateSeries(Source.NBP_A, rates, documents(mids));
  }

  private static RateSeries byEuro(
      String currency,
      NavigableMap<LocalDate, Quote> dollars,
      NavigableMap<LocalDate, Quote> units) {
    NavigableMap<LocalDate, ExchangeRate> rates = new TreeMap<>();
    boolean euro = currency.equals("EUR");
    dollars.forEach(
        (day, dollar) -> {
          Quote quote = euro ? new Quote(BigDecimal.ONE, "") : units.get(day);
          if (quote == null) return;
          BigDecimal value = quotient(quote.value(), dollar.value());
          rates.put(day, new ExchangeRate(currency, value, day, Source.ECB.word(), "", false));
        });
    return new RateSeries(Source.ECB, rates, documents(dollars));
  }

  private static RateSeries byZloty(
      String currency,
      Source table,
      NavigableMap<LocalDate, Quote> dollars,
      NavigableMap<LocalDate, Quote> units,
      boolean standsIn) {
    NavigableMap<LocalDate, ExchangeRate> rates = new TreeMap<>();
    units.forEach(
        (day, unit) -> {
          Quote dollar = dollars.get(day);
          if (dollar == null) return;
          BigDecimal value = quotient(dollar.value(), unit.value());
          boolean same = table == Source.NBP_A;
          rates.put(
              day,
              new ExchangeRate(
                  currency,
                  value,
                  day,
                  same ? table.word() : Source.NBP_A.word() + ", " + table.word(),
                  same ? unit.document() : dollar.document() + ", " + unit.document(),
                  standsIn));
        });
    return new RateSeries(table, rates, documents(table == Source.NBP_A ? dollars : units));
  }

  private static NavigableMap<LocalDate, String> documents(NavigableMap<LocalDate, Quote> quotes) {
    NavigableMap<LocalDate, String> tables = new TreeMap<>();
    quotes.forEach((day, quote) -> tables.put(day, quote.document()));
    return tables;
  }

  private static BigDecimal quotient(BigDecimal units, BigDecimal dollars) {
    BigDecimal value = units.divide(dollars, EXACT).stripTrailingZeros();
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  /** Where its rates come from. */
  Source source() {
    return source;
  }

  List<ExchangeRate> published(LocalDate from, LocalDate to) {
    return List.copyOf(rates.subMap(from, true, to, true).values());
  }

  /** The latest one published for a day before; flagged if a later one should be there. */
  Optional<ExchangeRate> applyingTo(LocalDate day) {
    Map.Entry<LocalDate, ExchangeRate> last = rates.lowerEntry(day);
    if (last == null || last.getKey().isBefore(day.minusDays(OLDEST))) return Optional.empty();
    ExchangeRate rate = last.getValue();
    if (rate.fallback() || !missing(last.getKey(), day)) return Optional.of(rate);
    return Optional.of(
        new ExchangeRate(
            rate.currency(), rate.value(), rate.effective(), rate.source(), rate.document(), true));
  }

  /** Whether between a rate and a day there should be another one. */
  private boolean missing(LocalDate last, LocalDate day) {
    if (!tables.subMap(last, false, day, false).isEmpty()) return true;
    if (!source.lastBefore(day).isAfter(last)) return false;
    // The calendar knows no one-off free days, but a later table proves them.
    Map.Entry<LocalDate, String> next = tables.ceilingEntry(day);
    String earlier = tables.get(last);
    return next == null || earlier == null || !source.follows(earlier, next.getValue());
  }
}
