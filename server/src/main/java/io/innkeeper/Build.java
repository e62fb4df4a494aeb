package io.innkeeper;

import static java.util.Objects.requireNonNull;

import io.innkeeper.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;

/** Which Innkeeper this is. */
public record Build(String version, Instant at) {
  private static final Duration ZONES_DIFFER = Duration.ofDays(1);
  private static final Duration LONGEST_USE = Duration.ofDays(20 * 365);

  /** What the build wrote down about itself. */
  public static Build current() {
    Properties properties = new Properties();
    try (InputStream stream = Build.class.getResourceAsStream("/build.properties")) {
      properties.load(requireNonNull(stream, "build.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Build(
        properties.getProperty("version", "unknown"), Instant.parse(properties.getProperty("at")));
  }

  /**
   * Sessions, certificates and the audit are worthless under a clock that is years off.
   *
   * @throws Fault UNAVAILABLE when the clock can't be right
   */
  public void refuseClockFarOff(Clock clock) {
    Instant now = clock.instant();
    boolean early = now.isBefore(at.minus(ZONES_DIFFER));
    if (!early && now.isBefore(at.plus(LONGEST_USE))) return;
    throw Fault.of(
            Fault.Kind.UNAVAILABLE,
            "clock-far-off",
            "This machine's clock says %s, but this Innkeeper was built on %s."
                .formatted(now.toString().substring(0, 10), at.toString().substring(0, 10)))
        .advising("Set the clock (timedatectl set-ntp true) and start again.");
  }
}
