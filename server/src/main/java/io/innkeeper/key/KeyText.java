package io.innkeeper.key;

import io.innkeeper.secret.Secret;
import java.security.SecureRandom;
import java.util.Base64;

/** The values of virtual keys: a known beginning, then 256 random bits. */
final class KeyText {
  static final String BEGINNING = "ink-vk-";

  private static final SecureRandom RANDOM = new SecureRandom();

  private KeyText() {}

  static Secret make() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Secret.of(BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}
