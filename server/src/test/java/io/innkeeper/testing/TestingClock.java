package io.innkeeper.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves only by hand. Thread-safe. */
public final class TestingClock extends Clock {
  private final AtomicReference<Instant> now;

  public TestingClock() {
    this(Instant.parse("2026-11-25T08:00:00Z"));
  }

  public TestingClock(Instant start) {
    now = new AtomicReference<>(start);
  }

  /** One that runs by itself from a moment on, so that no test hangs on the day it is run. */
  public static Clock runningFrom(Instant start) {
    return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), start));
  }

  public void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("instants are UTC; days ask for their own zone");
  }
}
