package io.innkeeper.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A text that shows as {@code [redacted]} everywhere; {@link #unwrap()} is the one visible way to
 * the value.
 */
public final class Secret {
  private static final String REDACTED = "[redacted]";

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  public static Secret of(String value) {
    return new Secret(requireNonNull(value, "value is null"));
  }

  /**
   * The value itself. Search for this word to find every place where a secret leaves its wrapping.
   */
  public String unwrap() {
    return value;
  }

  /** SHA-256 in hexadecimal: what is kept of a value that can't be guessed and only recognised. */
  public String digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(value.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** By what a person recognises it in a list: a known beginning and its last four characters. */
  public String hint(String beginning) {
    if (!value.startsWith(beginning) || value.length() < beginning.length() + 24) return "…";
    return beginning + "…" + value.substring(value.length() - 4);
  }

  @JsonValue
  @Override
  public String toString() {
    return REDACTED;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that
        && MessageDigest.isEqual(value.getBytes(UTF_8), that.value.getBytes(UTF_8));
  }

  @Override
  public int hashCode() {
    return Secret.class.hashCode();
  }
}
