package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/** When which source is read by itself, the next one first. */
public record SyncScheduleView(List<Tab> tabs, String lead, List<Row> rows, Optional<Empty> empty)
    implements Screen {

  /**
   * A source.
   *
   * @param loud that its certificate is not looked at, or nothing
   * @param left “in 12 min”
   * @param every “every 60 min”
   */
  public record Row(
      String environment,
      String href,
      String product,
      String loud,
      WindowState state,
      String stateWord,
      String every,
      Moment next,
      String left,
      Moment last,
      List<Action> verbs) {
    public Row {
      verbs = List.copyOf(verbs);
    }

    public String whose() {
      return product + " of " + environment;
    }
  }

  public SyncScheduleView {
    tabs = List.copyOf(tabs);
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "credentials/schedule";
  }

  @Override
  public String title() {
    return "Schedule of syncs";
  }
}
