package io.innkeeper.console.view;

/**
 * A part of a whole.
 *
 * @param code whether the name is one that machines use
 * @param percent of the whole
 */
public record ShareRow(String name, boolean code, String value, int percent, String href) {
  /** Whether it opens over the page. */
  public boolean drawer() {
    return href.contains("/how?");
  }
}
