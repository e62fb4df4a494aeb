package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * The environments whose passwords are kept.
 *
 * @param tabs the list, and when its sources are read
 * @param looks as a table or as cards
 */
public record EnvironmentListView(
    List<Action> actions,
    List<Tab> tabs,
    List<Tab> looks,
    boolean cards,
    List<Row> rows,
    Optional<Empty> empty)
    implements Screen {

  /**
   * An environment.
   *
   * @param href empty for one that was removed and has nothing left to see
   * @param sources how its sources stand, each
   */
  public record Row(
      String name,
      String href,
      String about,
      WindowState state,
      String stateWord,
      List<SourceHead> sources,
      String credentials,
      Moment synced,
      List<Action> verbs) {
    public Row {
      sources = List.copyOf(sources);
      verbs = List.copyOf(verbs);
    }
  }

  public EnvironmentListView {
    actions = List.copyOf(actions);
    tabs = List.copyOf(tabs);
    looks = List.copyOf(looks);
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "credentials/environments";
  }

  @Override
  public String title() {
    return "Credentials";
  }
}
