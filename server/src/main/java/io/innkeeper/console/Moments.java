package io.innkeeper.console;

import io.innkeeper.console.view.Moment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as people say them, in the one zone that a page names. */
final class Moments {
  private static final DateTimeFormatter EXACT = format("d MMMM yyyy, HH:mm:ss");
  private static final DateTimeFormatter TO_THE_SECOND = format("HH:mm:ss");
  private static final DateTimeFormatter TO_THE_MINUTE = format("HH:mm");
  private static final DateTimeFormatter DAY = format("EEEE d MMM");
  private static final DateTimeFormatter DATE = format("d MMM");
  private static final DateTimeFormatter FULL_DATE = format("d MMMM yyyy");
  private static final DateTimeFormatter FAR_DATE = format("d MMM yyyy");

  private final Clock clock;
  private final ZoneId zone;

  Moments(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  /** “now”, “2 min ago”, “3 h ago”, “yesterday”, then the date. */
  Moment ago(Instant at) {
    Duration past = Duration.between(at, clock.instant());
    if (past.compareTo(Duration.ofMinutes(1)) < 0) return moment("now", at);
    if (past.compareTo(Duration.ofHours(1)) < 0) return moment(past.toMinutes() + " min ago", at);
    LocalDate day = there(at).toLocalDate();
    if (day.equals(today())) return moment(past.toHours() + " h ago", at);
    return day.equals(today().minusDays(1)) ? moment("yesterday", at) : date(at);
  }

  /** “14:32” today, else the date. */
  Moment time(Instant at) {
    boolean today = there(at).toLocalDate().equals(today());
    return today ? moment(TO_THE_MINUTE.format(there(at)), at) : date(at);
  }

  /** “14:32:08”, where the day stands above. */
  Moment second(Instant at) {
    return moment(TO_THE_SECOND.format(there(at)), at);
  }

  /** “12 Nov”, with the year when it is not this one. */
  Moment date(Instant at) {
    boolean far = there(at).getYear() != today().getYear();
    return moment((far ? FAR_DATE : DATE).format(there(at)), at);
  }

  /** “14:32:08” today, else the date with the time of day. */
  Moment moment(Instant at) {
    boolean today = there(at).toLocalDate().equals(today());
    return today
        ? second(at)
        : moment(DATE.format(there(at)) + ", " + TO_THE_MINUTE.format(there(at)), at);
  }

  /** “14:32:08”, the bare words. */
  String clock(Instant at) {
    return moment(at).words();
  }

  /** Today, where the page's clock hangs. */
  LocalDate date() {
    return today();
  }

  /** On which day something is, where the page's clock hangs. */
  LocalDate dateOf(Instant at) {
    return there(at).toLocalDate();
  }

  /** When a day begins there. */
  Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** “20 November 2026”. */
  String fullDate(Instant at) {
    return FULL_DATE.format(there(at));
  }

  /** “Friday 20 Nov”. */
  String day(Instant at) {
    return DAY.format(there(at));
  }

  /** When today began. */
  Instant startOfDay() {
    return today().atStartOfDay(zone).toInstant();
  }

  /** The zone's own word: “Warsaw”. */
  String zone() {
    String id = zone.getId();
    return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
  }

  private Moment moment(String words, Instant at) {
    return new Moment(words, EXACT.format(there(at)) + " in " + zone(), at.toString());
  }

  private ZonedDateTime there(Instant at) {
    return at.atZone(zone);
  }

  private LocalDate today() {
    return there(clock.instant()).toLocalDate();
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
