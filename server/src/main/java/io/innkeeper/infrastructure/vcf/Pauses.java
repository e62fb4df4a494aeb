package io.innkeeper.infrastructure.vcf;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** How long is waited before a question is asked again. */
@FunctionalInterface
public interface Pauses {
  Duration LONGEST = Duration.ofSeconds(60);

  void pause(Duration length) throws InterruptedException;

  /** For true. */
  Pauses REAL = length -> Thread.sleep(length);

  /**
   * Doubling, each time a little different so that not all come again at once; what the other side
   * asks for counts more, within reason.
   *
   * @param asked of a Retry-After header
   */
  static Duration before(int attempt, Optional<String> asked) {
    Optional<Duration> wanted = wanted(asked);
    long base = 500L << Math.min(attempt, 6);
    long jittered = base / 2 + ThreadLocalRandom.current().nextLong(base);
    Duration length = wanted.orElse(Duration.ofMillis(jittered));
    return length.compareTo(LONGEST) > 0 ? LONGEST : length;
  }

  /** What a Retry-After header asks for, where it says so in seconds. */
  static Optional<Duration> wanted(Optional<String> asked) {
    return asked
        .filter(text -> text.strip().matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text.strip())));
  }

  /** Whether it asks for more than anybody waits here: then it is not asked again now. */
  static boolean tooLong(Optional<String> asked) {
    return wanted(asked).filter(length -> length.compareTo(LONGEST) > 0).isPresent();
  }
}
