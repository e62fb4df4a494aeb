package io.innkeeper.infrastructure.expiry;

import io.innkeeper.infrastructure.Lifetime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be expected of a password.
 *
 * @param daysLeft whole days until its end, below zero once it has passed; empty where it has none
 * @param beforeRotation whether it ends before its source changes it by itself, or is never changed
 *     by itself
 */
public record Forecast(Band band, Optional<Long> daysLeft, boolean beforeRotation) {

  public static Forecast of(Lifetime lifetime, Instant now) {
    return new Forecast(
        Band.of(lifetime, now),
        lifetime
            .expiresAt()
            .map(end -> Math.floorDiv(Duration.between(now, end).toSeconds(), 86_400L)),
        lifetime.endsBeforeRotation());
  }
}
