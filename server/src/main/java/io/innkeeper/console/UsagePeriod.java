package io.innkeeper.console;

import io.innkeeper.fault.Fault;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whole days of an organisation: a month, or from one day to another.
 *
 * @param to the last day, included; may be still to come
 * @param today where the organisation is
 * @param month whether it is one month and was asked for as such
 */
record UsagePeriod(LocalDate from, LocalDate to, LocalDate today, boolean month) {
  private static final long MOST_DAYS = 366;
  private static final int EARLIEST = 2000;

  /**
   * As an address asks for it; this month when it asks for nothing.
   *
   * @throws Fault INVALID for days that can't be
   */
  static UsagePeriod of(
      Optional<String> month, Optional<String> from, Optional<String> to, LocalDate today) {
    if (from.isPresent() || to.isPresent()) {
      LocalDate first = from.map(text -> day("from", text)).orElse(today.withDayOfMonth(1));
      LocalDate last = to.map(text -> day("to", text)).orElse(today);
      return new UsagePeriod(first, last, today, false).checked();
    }
    YearMonth one = month.map(UsagePeriod::month).orElse(YearMonth.from(today));
    return new UsagePeriod(one.atDay(1), one.atEndOfMonth(), today, true).checked();
  }

  private UsagePeriod checked() {
    if (to.isBefore(from))
      throw Fault.invalidField(
          "to", "days-reversed", "The last day, %s, is before the first, %s.".formatted(to, from));
    if (from.isAfter(today))
      throw Fault.invalidField("from", "days-to-come", "%s is still to come.".formatted(from));
    if (from.getYear() < EARLIEST)
      throw Fault.invalidField("from", "days-too-early", "There is nothing before the year 2000.");
    if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS)
      throw Fault.invalidField(
          "to", "days-too-many", "At most 366 days are shown at once. Ask for a shorter time.");
    return this;
  }

  /** The last day that has begun. */
  LocalDate shown() {
    return to.isAfter(today) ? today : to;
  }

  boolean live() {
    return !today.isBefore(from) && !today.isAfter(to);
  }

  /** The same days before it: of the month before, or as many just before. */
  UsagePeriod before() {
    if (!month) {
      long length = ChronoUnit.DAYS.between(from, shown()) + 1;
      return new UsagePeriod(from.minusDays(length), from.minusDays(1), today, false);
    }
    YearMonth earlier = YearMonth.from(from).minusMonths(1);
    if (!live()) return new UsagePeriod(earlier.atDay(1), earlier.atEndOfMonth(), today, true);
    int day = Math.min(shown().getDayOfMonth(), earlier.lengthOfMonth());
    return new UsagePeriod(earlier.atDay(1), earlier.atDay(day), today, false);
  }

  /** Every day of it, also those to come. */
  List<LocalDate> days() {
    return Stream.iterate(from, day -> !day.isAfter(to), day -> day.plusDays(1)).toList();
  }

  /** The same address for the time before: the month, or as many days. */
  Address earlier(Address address) {
    if (month) return at(address, YearMonth.from(from).minusMonths(1));
    long length = ChronoUnit.DAYS.between(from, to) + 1;
    return between(address, from.minusDays(length), from.minusDays(1));
  }

  /** The same for the time after, unless that is still to come. */
  Optional<Address> later(Address address) {
    if (!to.isBefore(today)) return Optional.empty();
    if (month) return Optional.of(at(address, YearMonth.from(from).plusMonths(1)));
    long length = ChronoUnit.DAYS.between(from, to) + 1;
    return Optional.of(between(address, to.plusDays(1), to.plusDays(length)));
  }

  private Address at(Address address, YearMonth other) {
    boolean now = other.equals(YearMonth.from(today));
    return address.with("from", "").with("to", "").with("month", now ? "" : other.toString());
  }

  private static Address between(Address address, LocalDate from, LocalDate to) {
    return address.with("month", "").with("from", from.toString()).with("to", to.toString());
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw Fault.invalidField("month", "month", "“" + text + "” is no month such as 2026-11.");
    }
  }

  private static LocalDate day(String name, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Fault.invalidField(name, "day", "“" + text + "” is no day such as 2026-11-25.");
    }
  }
}
