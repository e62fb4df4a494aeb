package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/** The audit: whether the chain is whole, and its lines. */
public record AuditListView(
    WindowState state,
    String verdict,
    String lead,
    List<Action> actions,
    Listing listing,
    List<Day> days,
    Optional<Empty> empty)
    implements Screen {

  /** The lines of one day, newest first. */
  public record Day(String name, List<Row> rows) {
    public Day {
      rows = List.copyOf(rows);
    }
  }

  /** One line; {@code refused} stands out. */
  public record Row(
      Moment at,
      String who,
      String what,
      String on,
      Sentence change,
      String from,
      String result,
      boolean refused,
      String requestId) {}

  public AuditListView {
    actions = List.copyOf(actions);
    days = List.copyOf(days);
  }

  @Override
  public String template() {
    return "audit/list";
  }

  @Override
  public String title() {
    return "Audit";
  }
}
