package io.innkeeper.console.view;

import java.util.List;

/**
 * Something that concerns the whole house, or one block of it.
 *
 * @param fact what is so, in bold
 * @param meaning what follows from it, and what happens by itself
 */
public record Banner(WindowState state, String fact, Sentence meaning, List<Action> actions) {
  public Banner {
    actions = List.copyOf(actions);
  }
}
