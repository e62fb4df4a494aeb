package io.innkeeper.console.view;

import java.util.List;

/**
 * A key that calls are made with.
 *
 * @param of the workspace whose spending it counts as, or the organisation
 * @param hint by what a person recognises its value
 * @param limits what holds for it beside its organisation's limits
 * @param retiring what is said of a value that still counts
 */
public record KeyRow(
    String name,
    String of,
    String hint,
    WindowState state,
    String stateWord,
    String limits,
    Moment expires,
    Sentence retiring,
    List<Action> verbs) {
  public KeyRow {
    verbs = List.copyOf(verbs);
  }
}
