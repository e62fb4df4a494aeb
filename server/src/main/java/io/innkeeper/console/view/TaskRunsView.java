package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/** A task's runs, latest first. */
public record TaskRunsView(
    String task,
    String lead,
    List<Action> actions,
    List<Row> rows,
    Listing.Paging paging,
    Optional<Empty> empty)
    implements Screen {

  /** One run; {@code went} says what it did, or why not. */
  public record Row(WindowState state, Moment begun, String took, String by, String went) {}

  public TaskRunsView {
    actions = List.copyOf(actions);
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "jobs/runs";
  }

  @Override
  public String title() {
    return "The task " + task;
  }
}
