package io.innkeeper.advisor;

import java.time.Instant;
import java.util.Optional;

/**
 * Advice as kept.
 *
 * @param since when it was first found
 * @param goneAt when it was found no more; empty while it lasts
 */
public record AdviceRow(
    Advice advice, Instant since, Optional<Instant> goneAt, Optional<Acceptance> acceptance) {

  /** Somebody lives with it for a while. */
  public record Acceptance(String by, String why, Instant till) {}

  /** Whether it waits for somebody: it lasts, and nobody lives with it any more. */
  public boolean open(Instant now) {
    return goneAt.isEmpty() && !accepted(now);
  }

  public boolean accepted(Instant now) {
    return goneAt.isEmpty() && acceptance.filter(one -> now.isBefore(one.till())).isPresent();
  }
}
