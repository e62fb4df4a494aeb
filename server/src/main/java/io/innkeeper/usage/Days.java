package io.innkeeper.usage;

import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Days of an organisation, both included. */
public record Days(LocalDate from, LocalDate to) {
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9998;

  /** As {@code ?from=&to=} ask; what is missing is filled by the current month. */
  public static Days asked(Call call, LocalDate today) {
    return new Days(
        day(call, "from").orElse(today.withDayOfMonth(1)),
        day(call, "to").orElse(YearMonth.from(today).atEndOfMonth()));
  }

  static Optional<LocalDate> day(Call call, String name) {
    return call.query(name).map(text -> parse(name, text));
  }

  private static LocalDate parse(String name, String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) return day;
      throw Fault.invalidField(
          name,
          "day",
          "“" + name + "” must be between %d and %d.".formatted(FIRST_YEAR, LAST_YEAR));
    } catch (DateTimeException e) {
      throw Fault.invalidField(name, "day", "“" + name + "” must be a day such as 2026-11-25.");
    }
  }
}
