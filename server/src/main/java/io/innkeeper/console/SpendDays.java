package io.innkeeper.console;

import io.innkeeper.console.view.Bars;
import io.innkeeper.money.Usd;
import io.innkeeper.usage.Spending.HouseDay;
import io.innkeeper.usage.Spending.Sum;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Sums of days, of one organisation or of all, told as figures need them. */
record SpendDays(Map<LocalDate, Sum> days, LocalDate today) {
  static final int SHOWN = 30;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter TITLE =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);

  static SpendDays of(List<HouseDay> all, LocalDate today) {
    Map<LocalDate, Sum> days = new HashMap<>();
    for (HouseDay one : all) days.merge(one.day(), one.sum(), Sum::plus);
    return new SpendDays(days, today);
  }

  /** The first day that figures and bars look at. */
  static LocalDate first(LocalDate today) {
    LocalDate month = YearMonth.from(today).minusMonths(1).atDay(1);
    LocalDate shown = today.minusDays(SHOWN - 1L);
    return month.isBefore(shown) ? month : shown;
  }

  Sum day(LocalDate day) {
    return days.getOrDefault(day, Sum.NONE);
  }

  Sum month() {
    YearMonth month = YearMonth.from(today);
    return sum(day -> YearMonth.from(day).equals(month));
  }

  /** The month before up to the same day of it. */
  Sum before() {
    YearMonth month = YearMonth.from(today).minusMonths(1);
    return sum(
        day -> YearMonth.from(day).equals(month) && day.getDayOfMonth() <= today.getDayOfMonth());
  }

  private Sum sum(Predicate<LocalDate> which) {
    return days.entrySet().stream()
        .filter(day -> which.test(day.getKey()))
        .map(Map.Entry::getValue)
        .reduce(Sum.NONE, Sum::plus);
  }

  /** “November”. */
  String monthWord() {
    return MONTH.format(today);
  }

  /** “+6.4% on 1–20 October”, or nothing without an October. */
  String change() {
    String change = Numbers.change(month().cost(), before().cost());
    if (change.isEmpty()) return "";
    int to = Math.min(today.getDayOfMonth(), YearMonth.from(today).minusMonths(1).lengthOfMonth());
    String days = to == 1 ? "1" : "1–" + to;
    return change + " on " + days + " " + MONTH.format(today.minusMonths(1));
  }

  /** The last days as bars, each a link to its calls. */
  Bars bars(Address calls) {
    List<Bars.Day> all = new ArrayList<>();
    Usd whole = Usd.ZERO;
    for (LocalDate day = today.minusDays(SHOWN - 1L); !day.isAfter(today); day = day.plusDays(1)) {
      Usd cost = day(day).cost();
      whole = whole.plus(cost);
      boolean now = day.equals(today);
      boolean named = day.getDayOfWeek() == DayOfWeek.MONDAY && day.isBefore(today.minusDays(2));
      all.add(
          new Bars.Day(
              "%s: USD %s, %s"
                  .formatted(
                      TITLE.format(day),
                      Numbers.cents(cost),
                      Numbers.of(day(day).requests(), "call", "calls")),
              now ? "today" : named ? DAY.format(day) : "",
              Math.max(0, cost.decimal().doubleValue()),
              calls.with("from", day.toString()).with("to", day.toString()).toString(),
              now));
    }
    return Bars.of(
        "Cost per day over the last %d days, USD %s in all".formatted(SHOWN, Numbers.cents(whole)),
        all);
  }
}
