package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * How our copy of an environment differs from what its sources say. No password is in here.
 *
 * @param state whether it differs
 * @param words how many of what
 * @param why what could not be compared, or nothing
 */
public record DriftPageView(
    EnvironmentHead head,
    List<Action> actions,
    WindowState state,
    String stateWord,
    String words,
    Sentence why,
    Listing listing,
    List<Row> rows,
    Optional<Empty> empty)
    implements Screen {

  /**
   * An account.
   *
   * @param what it means and what to do
   */
  public record Row(
      WindowState state,
      String stateWord,
      String host,
      String account,
      String source,
      String what) {}

  public DriftPageView {
    actions = List.copyOf(actions);
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "credentials/drift";
  }

  @Override
  public String title() {
    return "Drift of " + head.name();
  }
}
