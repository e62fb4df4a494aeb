package io.innkeeper.access;

import java.time.Clock;
import java.util.Optional;

/** Keeps failed sign-ins from flooding the audit: so many lines a minute, the rest as a number. */
final class FailureLines {
  private static final int A_MINUTE = 30;

  private final Clock clock;
  private long minute;
  private int written;
  private int skipped;

  FailureLines(Clock clock) {
    this.clock = clock;
  }

  /** The words for the next failure's line; empty when it is only counted. */
  synchronized Optional<String> next() {
    long now = clock.millis() / 60_000;
    if (now != minute) {
      minute = now;
      written = 0;
    }
    if (written == A_MINUTE) {
      skipped++;
      return Optional.empty();
    }
    written++;
    String more = skipped == 0 ? "" : "; before it " + skipped + " more without a line";
    skipped = 0;
    return Optional.of("name and password don't belong together" + more);
  }
}
