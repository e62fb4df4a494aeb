package io.innkeeper.openrouter.provision;

import java.time.Instant;
import java.util.Optional;

/**
 * How it goes with an organisation's key.
 *
 * @param problem the last failure's sentences; empty once it succeeded
 * @param drift what was found to differ at the last look, and was mended
 */
public record Trouble(
    long failures,
    Optional<String> problem,
    Optional<Instant> failedAt,
    Optional<Instant> retryAt,
    Optional<String> drift,
    Optional<Instant> driftAt) {
  static final Trouble NONE =
      new Trouble(
          0,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
