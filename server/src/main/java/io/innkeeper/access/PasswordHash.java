package io.innkeeper.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.secret.Secret;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id with 19 MiB, two passes, one lane, written as {@code $argon2id$v=19$m=..$salt$hash} (PHC
 * string format). Few run at once, so that a crowd at the sign-in costs patience and not the
 * machine's memory. Thread-safe.
 */
final class PasswordHash {
  private static final int KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final String HEAD = "$argon2id$v=19$m=" + KIB + ",t=" + PASSES + ",p=1$";
  private static final Pattern WRITTEN =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([^$]+)\\$([^$]+)");
  private static final String EASY = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final Semaphore AT_ONCE = new Semaphore(4);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String NOBODYS = written(drawn(SALT_BYTES), drawn(HASH_BYTES));

  private PasswordHash() {}

  static String of(Secret password) {
    byte[] salt = drawn(SALT_BYTES);
    return written(salt, argon(password, KIB, PASSES, 1, salt, HASH_BYTES));
  }

  /** Whether {@code hash} was made of this password. */
  static boolean matches(Secret password, String hash) {
    if (PasswordRules.tooLong(password.unwrap())) return false;
    Matcher parts = WRITTEN.matcher(hash);
    if (!parts.matches()) throw new IllegalArgumentException("not a hash that is written here");
    byte[] wanted = Base64.getDecoder().decode(parts.group(5));
    byte[] made =
        argon(
            password,
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            Base64.getDecoder().decode(parts.group(4)),
            wanted.length);
    return MessageDigest.isEqual(wanted, made);
  }

  /** The work of {@link #matches} for a name nobody has. */
  static void matchNobody(Secret password) {
    matches(password, NOBODYS);
  }

  private static byte[] argon(
      Secret password, int kib, int passes, int lanes, byte[] salt, int length) {
    AT_ONCE.acquireUninterruptibly();
    try {
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(kib)
              .withIterations(passes)
              .withParallelism(lanes)
              .withSalt(salt)
              .build());
      byte[] hash = new byte[length];
      generator.generateBytes(PasswordRules.normal(password).getBytes(UTF_8), hash);
      return hash;
    } finally {
      AT_ONCE.release();
    }
  }

  private static String written(byte[] salt, byte[] hash) {
    Base64.Encoder plain = Base64.getEncoder().withoutPadding();
    return HEAD + plain.encodeToString(salt) + "$" + plain.encodeToString(hash);
  }

  private static byte[] drawn(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** A password made by us, easy to type: four groups of five, 99 random bits. */
  static Secret random() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      if (i > 0 && i % 5 == 0) text.append('-');
      text.append(EASY.charAt(RANDOM.nextInt(EASY.length())));
    }
    return Secret.of(text.toString());
  }
}
