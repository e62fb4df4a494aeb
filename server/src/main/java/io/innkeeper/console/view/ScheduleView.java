package io.innkeeper.console.view;

import java.util.List;

/** What runs by itself: how it went last, when it runs next. */
public record ScheduleView(List<Tab> tabs, String lead, List<Row> rows) implements Screen {

  /** One task; {@code went} says what its last run did, or why not. */
  public record Row(
      WindowState state,
      String task,
      String href,
      String rhythm,
      String went,
      Moment last,
      Moment next,
      List<Action> verbs) {
    public Row {
      verbs = List.copyOf(verbs);
    }
  }

  public ScheduleView {
    tabs = List.copyOf(tabs);
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "jobs/schedule";
  }

  @Override
  public String title() {
    return "Schedule";
  }
}
