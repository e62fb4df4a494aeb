package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * Model calls: found by organisation, workspace, model, person, state and days.
 *
 * @param commands where the same by CLI or API is shown
 * @param wide whether calls of several organisations are shown
 */
public record UsageListView(
    String lead,
    List<Action> actions,
    Listing listing,
    List<CallRow> rows,
    boolean wide,
    String commands,
    Optional<Empty> empty,
    String stream)
    implements Screen {

  public UsageListView {
    actions = List.copyOf(actions);
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "usage/list";
  }

  @Override
  public String title() {
    return "Usage";
  }
}
