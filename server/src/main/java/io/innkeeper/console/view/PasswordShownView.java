package io.innkeeper.console.view;

/** A password on a page of its own, for who has no script; the page leaves by itself. */
public record PasswordShownView(String title, String about, String value, String back)
    implements Screen {
  /** Never in a log. */
  @Override
  public String toString() {
    return "PasswordShownView[" + title + ", [redacted]]";
  }

  @Override
  public String template() {
    return "credentials/shown";
  }
}
