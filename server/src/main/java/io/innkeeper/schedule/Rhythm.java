package io.innkeeper.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
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

  /** Once a day at a time of a place; where that time is skipped, right after the gap. */
  record Daily(LocalTime at, ZoneId zone) implements Rhythm {
    @Override
    public Instant after(Instant begun) {
      ZonedDateTime there = begun.atZone(zone);
      Instant today = ZonedDateTime.of(there.toLocalDate(), at, zone).toInstant();
      if (today.isAfter(begun)) return today;
      return ZonedDateTime.of(there.toLocalDate().plusDays(1), at, zone).toInstant();
    }

    @Override
    public String words() {
      return "daily at " + at + " " + zone;
    }
  }
}
