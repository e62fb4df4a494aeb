package io.innkeeper.openrouter.provision;

import io.innkeeper.openrouter.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * How long single keys are left alone after the upstream said no: a minute, or longer where it asks
 * for that. Each process has its own. Guarded by who owns it.
 */
final class Pauses {
  private static final Duration LEAST = Duration.ofMinutes(1);

  private final Clock clock;
  private final Map<UUID, Instant> until = new HashMap<>();

  Pauses(Clock clock) {
    this.clock = clock;
  }

  void begin(UUID key, Reply<?> no) {
    Duration asked = no.pause().orElse(LEAST);
    until.put(key, clock.instant().plus(asked.compareTo(LEAST) > 0 ? asked : LEAST));
  }

  void end(UUID key) {
    until.remove(key);
  }

  boolean over(UUID key) {
    return !until.getOrDefault(key, Instant.MIN).isAfter(clock.instant());
  }

  /** Somebody did something about it: everything may be tried at once. */
  void forget() {
    until.clear();
  }
}
