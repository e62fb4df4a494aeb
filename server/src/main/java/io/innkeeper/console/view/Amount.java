package io.innkeeper.console.view;

/**
 * A line of a sum.
 *
 * @param note how it comes about, or empty
 * @param total whether the lines above it add up to it
 */
public record Amount(String name, String note, String value, boolean total) {
  public static Amount line(String name, String value) {
    return new Amount(name, "", value, false);
  }

  public static Amount sum(String name, String value) {
    return new Amount(name, "", value, true);
  }

  public Amount noted(String words) {
    return new Amount(name, words, value, total);
  }

  /** Whether it takes something away. */
  public boolean negative() {
    return value.startsWith("−");
  }
}
