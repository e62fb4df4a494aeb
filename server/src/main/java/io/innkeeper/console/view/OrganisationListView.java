package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/** Who pays. */
public record OrganisationListView(
    List<Action> actions, Listing listing, List<Row> rows, Optional<Empty> empty)
    implements Screen {

  /** One organisation; {@code budget} is a bare number or “—”. */
  public record Row(
      String name,
      String href,
      String slug,
      WindowState state,
      String stateWord,
      String tenants,
      String zone,
      String currency,
      String budget,
      Sentence why) {}

  public OrganisationListView {
    actions = List.copyOf(actions);
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "organisations/list";
  }

  @Override
  public String title() {
    return "Organisations";
  }
}
