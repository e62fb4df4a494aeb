package io.innkeeper.simulators.openrouter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** All keys. One that begins with {@link #MADE_ON_SIGHT} exists as soon as it is shown. */
final class Keys {
  static final String DEFAULT_WORKSPACE = "00000000-0000-4000-8000-000000000001";
  static final String MANAGEMENT = "sk-or-v1-management-of-the-stand-in";
  static final String MADE_ON_SIGHT = "sk-or-v1-test-";

  private final Clock clock;
  private final Map<String, ApiKey> bySecret = new ConcurrentHashMap<>();
  private final List<ApiKey> inOrder = new ArrayList<>();
  private final AtomicInteger made = new AtomicInteger();

  Keys(Clock clock) {
    this.clock = clock;
    put(
        new ApiKey(
            MANAGEMENT, hash(MANAGEMENT), true, ApiKey.Terms.named("management"), clock.instant()));
  }

  /** The key of a secret, if there is one that may be used. */
  Optional<ApiKey> open(String secret) {
    ApiKey key = bySecret.get(secret);
    if (key == null && secret.startsWith(MADE_ON_SIGHT)) key = onSight(secret);
    if (key == null || key.terms().disabled()) return Optional.empty();
    boolean expired =
        key.terms().expiresAt() != null && !clock.instant().isBefore(key.terms().expiresAt());
    return expired ? Optional.empty() : Optional.of(key);
  }

  private synchronized ApiKey onSight(String secret) {
    ApiKey there = bySecret.get(secret);
    return there != null ? there : put(key(secret, ApiKey.Terms.named(secret.substring(9))));
  }

  /** A new key with a secret of its own. */
  synchronized ApiKey create(ApiKey.Terms terms) {
    String secret = "sk-or-v1-" + hash(terms.name() + "#" + made.incrementAndGet());
    return put(key(secret, terms));
  }

  private ApiKey key(String secret, ApiKey.Terms terms) {
    return new ApiKey(secret, hash(secret), false, terms, clock.instant());
  }

  private synchronized ApiKey put(ApiKey key) {
    bySecret.put(key.secret(), key);
    inOrder.addFirst(key);
    return key;
  }

  /** Inference keys of a workspace, newest first. */
  synchronized List<ApiKey> list(String workspace, boolean withDisabled) {
    return inOrder.stream()
        .filter(key -> !key.management() && key.terms().workspace().equals(workspace))
        .filter(key -> withDisabled || !key.terms().disabled())
        .toList();
  }

  synchronized Optional<ApiKey> find(String hash) {
    return inOrder.stream().filter(key -> !key.management() && key.hash().equals(hash)).findFirst();
  }

  synchronized void delete(ApiKey key) {
    bySecret.remove(key.secret());
    inOrder.remove(key);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
  }

  /** The first day that counts against a cap: resets happen at midnight UTC, weeks on Monday. */
  static LocalDate resetDay(@Nullable String reset, LocalDate today) {
    return switch (reset == null ? "" : reset) {
      case "daily" -> today;
      case "weekly" -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case "monthly" -> today.withDayOfMonth(1);
      default -> LocalDate.EPOCH;
    };
  }

  private static String hash(String secret) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(("stand-in " + secret).getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
