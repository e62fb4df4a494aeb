package io.innkeeper.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When the upstream is asked for the cost of a call that it did not tell. */
final class Lookups {
  /** The upstream's own record appears late; after an interruption much later. */
  private static final List<Duration> DELAYS =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofHours(1),
          Duration.ofHours(24));

  /** An estimate stands in by then; whether the truth can still be had is asked more rarely. */
  private static final List<Duration> LATER =
      List.of(Duration.ofDays(3), Duration.ofDays(7), Duration.ofDays(30));

  private Lookups() {}

  static Instant first(Instant now) {
    return now.plus(DELAYS.getFirst());
  }

  /** Whether there is something to ask for or to reckon; else a person decides. */
  static boolean worthwhile(CallSettled call) {
    return call.answer().generation().isPresent() || call.tokens().total() > 0;
  }

  /** When to ask next after so many tries; empty after the last. */
  static Optional<Instant> next(Instant now, int tries) {
    int later = tries - DELAYS.size();
    if (later < 0) return Optional.of(now.plus(DELAYS.get(tries)));
    return later < LATER.size() ? Optional.of(now.plus(LATER.get(later))) : Optional.empty();
  }

  /** Whether the patience is over after so many tries, so that an estimate must do. */
  static boolean exhausted(int tries) {
    return tries >= DELAYS.size();
  }
}
