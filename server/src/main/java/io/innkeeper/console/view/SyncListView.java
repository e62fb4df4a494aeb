package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/** How an environment's sources were read, the latest first. */
public record SyncListView(
    EnvironmentHead head, List<Row> rows, Listing.Paging paging, Optional<Empty> empty)
    implements Screen {

  /**
   * One reading.
   *
   * @param job its steps
   * @param why what went wrong, or nothing
   */
  public record Row(
      Moment begun,
      String source,
      WindowState state,
      String stateWord,
      String counts,
      String cause,
      String job,
      Sentence why) {}

  public SyncListView {
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "credentials/syncs";
  }

  @Override
  public String title() {
    return "Syncs of " + head.name();
  }
}
