package io.innkeeper.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.secret.SealedColumn;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;

/**
 * Makes and recognises tokens: 192 random bits and our signature over them, so that what nobody
 * issued is told from what was without asking the store. Thread-safe.
 */
final class LinkSeal {
  static final String BEGINNING = "ink-view-";

  private static final String PLACE = "usage-links/seal";
  private static final int RANDOM_BYTES = 24;
  private static final int SIGNED_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final SecretBox box;
  private volatile Optional<SecretKeySpec> key = Optional.empty();

  LinkSeal(Database database, SecretBox box) {
    this.database = database;
    this.box = box;
  }

  Secret make() {
    byte[] token = new byte[RANDOM_BYTES + SIGNED_BYTES];
    byte[] random = random(RANDOM_BYTES);
    System.arraycopy(random, 0, token, 0, RANDOM_BYTES);
    System.arraycopy(signature(keyOrNew(), random), 0, token, RANDOM_BYTES, SIGNED_BYTES);
    return Secret.of(BEGINNING + text(token));
  }

  /** Whether the signature is ours; whether the link still opens anything is the store's to say. */
  boolean ours(String token) {
    if (!token.startsWith(BEGINNING)) return false;
    Optional<byte[]> bytes = bytes(token.substring(BEGINNING.length()));
    if (bytes.filter(all -> all.length == RANDOM_BYTES + SIGNED_BYTES).isEmpty()) return false;
    Optional<SecretKeySpec> known = known();
    if (known.isEmpty()) return false;
    byte[] random = Arrays.copyOf(bytes.get(), RANDOM_BYTES);
    byte[] told = Arrays.copyOfRange(bytes.get(), RANDOM_BYTES, bytes.get().length);
    return MessageDigest.isEqual(told, signature(known.get(), random));
  }

  private Optional<SecretKeySpec> known() {
    if (key.isEmpty()) key = database.read(LinkSeal::sealed).map(this::open);
    return key;
  }

  private SecretKeySpec keyOrNew() {
    Optional<SecretKeySpec> known = known();
    if (known.isPresent()) return known.get();
    String fresh = box.seal(Secret.of(text(random(32))), PLACE);
    // Whoever comes second takes what the first has written.
    String kept =
        database.write(
            handle -> {
              handle.execute(
                  "insert into usage_link_seal (id, sealed) values (1, ?) on conflict (id) do nothing",
                  fresh);
              return sealed(handle).orElseThrow();
            });
    SecretKeySpec made = open(kept);
    key = Optional.of(made);
    return made;
  }

  private static Optional<String> sealed(Handle handle) {
    return handle
        .createQuery("select sealed from usage_link_seal where id = 1")
        .mapTo(String.class)
        .findOne();
  }

  private SecretKeySpec open(String sealed) {
    return new SecretKeySpec(box.unseal(sealed, PLACE).unwrap().getBytes(UTF_8), "HmacSHA256");
  }

  private static byte[] signature(SecretKeySpec key, byte[] random) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(random), SIGNED_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC with SHA-256", e);
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Optional<byte[]> bytes(String text) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Where its rows are, for a fresh key. */
  static SealedPlace sealedPlace() {
    return SealedColumn.of(
        "the seal of usage links", "usage_link_seal", "sealed", List.of("id"), row -> PLACE);
  }
}
