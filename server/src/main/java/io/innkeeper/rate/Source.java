package io.innkeeper.rate;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table that a central bank publishes. */
public enum Source {
  /** Złoty for one unit of the usual currencies, each working day. */
  NBP_A("NBP A", BankCalendar.POLISH, LocalTime.of(12, 15)),
  /** Units of the usual currencies for one euro, each working day. */
  ECB("ECB", BankCalendar.TARGET, LocalTime.of(16, 15)),
  /** Złoty for one unit of the rarer currencies, each Wednesday. */
  NBP_B("NBP B", BankCalendar.POLISH, LocalTime.of(12, 15)) {
    @Override
    public boolean publishes(LocalDate day) {
      LocalDate wednesday = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY));
      BankCalendar days = BankCalendar.POLISH;
      return day.equals(days.open(wednesday) ? wednesday : days.lastOpenBefore(wednesday));
    }
  },
  /**
   * Złoty that the bank bids and asks for one unit of the main currencies, each working day, traded
   * the day before. The law converts at mid rates: these are kept and shown, and convert nothing.
   */
  NBP_C("NBP C", BankCalendar.POLISH, LocalTime.of(8, 15));

  /** Nothing is asked about days before this one. */
  public static final LocalDate FIRST = LocalDate.of(2002, 1, 2);

  /** How long before its time a table may be out. */
  private static final Duration EARLY = Duration.ofMinutes(30);

  private static final Pattern NUMBERED = Pattern.compile("(\\d{1,4})/[A-Z]/NBP/(\\d{4})");

  private final String word;
  private final BankCalendar calendar;
  private final LocalTime time;

  Source(String word, BankCalendar calendar, LocalTime time) {
    this.word = word;
    this.calendar = calendar;
    this.time = time;
  }

  /** As people and documents name it. */
  public String word() {
    return word;
  }

  /** The bank's own day. */
  public LocalDate today(Instant now) {
    return now.atZone(calendar.zone()).toLocalDate();
  }

  /** Whether a table should be published for that day. */
  public boolean publishes(LocalDate day) {
    return calendar.open(day);
  }

  /** The last day before for which there should be a table. */
  public LocalDate lastBefore(LocalDate day) {
    LocalDate earlier = day.minusDays(1);
    while (!publishes(earlier)) earlier = earlier.minusDays(1);
    return earlier;
  }

  /** The last day whose table must be out by now. */
  public LocalDate lastDue(Instant now) {
    return lastOut(now);
  }

  /** The last day whose table may be out by now. */
  LocalDate lastPossible(Instant now) {
    return lastOut(now.plus(EARLY));
  }

  private LocalDate lastOut(Instant by) {
    LocalDate today = today(by);
    boolean out = !by.atZone(calendar.zone()).toLocalTime().isBefore(time);
    return lastBefore(out ? today.plusDays(1) : today);
  }

  /**
   * Whether nothing was published between two tables that are known. The NBP numbers its tables;
   * the ECB's files are whole, so between two of its days nothing is left out.
   */
  boolean follows(String earlier, String later) {
    if (this == ECB) return true;
    Matcher before = NUMBERED.matcher(earlier);
    Matcher after = NUMBERED.matcher(later);
    return before.matches()
        && after.matches()
        && before.group(2).equals(after.group(2))
        && Integer.parseInt(before.group(1)) + 1 == Integer.parseInt(after.group(1));
  }
}
