package io.innkeeper.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.innkeeper.secret.Secret;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;

/**
 * Argon2id with 19 MiB, two passes, one lane. Few run at once, so that a crowd at the sign-in costs
 * patience and not the machine's memory. Thread-safe.
 */
final class PasswordHash {
  private static final Argon2Function ARGON =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
  private static final int SALT_BYTES = 16;
  private static final String EASY = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final Semaphore AT_ONCE = new Semaphore(4);
  private static final String NOBODYS = of(random());

  private PasswordHash() {}

  static String of(Secret password) {
    AT_ONCE.acquireUninterruptibly();
    try {
      return Password.hash(PasswordRules.normal(password))
          .addRandomSalt(SALT_BYTES)
          .with(ARGON)
          .getResult();
    } finally {
      AT_ONCE.release();
    }
  }

  /** Whether {@code hash} was made of this password. */
  static boolean matches(Secret password, String hash) {
    if (PasswordRules.tooLong(password.unwrap())) return false;
    AT_ONCE.acquireUninterruptibly();
    try {
      return Password.check(PasswordRules.normal(password), hash).with(ARGON);
    } finally {
      AT_ONCE.release();
    }
  }

  /** The work of {@link #matches} for a name nobody has. */
  static void matchNobody(Secret password) {
    matches(password, NOBODYS);
  }

  /** A password made by us, easy to type: four groups of five, 99 random bits. */
  static Secret random() {
    SecureRandom random = new SecureRandom();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      if (i > 0 && i % 5 == 0) text.append('-');
      text.append(EASY.charAt(random.nextInt(EASY.length())));
    }
    return Secret.of(text.toString());
  }
}
