package io.innkeeper.gateway;

import io.innkeeper.budget.TokenBucket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How often and how much at once. Nothing is kept for keys without limits. What a restart forgets
 * is at most a minute of counting.
 */
final class Turnstiles {

  private record Person(UUID key, String user) {}

  private final Map<UUID, AtomicInteger> underWay = new ConcurrentHashMap<>();
  private final Map<UUID, TokenBucket> keyRequests = new ConcurrentHashMap<>();
  private final Map<UUID, TokenBucket> keyTokens = new ConcurrentHashMap<>();
  private final Map<Person, TokenBucket> people = new ConcurrentHashMap<>();

  /**
   * Lets a call through or says why not; whoever was let through must {@link #leave}.
   *
   * @param tokens estimate of what the call will use
   */
  Optional<Refusal> enter(KnownKey key, Optional<String> user, long tokens, Instant now) {
    CallLimits limits = key.limits();
    AtomicInteger inside = underWay.computeIfAbsent(key.id(), id -> new AtomicInteger());
    if (limits.atOnce().isPresent() && inside.get() >= limits.atOnce().getAsLong()) {
      return Optional.of(
          Refusal.later(
              429,
              "too-many-at-once",
              "Too many answers are being written at the same time. Please try again shortly.",
              Duration.ofSeconds(1)));
    }
    Optional<Duration> wait =
        take(keyRequests, key.id(), limits.requestsPerMinute(), 1, now)
            .or(() -> person(key, user, now))
            .or(() -> take(keyTokens, key.id(), limits.tokensPerMinute(), tokens, now));
    if (wait.isPresent()) {
      return Optional.of(
          Refusal.later(
              429,
              "too-many-requests",
              "Too much was asked within a minute. Please try again shortly.",
              wait.get()));
    }
    inside.incrementAndGet();
    return Optional.empty();
  }

  void leave(KnownKey key) {
    AtomicInteger inside = underWay.get(key.id());
    if (inside != null) inside.decrementAndGet();
  }

  private Optional<Duration> person(KnownKey key, Optional<String> user, Instant now) {
    return user.flatMap(
        id -> take(people, new Person(key.id(), id), key.limits().userRequestsPerMinute(), 1, now));
  }

  /** Takes from a bucket; answers how long to wait if it doesn't hold enough. */
  private static <K> Optional<Duration> take(
      Map<K, TokenBucket> buckets, K whose, OptionalLong perMinute, long amount, Instant now) {
    if (perMinute.isEmpty()) return Optional.empty();
    long limit = perMinute.getAsLong();
    TokenBucket bucket =
        buckets.compute(
            whose,
            (id, before) ->
                before != null && before.perMinute() == limit
                    ? before
                    : new TokenBucket(limit, now));
    return bucket.take(Math.min(amount, limit), now);
  }
}
