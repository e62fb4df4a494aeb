package io.innkeeper.console.view;

/**
 * The server starts again, and the page waits for it.
 *
 * @param before what the server calls its start as long as it is still the old one
 */
public record StartingView(String before) implements Screen {
  public WindowState state() {
    return WindowState.RUNNING;
  }

  @Override
  public String template() {
    return "server/starting";
  }

  @Override
  public String title() {
    return "Starting again";
  }
}
