package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/** What organisations owe, month by month. */
public record StatementListView(
    String lead,
    List<Action> actions,
    Listing listing,
    List<Row> rows,
    String commands,
    Optional<Empty> empty)
    implements Screen {

  /**
   * One statement.
   *
   * @param number “Draft” while it has none
   * @param under what stands below the number in small, or empty
   * @param amount a bare number, or “—” while a rate is missing
   */
  public record Row(
      String number,
      String under,
      String href,
      String organisation,
      String month,
      WindowState state,
      String stateWord,
      String currency,
      String amount) {}

  public StatementListView {
    actions = List.copyOf(actions);
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "statements/list";
  }

  @Override
  public String title() {
    return "Statements";
  }
}
