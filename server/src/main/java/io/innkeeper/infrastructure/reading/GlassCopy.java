package io.innkeeper.infrastructure.reading;

import java.time.Instant;
import java.util.Optional;

/**
 * How the break-glass copy stands.
 *
 * @param made the latest one; empty before the first
 * @param drill the latest drill
 * @param opened when a person last proved that they can open it
 */
public record GlassCopy(Optional<Made> made, Optional<Drill> drill, Optional<Opened> opened) {
  public static final GlassCopy NONE =
      new GlassCopy(Optional.empty(), Optional.empty(), Optional.empty());

  /** A copy that was made, and of how much. */
  public record Made(Instant at, String revision, long bytes, String sha256, Holds holds) {}

  /** How much is in it. */
  public record Holds(long environments, long credentials, long passwords) {}

  /** That the program opened it and compared. */
  public record Drill(Instant at, boolean whole, String said) {}

  /** That a person did. */
  public record Opened(Instant at, String by) {}
}
