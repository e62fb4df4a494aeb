package io.innkeeper.console;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.ScheduleView;
import io.innkeeper.console.view.TaskRunsView;
import io.innkeeper.console.view.WindowState;
import java.util.List;
import java.util.Optional;

/** The schedule, to look at. */
final class SampleSchedule {
  private static final String LONG =
      "Tried to read the models’ prices, but OpenRouter did not answer within 20 s. The prices of"
          + " 14:02 stay in force.";

  private SampleSchedule() {}

  static ScheduleView schedule() {
    return new ScheduleView(
        SchedulePage.tabs(true),
        "What runs by itself. Times in Warsaw.",
        List.of(
            row(WindowState.RUNNING, "reconcile", "every minute", "", "14:32", "14:33"),
            row(WindowState.FAILED, "prices", "every hour", LONG, "14:02", "14:17"),
            row(
                WindowState.FINISHED,
                "books",
                "daily at 02:30 Europe/Warsaw",
                "All sums follow from 75,221 lines.",
                "02:33",
                "tomorrow 02:36"),
            row(
                WindowState.HALF_DONE,
                "comparison",
                "daily at 02:30 Europe/Warsaw",
                "",
                "02:31",
                "14:33"),
            row(WindowState.WAITING, "month-close", "daily at 06:00", "", "—", "14:33")));
  }

  private static ScheduleView.Row row(
      WindowState state, String task, String rhythm, String went, String last, String next) {
    return new ScheduleView.Row(
        state,
        task,
        "/jobs/schedule/" + task,
        rhythm,
        went,
        new Moment(last, last, ""),
        new Moment(next, next, ""),
        List.of(Action.post("Run now", "/jobs/schedule/" + task + "/runs").with("play")));
  }

  static TaskRunsView runs() {
    return view(
        List.of(
            run(WindowState.FAILED, "14:02", "20 s", "the schedule", LONG),
            run(
                WindowState.FINISHED,
                "13:02",
                "1 s",
                "Marta Zielińska",
                "Prices of 3 models changed."),
            run(WindowState.HALF_DONE, "12:02", "—", "the schedule", "—")),
        Optional.empty());
  }

  static TaskRunsView noRuns() {
    return view(
        List.of(),
        Optional.of(
            Empty.none(
                "It has not run yet", "Each run is kept here for 90 days, with what it did.")));
  }

  private static TaskRunsView view(List<TaskRunsView.Row> rows, Optional<Empty> empty) {
    return new TaskRunsView(
        "prices",
        "Runs every hour; next 14:17. Times in Warsaw.",
        List.of(Action.post("Run now", "/jobs/schedule/prices/runs").with("play")),
        rows,
        new Listing.Paging("3 runs", "", ""),
        empty);
  }

  private static TaskRunsView.Row run(
      WindowState state, String begun, String took, String by, String went) {
    return new TaskRunsView.Row(state, new Moment(begun, begun, ""), took, by, went);
  }
}
