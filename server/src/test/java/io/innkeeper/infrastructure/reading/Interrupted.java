package io.innkeeper.infrastructure.reading;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** Something happens when somebody asks for the time. */
final class Interrupted extends Clock {
  private final Clock clock;
  private final Runnable deed;

  Interrupted(Clock clock, Runnable deed) {
    this.clock = clock;
    this.deed = deed;
  }

  @Override
  public Instant instant() {
    deed.run();
    return clock.instant();
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return clock.withZone(zone);
  }
}
