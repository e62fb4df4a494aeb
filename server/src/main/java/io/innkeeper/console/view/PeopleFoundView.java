package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * Somebody looked for over all tenants.
 *
 * @param lead how many people used the workspaces lately
 */
public record PeopleFoundView(
    Listing listing, String lead, List<Action> actions, List<Row> rows, Optional<Empty> empty)
    implements Screen {

  /**
   * An account somewhere.
   *
   * @param href all workspaces that know the address
   * @param people the people of this one
   */
  public record Row(
      String email,
      String name,
      String tenant,
      String href,
      String people,
      String role,
      WindowState state,
      String stateWord,
      Moment active,
      Moment told) {}

  public PeopleFoundView {
    actions = List.copyOf(actions);
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "people/found";
  }

  @Override
  public String title() {
    return "Find a person";
  }
}
