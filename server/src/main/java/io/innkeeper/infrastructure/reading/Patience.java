package io.innkeeper.infrastructure.reading;

import java.time.Duration;
import java.time.Instant;

/** Waits longer after each failure in a row, up to an hour. Thread-safe. */
final class Patience {
  private static final int MOST_DOUBLINGS = 6;

  private int failures;
  private Instant until = Instant.MIN;

  synchronized void failed(Instant now) {
    long minutes = Math.min(60, 1L << Math.min(failures, MOST_DOUBLINGS));
    failures++;
    until = now.plus(Duration.ofMinutes(minutes));
  }

  synchronized void worked() {
    failures = 0;
    until = Instant.MIN;
  }

  synchronized boolean waits(Instant now) {
    return now.isBefore(until);
  }
}
