package io.innkeeper.simulators.banks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The days for which a bank publishes: its calendar, and what a test says otherwise. */
final class BankDays {
  private static final Set<String> POLISH =
      Set.of(
          "--01-01", "--05-01", "--05-03", "--08-15", "--11-01", "--11-11", "--12-25", "--12-26");
  private static final Set<String> EURO = Set.of("--01-01", "--05-01", "--12-25", "--12-26");

  private final boolean euro;
  private final Set<LocalDate> skipped = ConcurrentHashMap.newKeySet();

  BankDays(boolean euro) {
    this.euro = euro;
  }

  /** Makes a working day free without a word beforehand. */
  void skip(LocalDate day) {
    skipped.add(day);
  }

  boolean open(LocalDate day) {
    return !skipped.contains(day)
        && day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
        && !(euro ? euroFeast(day) : polishFeast(day));
  }

  private static boolean euroFeast(LocalDate day) {
    LocalDate easter = easter(day.getYear());
    return EURO.contains(MonthDay.from(day).toString())
        || day.equals(easter.minusDays(2))
        || day.equals(easter.plusDays(1));
  }

  private static boolean polishFeast(LocalDate day) {
    LocalDate easter = easter(day.getYear());
    String date = MonthDay.from(day).toString();
    return POLISH.contains(date)
        || date.equals("--01-06") && day.getYear() >= 2011
        || date.equals("--12-24") && day.getYear() >= 2025
        || day.equals(easter.plusDays(1))
        || day.equals(easter.plusDays(60));
  }

  /** By Gauss's rule with its two exceptions, for the years 1900 to 2099. */
  static LocalDate easter(int year) {
    int moon = (19 * (year % 19) + 24) % 30;
    int sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7;
    int days = moon + sunday;
    if (moon == 29 && sunday == 6 || moon == 28 && sunday == 6 && year % 19 > 10) days -= 7;
    return LocalDate.of(year, 3, 22).plusDays(days);
  }

  /** How many tables there are from the year's first day to this one. */
  int number(LocalDate day) {
    int number = 0;
    for (LocalDate one = day.withDayOfYear(1); !one.isAfter(day); one = one.plusDays(1)) {
      if (open(one)) number++;
    }
    return number;
  }

  /** Whether the weekly table is published that day: Wednesday, or the open day before it. */
  boolean weekly(LocalDate day) {
    LocalDate wednesday = day.plusDays(Math.floorMod(3 - day.getDayOfWeek().getValue(), 7));
    while (!open(wednesday)) wednesday = wednesday.minusDays(1);
    return day.equals(wednesday);
  }

  int weeklyNumber(LocalDate day) {
    int number = 0;
    for (LocalDate one = day.withDayOfYear(1); !one.isAfter(day); one = one.plusDays(1)) {
      if (weekly(one)) number++;
    }
    return number;
  }
}
