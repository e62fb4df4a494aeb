package io.innkeeper.console.view;

/**
 * A secret shown once: what it is, the value, and the promise that we can't show it again.
 *
 * @param done the address that puts it away, by POST
 */
public record Secret(String title, String about, String value, String done) {
  /** Never in a log. */
  @Override
  public String toString() {
    return "Secret[" + title + ", [redacted]]";
  }
}
