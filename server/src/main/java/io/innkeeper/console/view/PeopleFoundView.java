package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * Somebody looked for over all tenants.
 *
 * @param lead how many people used the workspaces lately
 */
public record PeopleFoundView(Listing listing, String lead, List<Row> rows, Optional<Empty> empty)
    implements Screen {

  /** An account somewhere. */
  public record Row(
      String email,
      String name,
      String tenant,
      String href,
      String role,
      WindowState state,
      String stateWord,
      Moment active,
      Moment told) {}

  public PeopleFoundView {
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
