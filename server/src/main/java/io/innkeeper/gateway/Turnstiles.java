package io.innkeeper.gateway;

import io.innkeeper.budget.TokenBucket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
  private final Map<UUID, AtomicInteger> tenants = new ConcurrentHashMap<>();
  private final Map<Person, TokenBucket> people = new ConcurrentHashMap<>();
  private final Map<Person, TokenBucket> peoplesTokens = new ConcurrentHashMap<>();

  /**
   * Lets a call through or says why not; whoever was let through must {@link #leave}.
   *
   * @param tokens estimate of what the call will use
   */
  Optional<Refusal> enter(KnownKey key, Optional<String> user, long tokens, Instant now) {
    CallLimits limits = key.limits();
    if (!mayGoIn(key)) {
      return Optional.of(
          Refusal.later(
              429,
              "too-many-at-once",
              "Too many answers are being written at the same time. Please try again shortly.",
              Duration.ofSeconds(1)));
    }
    List<Runnable> back = new ArrayList<>();
    Optional<Duration> wait =
        person(key, user, now, back)
            .or(() -> personsTokens(key, user, tokens, now, back))
            .or(() -> take(keyRequests, key.id(), limits.requestsPerMinute(), 1, now, back))
            .or(() -> take(keyTokens, key.id(), limits.tokensPerMinute(), tokens, now, back));
    if (wait.isPresent()) {
      // A refused call takes nothing: one person's haste must not use up what is everybody's.
      back.forEach(Runnable::run);
      leave(key);
      return Optional.of(
          Refusal.later(
              429,
              "too-many-requests",
              "Too much was asked within a minute. Please try again shortly.",
              wait.get()));
    }
    return Optional.empty();
  }

  /** The answer's tokens, known only now, are asked of whoever comes next. */
  void answered(KnownKey key, Optional<String> user, long tokens, Instant now) {
    if (tokens == 0) return;
    Optional.ofNullable(keyTokens.get(key.id())).ifPresent(bucket -> bucket.owe(tokens, now));
    user.map(id -> peoplesTokens.get(new Person(key.id(), id)))
        .ifPresent(bucket -> bucket.owe(tokens, now));
  }

  void leave(KnownKey key) {
    count(underWay, key.id()).decrementAndGet();
    key.tenant().ifPresent(tenant -> count(tenants, tenant).decrementAndGet());
  }

  /** Counts first and looks then, so that callers on other loops can't slip in between. */
  private boolean mayGoIn(KnownKey key) {
    boolean full = above(count(underWay, key.id()).incrementAndGet(), key.limits().atOnce());
    if (key.tenant().isPresent()) {
      int inside = count(tenants, key.tenant().get()).incrementAndGet();
      full |= above(inside, key.limits().tenantAtOnce());
    }
    if (full) leave(key);
    return !full;
  }

  private static boolean above(int inside, OptionalLong most) {
    return most.isPresent() && inside > most.getAsLong();
  }

  private static AtomicInteger count(Map<UUID, AtomicInteger> counts, UUID whose) {
    return counts.computeIfAbsent(whose, id -> new AtomicInteger());
  }

  private Optional<Duration> personsTokens(
      KnownKey key, Optional<String> user, long tokens, Instant now, List<Runnable> back) {
    OptionalLong limit = key.limits().userTokensPerMinute();
    return user.flatMap(
        id -> take(peoplesTokens, new Person(key.id(), id), limit, tokens, now, back));
  }

  private Optional<Duration> person(
      KnownKey key, Optional<String> user, Instant now, List<Runnable> back) {
    OptionalLong limit = key.limits().userRequestsPerMinute();
    return user.flatMap(id -> take(people, new Person(key.id(), id), limit, 1, now, back));
  }

  /**
   * Takes from a bucket; answers how long to wait if it doesn't hold enough.
   *
   * @param back what gives all back that was taken
   */
  private static <K> Optional<Duration> take(
      Map<K, TokenBucket> buckets,
      K whose,
      OptionalLong perMinute,
      long amount,
      Instant now,
      List<Runnable> back) {
    if (perMinute.isEmpty()) return Optional.empty();
    long limit = perMinute.getAsLong();
    TokenBucket bucket =
        buckets.compute(
            whose,
            (id, before) ->
                before != null && before.perMinute() == limit
                    ? before
                    : new TokenBucket(limit, now));
    long taken = Math.min(amount, limit);
    Optional<Duration> wait = bucket.take(taken, now);
    if (wait.isEmpty()) back.add(() -> bucket.giveBack(taken));
    return wait;
  }
}
