package io.innkeeper.settings;

/**
 * A setting as it applies.
 *
 * @param value as text, secrets redacted, empty when not set
 * @param source the flag, variable or file that gave it; empty for defaults
 * @param says what it decides
 */
public record EffectiveSetting(
    String key, String value, Origin origin, String source, String says) {

  @Override
  public String toString() {
    return key + " = " + value + "  (" + (source.isEmpty() ? origin.word() : source) + ")";
  }
}
