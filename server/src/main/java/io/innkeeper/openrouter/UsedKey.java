package io.innkeeper.openrouter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A key that an organisation's calls go out with, or did.
 *
 * @param label by what a person recognises it; never the key
 * @param hash names it at the upstream; empty for a pasted one that was not found there
 * @param until when it was replaced or given up; empty while it is in use
 */
public record UsedKey(String label, Optional<String> hash, Instant from, Optional<Instant> until) {
  /** After a rotation the key before may serve as long as this. */
  public static final Duration LONGEST_OVERLAP = Duration.ofMinutes(10);

  boolean inUse() {
    return until.isEmpty();
  }

  /** Whether calls of a UTC day may have gone out with it. */
  boolean served(LocalDate day) {
    Instant begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return from.isBefore(end)
        && until.filter(last -> !last.plus(LONGEST_OVERLAP).isAfter(begin)).isEmpty();
  }
}
