package io.innkeeper.console.view;

import java.util.List;

/**
 * What stands where there is nothing to show: why, and what to do. Empty and broken look unlike.
 */
public record Empty(Kind kind, String title, Sentence text, List<Action> actions) {
  /** The drawing: three windows, with the middle one lit, plain, or broken. */
  public enum Kind {
    FIRST("first"),
    NONE("none"),
    BROKEN("broken");

    private final String drawing;

    Kind(String drawing) {
      this.drawing = drawing;
    }

    public String drawing() {
      return drawing;
    }
  }

  public Empty {
    actions = List.copyOf(actions);
  }

  public static Empty first(String title, String text, Action... actions) {
    return new Empty(Kind.FIRST, title, Sentence.of(text), List.of(actions));
  }

  public static Empty none(String title, String text, Action... actions) {
    return new Empty(Kind.NONE, title, Sentence.of(text), List.of(actions));
  }

  /** Could not look: not the same as nothing there. */
  public static Empty broken(String title, String text, String requestId, Action... actions) {
    Sentence says = Sentence.of(text + " Request ").code(requestId).plain(".");
    return new Empty(Kind.BROKEN, title, says, List.of(actions));
  }

  /** The drawing's name. */
  public String drawing() {
    return kind.drawing();
  }
}
