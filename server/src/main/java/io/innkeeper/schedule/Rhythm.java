package io.innkeeper.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** When a task is due again after it has begun. */
public sealed interface Rhythm {
  /** The next time after a run that began then. */
  Instant after(Instant begun);

  /** As people say it, for example “every 6 hours”. */
  String words();

  /** So long after each beginning. */
  record Every(Duration interval) implements Rhythm {
    public Every {
      if (!interval.isPositive())
        throw new IllegalArgumentException("a task can't be due every " + interval);
    }

    @Override
    public Instant after(Instant begun) {
      return begun.plus(interval);
    }

    @Override
    public String words() {
      if (whole(interval.toDays(), Duration.ofDays(1)))
        return "every " + many(interval.toDays(), "day");
      if (whole(interval.toHours(), Duration.ofHours(1)))
        return "every " + many(interval.toHours(), "hour");
      if (whole(interval.toMinutes(), Duration.ofMinutes(1)))
        return "every " + many(interval.toMinutes(), "minute");
      if (whole(interval.toSeconds(), Duration.ofSeconds(1)))
        return "every " + many(interval.toSeconds(), "second");
      return "every " + many(interval.toMillis(), "millisecond");
    }

    private boolean whole(long count, Duration unit) {
      return count > 0 && unit.multipliedBy(count).equals(interval);
    }

    private static String many(long count, String unit) {
      return count == 1 ? unit : count + " " + unit + "s";
    }
  }

  /**
   * Once a day at a time of a place; where that time is skipped, right after the gap.
   *
   * @param late how long after that time; a run that began in between counts for its day, so that
   *     another start may have another one
   */
  record Daily(LocalTime at, ZoneId zone, Duration late) implements Rhythm {
    public Daily(LocalTime at, ZoneId zone) {
      this(at, zone, Duration.ZERO);
    }

    @Override
    public Instant after(Instant begun) {
      LocalDate day = begun.atZone(zone).toLocalDate();
      Instant today = ZonedDateTime.of(day, at, zone).toInstant();
      Instant next =
          today.isAfter(begun) ? today : ZonedDateTime.of(day.plusDays(1), at, zone).toInstant();
      return next.plus(late);
    }

    @Override
    public String words() {
      return "daily at " + at + " " + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone);
    }
  }
}
