package io.innkeeper.infrastructure.sync;

import io.innkeeper.infrastructure.Source;
import io.innkeeper.infrastructure.Source.Problem;
import io.innkeeper.infrastructure.Source.Standing;
import io.innkeeper.infrastructure.Source.Status;
import io.innkeeper.infrastructure.SourceSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** When a source is read again by itself. */
public final class Rhythm {
  private static final int DAY = 1440;

  private Rhythm() {}

  /** How a source stands after it could not be read. */
  public static Standing failed(Source source, Problem problem, Instant now) {
    Standing before = source.standing();
    boolean refused = problem.code().equals("vcf-credentials");
    int failures = before.failures() + 1;
    return new Standing(
        Status.FAILED,
        next(source.spec(), now, refused ? failures : 0),
        Optional.of(now),
        before.succeededAt(),
        failures,
        Optional.of(problem),
        before.version());
  }

  /**
   * The next time after now; what was missed is made good by one sync.
   *
   * @param locked how often in a row the source refused the password; others wait longer each time,
   *     so that the account is not locked
   */
  static Optional<Instant> next(SourceSpec spec, Instant now, int locked) {
    if (!spec.scheduled()) return Optional.empty();
    int minutes = spec.everyMinutes();
    if (locked > 0) minutes = Math.max(minutes, Math.min(60 << Math.min(locked - 1, 5), DAY));
    // Not all environments in the same second.
    long spread = Math.min(Duration.ofMinutes(minutes).toMillis() / 10, 300_000);
    long late = ThreadLocalRandom.current().nextLong(spread + 1);
    return Optional.of(now.plus(Duration.ofMinutes(minutes)).plusMillis(late));
  }
}
