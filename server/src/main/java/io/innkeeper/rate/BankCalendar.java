package io.innkeeper.rate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Set;

/**
 * On which days a bank works, as far as that is known beforehand. It decides when to ask and when
 * to say that a rate is missing, never which rate there is.
 */
public enum BankCalendar {
  /** Statutory days off in Poland; none moves to a weekday. */
  POLISH("Europe/Warsaw") {
    @Override
    boolean feast(LocalDate day) {
      MonthDay date = MonthDay.from(day);
      if (POLISH_FEASTS.contains(date)) return true;
      if (date.equals(MonthDay.of(1, 6))) return day.getYear() >= EPIPHANY_SINCE;
      if (date.equals(MonthDay.of(12, 24))) return day.getYear() >= CHRISTMAS_EVE_SINCE;
      long afterEaster = day.toEpochDay() - Easter.sunday(day.getYear()).toEpochDay();
      return afterEaster == 0 || afterEaster == 1 || afterEaster == 49 || afterEaster == 60;
    }
  },
  /** Closing days of the euro's payment system. */
  TARGET("Europe/Berlin") {
    @Override
    boolean feast(LocalDate day) {
      if (TARGET_FEASTS.contains(MonthDay.from(day))) return true;
      long afterEaster = day.toEpochDay() - Easter.sunday(day.getYear()).toEpochDay();
      return afterEaster == -2 || afterEaster == 1;
    }
  };

  private static final int EPIPHANY_SINCE = 2011;
  private static final int CHRISTMAS_EVE_SINCE = 2025;
  private static final Set<MonthDay> POLISH_FEASTS =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(5, 3),
          MonthDay.of(8, 15),
          MonthDay.of(11, 1),
          MonthDay.of(11, 11),
          MonthDay.of(12, 25),
          MonthDay.of(12, 26));
  private static final Set<MonthDay> TARGET_FEASTS =
      Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

  private final ZoneId zone;

  BankCalendar(String zone) {
    this.zone = ZoneId.of(zone);
  }

  abstract boolean feast(LocalDate day);

  /** Where its days begin. */
  public ZoneId zone() {
    return zone;
  }

  /** Whether it works that day. */
  public boolean open(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !feast(day);
  }

  /** The last day before on which it works. */
  public LocalDate lastOpenBefore(LocalDate day) {
    LocalDate earlier = day.minusDays(1);
    while (!open(earlier)) earlier = earlier.minusDays(1);
    return earlier;
  }
}
