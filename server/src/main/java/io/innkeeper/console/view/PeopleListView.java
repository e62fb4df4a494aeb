package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * The people of a tenant's workspace, and their groups.
 *
 * @param told when the workspace told this
 * @param failure why it could not be asked since, or empty
 * @param secret passwords, until they have been put away
 */
public record PeopleListView(
    TenantHead head,
    Listing listing,
    Moment told,
    String failure,
    List<Action> actions,
    Optional<Secret> secret,
    List<Row> rows,
    Optional<Empty> empty,
    List<GroupRow> groups,
    List<Action> groupActions)
    implements Screen {

  /** Somebody. */
  public record Row(
      String name,
      String email,
      String role,
      WindowState state,
      String stateWord,
      String source,
      String groups,
      Moment active,
      List<Action> verbs) {
    public Row {
      verbs = List.copyOf(verbs);
    }
  }

  /** A group with how many are in it. */
  public record GroupRow(String name, String about, String members, List<Action> verbs) {
    public GroupRow {
      verbs = List.copyOf(verbs);
    }
  }

  public PeopleListView {
    actions = List.copyOf(actions);
    rows = List.copyOf(rows);
    groups = List.copyOf(groups);
    groupActions = List.copyOf(groupActions);
  }

  @Override
  public String template() {
    return "people/list";
  }

  @Override
  public String title() {
    return "People of " + head.name();
  }
}
