package io.innkeeper.console;

import io.innkeeper.rate.BankCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Predicate;

/** Days on which people work: Monday to Friday, in Poland without its public holidays. */
record WorkingDays(Predicate<LocalDate> works) {
  static WorkingDays in(ZoneId zone) {
    return new WorkingDays(
        zone.equals(BankCalendar.POLISH.zone()) ? BankCalendar.POLISH::open : WorkingDays::weekday);
  }

  /** How many there are; both days are included. */
  long between(LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1)).filter(works).count();
  }

  private static boolean weekday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}
