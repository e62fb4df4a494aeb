package io.innkeeper.console.view;

/** A page that could not be shown: why, and what to do. */
public record ErrorView(int status, Empty says) implements Screen {
  @Override
  public String template() {
    return "error";
  }

  @Override
  public String title() {
    return says.title();
  }
}
