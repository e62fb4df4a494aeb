package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/** What an SDDC Manager was asked to change, the latest first. */
public record TaskListView(
    EnvironmentHead head, List<Row> rows, Listing.Paging paging, Optional<Empty> empty)
    implements Screen {

  /**
   * One order.
   *
   * @param what “Rotate 3 passwords”
   * @param job its steps
   * @param why what went wrong, or nothing
   */
  public record Row(
      Moment ordered,
      String what,
      String by,
      WindowState state,
      String stateWord,
      List<Part> parts,
      String job,
      Sentence why,
      List<Action> verbs) {
    public Row {
      parts = List.copyOf(parts);
      verbs = List.copyOf(verbs);
    }
  }

  /**
   * How it went for one account.
   *
   * @param steps what SDDC Manager does for it, or nothing
   */
  public record Part(String whose, WindowState state, String word, String steps) {}

  public TaskListView {
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "credentials/tasks";
  }

  @Override
  public String title() {
    return "Tasks of " + head.name();
  }
}
