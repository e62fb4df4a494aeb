package io.innkeeper.cli.terminal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as people say them, in the zone of whoever asks. */
public record When(Clock clock) {
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  /** "now", "2 min ago", "3 h ago", "yesterday", then the date; an unknown one is a dash. */
  public String ago(@Nullable Instant instant) {
    if (instant == null) return Table.NOTHING;
    Duration since = Duration.between(instant, clock.instant());
    if (since.isNegative()) return exact(instant);
    if (since.toMinutes() < 1) return "now";
    if (since.toHours() < 1) return since.toMinutes() + " min ago";
    LocalDate today = LocalDate.now(clock);
    LocalDate day = instant.atZone(clock.getZone()).toLocalDate();
    if (day.equals(today)) return since.toHours() + " h ago";
    return day.equals(today.minusDays(1)) ? "yesterday" : date(day);
  }

  /** "20 Nov 2026 14:32". */
  public String exact(@Nullable Instant instant) {
    if (instant == null) return Table.NOTHING;
    ZonedDateTime at = instant.atZone(clock.getZone());
    return date(at.toLocalDate()) + " %02d:%02d".formatted(at.getHour(), at.getMinute());
  }

  /** "20 Nov 2026 14:32:07", for logs and the audit. */
  public String toTheSecond(Instant instant) {
    return exact(instant) + ":%02d".formatted(instant.atZone(clock.getZone()).getSecond());
  }

  /** "0.4 s", "6 s", "2:44", "1:02:44". */
  public static String lasting(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 1) return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    if (seconds < 60) return seconds + " s";
    if (seconds < 3600) return "%d:%02d".formatted(seconds / 60, seconds % 60);
    return "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  private static String date(LocalDate day) {
    return day.getDayOfMonth() + " " + MONTHS[day.getMonthValue() - 1] + " " + day.getYear();
  }
}
