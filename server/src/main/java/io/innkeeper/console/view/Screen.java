package io.innkeeper.console.view;

/** One page of the console: the record that fills it and the template that shows it. */
public interface Screen {
  /** The template below {@code templates/}, without its ending. */
  String template();

  /** The title of the browser's tab; the page's own heading is part of the template. */
  String title();

  /** Where the page's live events come from, or empty when nothing on it changes by itself. */
  default String stream() {
    return "";
  }
}
