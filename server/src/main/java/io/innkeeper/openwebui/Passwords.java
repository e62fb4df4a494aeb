package io.innkeeper.openwebui;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import java.security.SecureRandom;

/**
 * Makes and checks passwords the app accepts. No letter or digit is made that could be taken for
 * another one; every password has lower and upper case, a digit and a hyphen, so that the app's own
 * password rules, when switched on, are met as well.
 */
public final class Passwords {
  /** bcrypt, the app's password hash, reads no further. */
  public static final int MOST_BYTES = 72;

  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private final SecureRandom random;

  public Passwords(SecureRandom random) {
    this.random = random;
  }

  /** For Innkeeper's own account: 47 characters, never typed by a person. */
  public Secret forService() {
    return groups(8);
  }

  /** For a person: four groups of five, easy to read out and type, about 116 bits. */
  public Secret forPerson() {
    return groups(4);
  }

  /** A key the app signs sessions and identities with: 48 letters and digits. */
  public Secret signingKey() {
    return Secret.of(characters(48));
  }

  /**
   * Refuses what the app can't take.
   *
   * @throws Fault INVALID, never showing the password
   */
  public static void check(Secret password) {
    String text = password.unwrap();
    if (text.length() < 8) {
      throw Fault.invalidField("password", "password-short", "The password has under 8 characters.")
          .advising("Take at least 8 characters, better a sentence.");
    }
    if (text.getBytes(UTF_8).length > MOST_BYTES) {
      throw Fault.invalidField("password", "password-long", "The password is longer than 72 bytes.")
          .advising("Open WebUI reads 72 bytes at most; take a shorter one.");
    }
    if (text.indexOf('\0') >= 0) {
      throw Fault.invalidField(
          "password", "password-nul", "The password holds a character that can't be typed.");
    }
  }

  private Secret groups(int count) {
    while (true) {
      StringBuilder text = new StringBuilder(characters(5));
      for (int i = 1; i < count; i++) {
        text.append('-').append(characters(5));
      }
      if (hasEveryClass(text)) {
        return Secret.of(text.toString());
      }
    }
  }

  private static boolean hasEveryClass(CharSequence text) {
    return text.chars().anyMatch(Character::isLowerCase)
        && text.chars().anyMatch(Character::isUpperCase)
        && text.chars().anyMatch(Character::isDigit);
  }

  private String characters(int count) {
    return random
        .ints(count, 0, ALPHABET.length())
        .collect(
            StringBuilder::new,
            (text, index) -> text.append(ALPHABET.charAt(index)),
            StringBuilder::append)
        .toString();
  }
}
