package io.innkeeper.usage;

import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Days of an organisation, both included. */
record Days(LocalDate from, LocalDate to) {
  /** As {@code ?from=&to=} ask; what is missing is filled by the current month. */
  static Days asked(Call call, LocalDate today) {
    return new Days(
        day(call, "from").orElse(today.withDayOfMonth(1)),
        day(call, "to").orElse(YearMonth.from(today).atEndOfMonth()));
  }

  static Optional<LocalDate> day(Call call, String name) {
    return call.query(name).map(text -> parse(name, text));
  }

  private static LocalDate parse(String name, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Fault.invalidField(name, "day", "“" + name + "” must be a day such as 2026-11-25.");
    }
  }
}
