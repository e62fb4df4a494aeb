package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/** API tokens, with a new one's secret shown once. */
public record TokenListView(
    List<Tab> tabs,
    List<Action> actions,
    Optional<Secret> secret,
    List<Row> rows,
    Optional<Empty> empty)
    implements Screen {

  /** One token; {@code beginning} is what it is recognised by. */
  public record Row(
      String name,
      String beginning,
      String role,
      WindowState state,
      Moment expires,
      Moment used,
      String by,
      List<Action> verbs) {
    public Row {
      verbs = List.copyOf(verbs);
    }
  }

  public TokenListView {
    tabs = List.copyOf(tabs);
    actions = List.copyOf(actions);
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "tokens/list";
  }

  @Override
  public String title() {
    return "API tokens";
  }
}
