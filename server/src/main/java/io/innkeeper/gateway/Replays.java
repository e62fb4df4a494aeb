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

/**
 * Idempotency keys of the last 24 hours. A call that comes again under its key is never forwarded
 * again: answers aren't kept, so the second one hears that the first was taken.
 */
public final class Replays {
  /** How long a key counts. */
  public static final Duration KEPT = Duration.ofHours(24);

  private static final int MOST = 200_000;

  private record Taken(String body, Instant at) {}

  private final Map<String, Taken> taken = new ConcurrentHashMap<>();

  /** The digests under which a call is remembered: of its key and of its body. */
  static String digest(UUID key, String idempotencyKey, List<Buffer> body) {
    MessageDigest sha = sha256();
    sha.update(key.toString().getBytes(UTF_8));
    String name = HexFormat.of().formatHex(sha.digest(idempotencyKey.getBytes(UTF_8)), 0, 16);
    for (Buffer piece : body) sha.update(piece.getBytes());
    return name + HexFormat.of().formatHex(sha.digest(), 0, 16);
  }

  /** Takes a digest, or says why it can't be taken again. */
  Optional<Refusal> take(String digest, Instant now) {
    String name = digest.substring(0, 32);
    String body = digest.substring(32);
    if (taken.size() > MOST) forget(now);
    Taken mine = new Taken(body, now);
    Taken counts =
        taken.merge(name, mine, (old, fresh) -> old.at().plus(KEPT).isBefore(now) ? fresh : old);
    if (counts == mine) return Optional.empty();
    return Optional.of(
        counts.body().equals(body)
            ? Refusal.of(
                409,
                "idempotency-key-taken",
                "This request was already taken under its idempotency key.")
            : Refusal.of(
                422,
                "idempotency-key-reused",
                "The idempotency key was already used for another request."));
  }

  /** What was taken before a restart. */
  public void remember(String digest, Instant at) {
    if (digest.length() == 64) {
      taken.putIfAbsent(digest.substring(0, 32), new Taken(digest.substring(32), at));
    }
  }

  /** Lets go of a digest whose call never reached the upstream. */
  void release(String digest) {
    if (!digest.isEmpty()) taken.remove(digest.substring(0, 32));
  }

  void forget(Instant now) {
    taken.values().removeIf(one -> one.at().plus(KEPT).isBefore(now));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
