package io.innkeeper.console.view;

import java.util.Optional;

/** One page of the console: the record that fills it and the template that shows it. */
public interface Screen {
  /** The template below {@code templates/}, without its ending. */
  String template();

  /** The title of the browser's tab; the page's own heading is part of the template. */
  String title();

  /** What it is written in, as in {@code lang} attributes. */
  default String lang() {
    return "en";
  }

  /** What stands above it instead of the way around, for people who only look. */
  default Optional<SlimBar> bar() {
    return Optional.empty();
  }

  /** Where the page's live events come from, or empty when nothing on it changes by itself. */
  default String stream() {
    return "";
  }
}
