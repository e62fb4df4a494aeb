package io.innkeeper.link;

import io.innkeeper.fault.Fault;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Slows down whoever tries tokens: after so many that open nothing an address waits. In memory
 * only; a token can't be guessed anyway. Thread-safe.
 */
final class Knocks {
  private static final int FREE = 30;
  private static final int REMEMBERED = 10_000;
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private final Clock clock;
  private final Map<String, Count> counts = new ConcurrentHashMap<>();

  private record Count(int failures, Instant since) {
    Count more(Instant now) {
      return now.isBefore(since.plus(WITHIN)) ? new Count(failures + 1, since) : new Count(1, now);
    }
  }

  Knocks(Clock clock) {
    this.clock = clock;
  }

  void refuseTooMany(String address) {
    Count count = counts.get(network(address));
    if (count == null || count.failures() < FREE) return;
    Duration left = Duration.between(clock.instant(), count.since().plus(WITHIN));
    if (left.isNegative() || left.isZero()) return;
    throw Fault.of(
            Fault.Kind.THROTTLED, "too-many-tries", "Too many links that open nothing were tried.")
        .advising("Try again in a few minutes.")
        .with("retryAfterSeconds", left.toSeconds() + 1);
  }

  void failed(String address) {
    Instant now = clock.instant();
    if (counts.size() >= REMEMBERED)
      counts.values().removeIf(old -> !now.isBefore(old.since().plus(WITHIN)));
    if (counts.size() >= REMEMBERED) counts.clear();
    counts.merge(network(address), new Count(1, now), (old, one) -> old.more(now));
  }

  /** One IPv6 customer owns a /64, so that counts as one address. */
  private static String network(String address) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      if (!(parsed instanceof Inet6Address)) return parsed.getHostAddress();
      return HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8));
    } catch (IllegalArgumentException e) {
      return "unknown";
    }
  }
}
