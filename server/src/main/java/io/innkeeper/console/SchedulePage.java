package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.ScheduleView;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.TaskRunsView;
import io.innkeeper.console.view.Toast;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.http.Call;
import io.innkeeper.http.PageRequest;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.schedule.PastRun;
import io.innkeeper.schedule.ScheduledTask;
import io.innkeeper.schedule.TaskBoard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What runs by itself, and one task's runs. */
final class SchedulePage {
  private static final String SECTION = "/jobs";
  private static final String ALL = SECTION + "/schedule";

  private final TaskBoard board;
  private final Pages pages;
  private final Moments moments;

  SchedulePage(TaskBoard board, Pages pages, Moments moments) {
    this.board = board;
    this.pages = pages;
    this.moments = moments;
  }

  void hang(Routes routes) {
    routes.page("GET", ALL, VIEWER, this::list);
    routes.page("GET", ALL + "/{task}", VIEWER, this::show);
    routes.page("POST", ALL + "/{task}/runs", OPERATOR, this::run);
  }

  static List<Tab> tabs(boolean schedule) {
    return List.of(new Tab("Jobs", "", SECTION, !schedule), new Tab("Schedule", "", ALL, schedule));
  }

  private Reply list(Call call) {
    boolean may = call.principal().role().atLeast(OPERATOR);
    List<ScheduleView.Row> rows = board.tasks().stream().map(task -> row(task, may)).toList();
    return pages.page(
        call,
        SECTION,
        new ScheduleView(
            tabs(true), "What runs by itself. Times in " + moments.zone() + ".", rows));
  }

  private ScheduleView.Row row(ScheduledTask task, boolean mayRun) {
    Optional<PastRun> last = board.runs(task.name(), Optional.empty(), 1).stream().findFirst();
    return new ScheduleView.Row(
        last.map(run -> window(run.state())).orElse(WindowState.WAITING),
        task.name(),
        ALL + "/" + task.name(),
        task.interval(),
        last.map(PastRun::result).orElse(""),
        task.begun().map(moments::ago).orElse(Moment.NONE),
        moments.moment(task.due()),
        mayRun ? List.of(runNow(task.name())) : List.of());
  }

  private static Action runNow(String task) {
    return Action.post("Run now", ALL + "/" + task + "/runs").with("play");
  }

  private static WindowState window(PastRun.State state) {
    return switch (state) {
      case RUNNING -> WindowState.RUNNING;
      case DONE -> WindowState.FINISHED;
      case FAILED -> WindowState.FAILED;
      case CUT_OFF -> WindowState.HALF_DONE;
    };
  }

  private Reply show(Call call) {
    ScheduledTask task = board.named(call.path("task"));
    PageRequest page = call.page();
    Optional<Instant> before = page.after().map(Instant::parse);
    List<PastRun> found = board.runs(task.name(), before, page.limit() + 1);
    List<PastRun> shown = found.stream().limit(page.limit()).toList();
    Address address = Address.of(call, ALL + "/" + task.name(), List.of());
    String next =
        found.size() > shown.size()
            ? address
                .with("cursor", PageRequest.cursorAfter(shown.getLast().begun().toString()))
                .toString()
            : "";
    boolean may = call.principal().role().atLeast(OPERATOR);
    return pages.page(
        call,
        SECTION,
        new TaskRunsView(
            task.name(),
            "Runs %s; next %s. Times in %s."
                .formatted(task.interval(), moments.moment(task.due()).words(), moments.zone()),
            may ? List.of(runNow(task.name())) : List.of(),
            shown.stream().map(this::row).toList(),
            new Listing.Paging(
                Numbers.of(shown.size(), "run", "runs"),
                before.isPresent() ? address.toString() : "",
                next),
            shown.isEmpty()
                ? Optional.of(
                    Empty.none(
                        "It has not run yet",
                        "Each run is kept here for 90 days, with what it did."))
                : Optional.empty()));
  }

  private TaskRunsView.Row row(PastRun run) {
    return new TaskRunsView.Row(
        window(run.state()),
        moments.ago(run.begun()),
        run.ended().map(end -> JobPanels.seconds(run.begun(), end)).orElse("—"),
        run.by().isEmpty() ? "the schedule" : run.by(),
        run.result().isEmpty() ? "—" : run.result());
  }

  private Reply run(Call call) {
    ScheduledTask task = board.runNow(call.path("task"), call.actor());
    return pages.done(
        call, ALL + "/" + task.name(), Toast.of("The task " + task.name() + " runs now."));
  }
}
