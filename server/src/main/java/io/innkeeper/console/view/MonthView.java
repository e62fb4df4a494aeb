package io.innkeeper.console.view;

import java.util.List;

/**
 * A month as a calendar, weeks from Monday.
 *
 * @param title “January 2026”
 * @param weekdays “Mon” and so on
 */
public record MonthView(
    String title, String previous, String next, List<String> weekdays, List<List<Day>> weeks) {

  /**
   * A day.
   *
   * @param said “20 January: 3 passwords end”, for who can't see the calendar
   * @param href what ends then; empty where nothing does
   * @param css {@code bad}, {@code warn} or empty, by how soon it is
   * @param within whether it is of this month
   */
  public record Day(
      String number,
      String said,
      String count,
      String href,
      String css,
      boolean within,
      boolean today) {}

  public MonthView {
    weekdays = List.copyOf(weekdays);
    weeks = weeks.stream().map(List::copyOf).toList();
  }
}
