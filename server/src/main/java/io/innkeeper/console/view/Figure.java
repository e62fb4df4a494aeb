package io.innkeeper.console.view;

import java.util.List;

/**
 * A great figure: its name, the number with its units, and a line that says more.
 *
 * @param href the lines it came from, or empty where it claims nothing
 */
public record Figure(String name, List<Part> parts, String href, Sentence note) {
  /** A run of the figure; a unit is half as large. */
  public record Part(String text, boolean unit) {}

  public Figure {
    parts = List.copyOf(parts);
  }

  /** A number without a unit. */
  public static Figure of(String name, String value) {
    return new Figure(name, List.of(new Part(value, false)), "", Sentence.NONE);
  }

  /** An amount; the currency stands before it. */
  public static Figure usd(String name, String amount) {
    return new Figure(
        name, List.of(new Part("USD", true), new Part(amount, false)), "", Sentence.NONE);
  }

  /** The same with more behind it. */
  public Figure and(String text, boolean unit) {
    return new Figure(
        name,
        java.util.stream.Stream.concat(
                parts.stream(), java.util.stream.Stream.of(new Part(text, unit)))
            .toList(),
        href,
        note);
  }

  /** Whether it opens over the page. */
  public boolean drawer() {
    return href.contains("/how?") || href.endsWith("/how");
  }

  public Figure opening(String address) {
    return new Figure(name, parts, address, note);
  }

  public Figure saying(Sentence words) {
    return new Figure(name, parts, href, words);
  }
}
