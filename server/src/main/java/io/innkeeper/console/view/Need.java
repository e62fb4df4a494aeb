package io.innkeeper.console.view;

import java.util.List;

/**
 * Something that needs a person: what, why, since when, and the button that mends it.
 *
 * @param since empty words when it doesn't matter
 */
public record Need(WindowState state, Sentence text, Moment since, List<Action> actions) {
  public Need {
    actions = List.copyOf(actions);
  }
}
