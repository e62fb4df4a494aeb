package io.innkeeper.statement;

import io.innkeeper.fault.Fault;
import java.time.DateTimeException;
import java.time.YearMonth;

/** Months as people and programs name them. */
public final class Months {
  private static final YearMonth FIRST = YearMonth.of(2000, 1);
  private static final YearMonth LAST = YearMonth.of(2199, 12);

  private Months() {}

  /**
   * A month such as {@code 2026-10}.
   *
   * @throws Fault INVALID if it is none, or one that no statement can be of
   */
  public static YearMonth parse(String field, String text) {
    try {
      YearMonth month = YearMonth.parse(text.strip());
      if (!month.isBefore(FIRST) && !month.isAfter(LAST)) return month;
    } catch (DateTimeException e) {
      throw wrong(field, text);
    }
    throw wrong(field, text);
  }

  private static Fault wrong(String field, String text) {
    return Fault.invalidField(field, "month", "“" + text + "” is not a month such as 2026-10.");
  }
}
