package io.innkeeper.console;

import io.innkeeper.console.view.MonthView;
import io.innkeeper.console.view.MonthView.Day;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A month of ends. Pure: told how many there are each day. */
record ExpiringMonth(YearMonth month, LocalDate today, Address address) {
  private static final DateTimeFormatter TITLE =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  private static final int SOON = 7;

  /** The month that an address asks for; this one where it asks for none that there is. */
  static YearMonth asked(String text, LocalDate today) {
    try {
      YearMonth wanted = YearMonth.parse(text);
      return wanted.getYear() >= 1970 && wanted.getYear() < 3000 ? wanted : YearMonth.from(today);
    } catch (DateTimeParseException e) {
      return YearMonth.from(today);
    }
  }

  /** The first day that is shown, a Monday. */
  LocalDate first() {
    return month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** The day after the last one that is shown. */
  LocalDate end() {
    return month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)).plusDays(1);
  }

  MonthView view(Map<LocalDate, Long> ends) {
    List<List<Day>> weeks = new ArrayList<>();
    for (LocalDate monday = first(); monday.isBefore(end()); monday = monday.plusWeeks(1)) {
      List<Day> week = new ArrayList<>();
      for (int day = 0; day < 7; day++) week.add(day(monday.plusDays(day), ends));
      weeks.add(week);
    }
    return new MonthView(
        TITLE.format(month),
        in(month.minusMonths(1)),
        in(month.plusMonths(1)),
        java.util.Arrays.stream(DayOfWeek.values())
            .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
            .toList(),
        weeks);
  }

  private Day day(LocalDate date, Map<LocalDate, Long> ends) {
    long count = ends.getOrDefault(date, 0L);
    return new Day(
        Integer.toString(date.getDayOfMonth()),
        LONG.format(date) + (count == 1 ? ": one password ends" : ": " + count + " passwords end"),
        count == 0 ? "" : Numbers.count(count),
        count == 0 ? "" : address.with("from", "").with("day", date.toString()).toString(),
        count == 0 ? "" : css(date),
        YearMonth.from(date).equals(month),
        date.equals(today));
  }

  private String css(LocalDate date) {
    if (date.isBefore(today)) return "bad";
    return date.isAfter(today.plusDays(SOON)) ? "" : "warn";
  }

  private String in(YearMonth other) {
    return address.with("from", "").with("day", "").with("month", other.toString()).toString();
  }
}
