package io.innkeeper.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.secret.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens of 256 random bits, and what is derived from them. */
final class RandomToken {
  static final String API = "ink_";
  static final String CLI = "inks_";
  static final String BROWSER = "";

  private static final int HINT_LENGTH = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomToken() {}

  static Secret make(String prefix) {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Secret.of(prefix + text(bytes));
  }

  /** What is stored. A fast hash is enough for what can't be guessed. */
  static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** By what a person recognises their token in a list. */
  static String hint(Secret token) {
    return token.unwrap().substring(0, HINT_LENGTH) + "…";
  }

  /** What the forms of a session carry: known to whoever holds the session, and to nobody else. */
  static String csrf(String token) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA256"));
      return text(mac.doFinal("innkeeper form".getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC with SHA-256", e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
