package io.innkeeper.console;

import io.innkeeper.console.view.RateRow;
import io.innkeeper.money.ExchangeRate;
import io.innkeeper.rate.Rates;
import io.innkeeper.rate.TradedRate;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The rates of the last days in one currency as rows, the latest first. */
final class RateRows {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
  private static final int DAYS = 14;
  private static final int DECIMALS = 4;

  private RateRows() {}

  static List<RateRow> of(Rates rates, String currency) {
    LocalDate today = rates.today(currency);
    return rates
        .applyingTo(today.minusDays(DAYS - 1), today.plusDays(1), currency)
        .descendingMap()
        .entrySet()
        .stream()
        // Tomorrow's is known when today's table is.
        .filter(one -> !one.getKey().isAfter(today) || !one.getValue().fallback())
        .map(one -> row(one.getKey(), one.getValue(), today))
        .toList();
  }

  /** The latest of table C that is known, in words; empty if none of these days is. */
  static String traded(Rates rates) {
    LocalDate today = rates.today("PLN");
    List<TradedRate> known = rates.traded(today.minusDays(DAYS - 1), today, "USD");
    if (known.isEmpty()) return "";
    TradedRate last = known.getLast();
    String said =
        "NBP bids %s and asks %s PLN for 1 USD, traded %s: table %s of %s. No amount is converted"
            + " with it.";
    return said.formatted(
        last.bid().toPlainString(),
        last.ask().toPlainString(),
        DAY.format(last.traded()),
        last.document(),
        DAY.format(last.effective()));
  }

  private static RateRow row(LocalDate day, ExchangeRate rate, LocalDate today) {
    return new RateRow(
        DAY.format(day),
        rate.value().setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString(),
        rate.value().toPlainString(),
        DAY.format(rate.effective()),
        rate.document(),
        rate.source(),
        rate.fallback(),
        day.equals(today));
  }
}
