package io.innkeeper.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * So much a minute, the whole of it at once if one likes. Lock-free: it keeps the instant at which
 * it would be full again (the generic cell rate algorithm).
 */
public final class TokenBucket {
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final long perMinute;
  private final Instant start;
  private final AtomicLong fullAt = new AtomicLong();

  /**
   * @param perMinute above 0
   */
  public TokenBucket(long perMinute, Instant now) {
    if (perMinute <= 0) throw new IllegalArgumentException("a bucket of " + perMinute);
    this.perMinute = perMinute;
    this.start = now;
  }

  public long perMinute() {
    return perMinute;
  }

  /** Takes an amount of at most a minute's; if it doesn't hold that much, says how long to wait. */
  public Optional<Duration> take(long amount, Instant now) {
    if (amount > perMinute) throw new IllegalArgumentException("more than a minute's: " + amount);
    long at = Duration.between(start, now).toNanos();
    double nanos = (double) MINUTE / perMinute * amount;
    while (true) {
      long before = fullAt.get();
      long after = Math.max(before, at) + (long) nanos;
      if (after - at > MINUTE) return Optional.of(Duration.ofNanos(after - at - MINUTE));
      if (fullAt.compareAndSet(before, after)) return Optional.empty();
    }
  }

  /** Gives back what was just taken for nothing. */
  public void giveBack(long amount) {
    fullAt.addAndGet(-(long) ((double) MINUTE / perMinute * amount));
  }

  /**
   * Takes what was used already and can't be refused any more; who comes next waits for it, a
   * minute more at most.
   */
  public void owe(long amount, Instant now) {
    long at = Duration.between(start, now).toNanos();
    double nanos = (double) MINUTE / perMinute * amount;
    fullAt.updateAndGet(
        before ->
            (long) Math.max(before, Math.min(Math.max(before, at) + nanos, at + 2.0 * MINUTE)));
  }
}
