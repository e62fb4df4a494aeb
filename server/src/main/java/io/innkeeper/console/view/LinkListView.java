package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * An organisation's read-only links.
 *
 * @param secret a new link's address, until it has been put away
 */
public record LinkListView(
    List<Tab> parents,
    String heading,
    List<Action> actions,
    Optional<Secret> secret,
    List<Row> rows,
    Optional<Empty> empty)
    implements Screen {

  /** A link as a row. */
  public record Row(
      String name,
      String hint,
      WindowState state,
      String stateWord,
      Moment expires,
      Moment used,
      String by,
      List<Action> verbs) {
    public Row {
      verbs = List.copyOf(verbs);
    }
  }

  public LinkListView {
    parents = List.copyOf(parents);
    actions = List.copyOf(actions);
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "usage/links";
  }

  @Override
  public String title() {
    return heading;
  }
}
