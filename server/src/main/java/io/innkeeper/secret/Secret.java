package io.innkeeper.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;

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
