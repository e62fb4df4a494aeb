package io.innkeeper.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which passwords are accepted: long enough, and not what everybody tries first. */
final class PasswordRules {
  static final int SHORTEST = 10;
  static final int LONGEST = 200;

  private static final int FEWEST_DIFFERENT = 5;
  private static final Set<String> COMMON = common();
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]");

  private PasswordRules() {}

  /** The same password in one normal form, so that an é typed on another keyboard is the same é. */
  static String normal(Secret password) {
    return Normalizer.normalize(password.unwrap(), Normalizer.Form.NFC);
  }

  /** Whether so long a text is worth any work. */
  static boolean tooLong(String text) {
    return text.length() > 2 * LONGEST;
  }

  /**
   * Refuses what is easily guessed.
   *
   * @throws Fault INVALID saying why
   */
  static void demand(Secret password, OperatorName name) {
    String text = normal(password);
    int length = text.codePointCount(0, text.length());
    if (length < SHORTEST) throw refusal("A password has at least 10 characters.");
    if (length > LONGEST) throw refusal("A password has at most 200 characters.");
    String lower = text.toLowerCase(Locale.ROOT);
    if (name.value().length() > 3 && lower.contains(name.value()))
      throw refusal("A password must not contain the name.");
    if (lower.codePoints().distinct().count() < FEWEST_DIFFERENT)
      throw refusal("This password has too few different characters.");
    String letters = NOT_LETTERS.matcher(lower).replaceAll("");
    if (COMMON.contains(lower) || COMMON.contains(letters) || ordered(lower))
      throw refusal("This password is among the first that others would try.");
  }

  // A walk along the alphabet or the digits, up or down.
  private static boolean ordered(String text) {
    int steps = text.charAt(1) - text.charAt(0);
    if (Math.abs(steps) != 1) return false;
    for (int i = 1; i < text.length(); i++) {
      boolean wraps = text.charAt(i - 1) == '9' && text.charAt(i) == '0';
      if (text.charAt(i) - text.charAt(i - 1) != steps && !wraps) return false;
    }
    return true;
  }

  private static Fault refusal(String why) {
    return Fault.invalidField("password", "password-weak", why)
        .advising("Take a few words that don't belong together.");
  }

  private static Set<String> common() {
    try (InputStream list = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
      String text = new String(Objects.requireNonNull(list).readAllBytes(), UTF_8);
      return text.lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
