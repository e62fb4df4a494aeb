package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/** People who may sign in. */
public record OperatorListView(
    List<Tab> tabs, List<Action> actions, Optional<Secret> secret, List<Row> rows, String said)
    implements Screen {

  /** One person; {@code of} is a client's organisation, or empty. */
  public record Row(
      String name,
      String role,
      String of,
      WindowState state,
      String stateWord,
      String sessions,
      Moment seen,
      List<Action> verbs) {
    public Row {
      verbs = List.copyOf(verbs);
    }
  }

  public OperatorListView {
    tabs = List.copyOf(tabs);
    actions = List.copyOf(actions);
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "operators/list";
  }

  @Override
  public String title() {
    return "Operators";
  }
}
