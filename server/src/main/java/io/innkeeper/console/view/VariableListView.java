package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * The app's variables of a layer, or all that a tenant gets; or what was looked for among all that
 * the app knows.
 *
 * @param head of a tenant; without one the parents and the heading stand on top
 * @param actions beside the search, for a tenant
 * @param secret one shown in the clear, until it has been put away
 * @param used what the app really uses, for a tenant
 */
public record VariableListView(
    Optional<TenantHead> head,
    List<Tab> parents,
    String heading,
    String lead,
    List<Action> actions,
    String commands,
    Optional<Secret> secret,
    Listing listing,
    List<Row> rows,
    Optional<Empty> empty,
    Optional<Used> used)
    implements Screen {

  /**
   * A variable as a row.
   *
   * @param says what it does, or empty for one the app doesn't know
   * @param from whose word it is; “default” where nobody says anything
   * @param note what else must be known: what it covers, when it takes effect, why it is reserved
   */
  public record Row(
      String name, String says, Sentence value, Fact.Tag from, String note, List<Action> verbs) {
    public Row {
      verbs = List.copyOf(verbs);
    }
  }

  /**
   * What the running app uses where that isn't what is wanted.
   *
   * @param words “All 61 are used as wanted.”
   * @param asked when the app was asked
   */
  public record Used(
      WindowState state, String words, Moment asked, List<Line> lines, Optional<Action> again) {
    public Used {
      lines = List.copyOf(lines);
    }
  }

  /** One variable that isn't used as wanted. */
  public record Line(String name, String how, String wanted, String used) {}

  public VariableListView {
    parents = List.copyOf(parents);
    actions = List.copyOf(actions);
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "variables/list";
  }

  @Override
  public String title() {
    return heading;
  }
}
