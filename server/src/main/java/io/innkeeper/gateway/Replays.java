package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Idempotency keys of the last 24 hours. A call that comes again under its key is never forwarded
 * again: answers aren't kept, so the second one hears that the first was taken. Keys whose call
 * never ran are let go. What is over is forgotten once an hour, by a thread of its own.
 */
public final class Replays {
  /** How long a key counts. */
  public static final Duration KEPT = Duration.ofHours(24);

  private static final int MOST = 200_000;
  private static final int MOST_OF_ONE = 20_000;
  private static final long HOUR = 3_600;

  /** Half a digest: what the caller named, or what it sent. */
  private record Half(long high, long low) {
    static Half of(String digest, int from) {
      return new Half(
          HexFormat.fromHexDigitsToLong(digest, from, from + 16),
          HexFormat.fromHexDigitsToLong(digest, from + 16, from + 32));
    }
  }

  private record Taken(UUID key, Half body, Instant at) {
    boolean over(Instant now) {
      return at.plus(KEPT).isBefore(now);
    }
  }

  private final int most;
  private final int mostOfOne;
  private final Map<Half, Taken> taken = new ConcurrentHashMap<>();
  private final Map<UUID, Integer> counts = new ConcurrentHashMap<>();
  private final AtomicLong forgotten = new AtomicLong();

  public Replays() {
    this(MOST, MOST_OF_ONE);
  }

  /**
   * @param mostOfOne of each virtual key
   */
  Replays(int most, int mostOfOne) {
    this.most = most;
    this.mostOfOne = mostOfOne;
  }

  /** The digests under which a call is remembered: of its key and of its body. */
  static String digest(UUID key, String idempotencyKey, List<Buffer> body) {
    MessageDigest sha = sha256();
    sha.update(key.toString().getBytes(UTF_8));
    String name = HexFormat.of().formatHex(sha.digest(idempotencyKey.getBytes(UTF_8)), 0, 16);
    for (Buffer piece : body) sha.update(piece.getBytes());
    return name + HexFormat.of().formatHex(sha.digest(), 0, 16);
  }

  /** Takes a digest for a virtual key, or says why it can't be taken. */
  Optional<Refusal> take(UUID key, String digest, Instant now) {
    forgetHourly(now);
    Half name = Half.of(digest, 0);
    Taken mine = new Taken(key, Half.of(digest, 32), now);
    while (true) {
      Taken before = taken.get(name);
      if (before == null) {
        if (full(key)) return Optional.of(tooMany());
        if (!put(name, mine)) continue;
        return Optional.empty();
      }
      if (!before.over(now)) return Optional.of(again(before.body().equals(mine.body())));
      if (taken.replace(name, before, mine)) return Optional.empty();
    }
  }

  /** What was taken before a restart. */
  void remember(UUID key, String digest, Instant at) {
    if (digest.length() == 64) {
      put(Half.of(digest, 0), new Taken(key, Half.of(digest, 32), at));
    }
  }

  /** Lets go of a digest whose call never ran. */
  void release(String digest) {
    if (digest.length() != 64) return;
    Taken gone = taken.remove(Half.of(digest, 0));
    if (gone != null) uncount(gone.key());
  }

  void forget(Instant now) {
    taken.forEach(
        (name, one) -> {
          if (one.over(now) && taken.remove(name, one)) uncount(one.key());
        });
  }

  int size() {
    return taken.size();
  }

  private void forgetHourly(Instant now) {
    long hour = now.getEpochSecond() / HOUR;
    long last = forgotten.get();
    if (hour != last && forgotten.compareAndSet(last, hour)) {
      Thread.ofVirtual().name("idempotency keys").start(() -> forget(now));
    }
  }

  private boolean full(UUID key) {
    return taken.size() >= most || counts.getOrDefault(key, 0) >= mostOfOne;
  }

  private boolean put(Half name, Taken mine) {
    if (taken.putIfAbsent(name, mine) != null) return false;
    counts.merge(mine.key(), 1, Integer::sum);
    return true;
  }

  private void uncount(UUID key) {
    counts.computeIfPresent(key, (one, count) -> count > 1 ? count - 1 : null);
  }

  private Refusal tooMany() {
    return Refusal.later(
        429,
        "idempotency-keys-used-up",
        "This key has used all of its "
            + mostOfOne
            + " idempotency keys of 24 hours. Send the call without one, or later.",
        Duration.ofSeconds(HOUR));
  }

  private static Refusal again(boolean sameBody) {
    return sameBody
        ? Refusal.of(
            409,
            "idempotency-key-taken",
            "This request was already taken under its idempotency key.")
        : Refusal.of(
            422,
            "idempotency-key-reused",
            "The idempotency key was already used for another request.");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
