package io.innkeeper.cli.env;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key's secret. It prints as its label, so that no message can give it away.
 *
 * @param secret printable ASCII without spaces, 1 to 512 characters
 */
record ApiKey(String secret) {
  private static final Pattern USABLE = Pattern.compile("[!-~]{1,512}");
  private static final int LONG_ENOUGH = 24;
  private static final int HEAD = 12;
  private static final int TAIL = 4;

  ApiKey {
    if (!USABLE.matcher(secret).matches()) throw new IllegalArgumentException("not a key");
  }

  /** The key in a text; empty when there is none that could be one. */
  static Optional<ApiKey> parse(String text) {
    return Optional.of(text.strip()).filter(USABLE.asMatchPredicate()).map(ApiKey::new);
  }

  /** As OpenRouter itself labels keys; of a short one nothing is shown. */
  static String masked(String secret) {
    if (secret.length() < LONG_ENOUGH) return "…";
    return secret.substring(0, HEAD) + "..." + secret.substring(secret.length() - TAIL);
  }

  String label() {
    return masked(secret);
  }

  @Override
  public String toString() {
    return label();
  }
}
