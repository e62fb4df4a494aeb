package io.innkeeper.schedule;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.Page;
import io.innkeeper.client.ScheduledTaskView;
import io.innkeeper.client.TaskRunView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.PageRequest;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** The schedule for programs: {@code /api/v1/schedule}. */
public final class ScheduleResource {
  private static final String ALL = "/api/v1/schedule";
  private static final String RUNS = ALL + "/{task}/runs";

  private final TaskBoard board;

  public ScheduleResource(TaskBoard board) {
    this.board = board;
  }

  public void hang(Routes routes) {
    routes.api(
        "GET",
        ALL,
        VIEWER,
        "Lists what runs by itself: when last, how it went, when next.",
        ScheduledTaskView[].class,
        call -> board.tasks().stream().map(ScheduleResource::view).toList());
    routes.api(
        "GET",
        RUNS,
        VIEWER,
        "A task's runs, latest first.",
        TypeOf.page(TaskRunView.class),
        this::runs);
    routes.api(
        "POST",
        RUNS,
        OPERATOR,
        "Lets a task run now; it begins within seconds.",
        ScheduledTaskView.class,
        this::run);
  }

  private Page<TaskRunView> runs(Call call) {
    String task = board.named(call.path("task")).name();
    PageRequest page = call.page();
    List<PastRun> found =
        board.runs(task, page.after().map(ScheduleResource::at), page.limit() + 1);
    List<PastRun> shown = found.stream().limit(page.limit()).toList();
    String next =
        found.size() > shown.size()
            ? PageRequest.cursorAfter(shown.getLast().begun().toString())
            : null;
    return new Page<>(shown.stream().map(ScheduleResource::view).toList(), next, shown.size());
  }

  private Reply run(Call call) {
    ScheduledTask task = board.runNow(call.path("task"), call.actor());
    return Reply.accepted(ALL + "/" + task.name() + "/runs", view(task));
  }

  private static Instant at(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw Fault.invalidField("cursor", "bad-cursor", "The cursor is none of this list's.");
    }
  }

  private static TaskRunView view(PastRun run) {
    return new TaskRunView(
        run.task(),
        run.begun(),
        run.ended().orElse(null),
        run.state().word(),
        run.by().isEmpty() ? null : run.by(),
        run.result().isEmpty() ? null : run.result());
  }

  private static ScheduledTaskView view(ScheduledTask task) {
    return new ScheduledTaskView(
        task.name(),
        task.interval(),
        task.begun().orElse(null),
        task.ended().orElse(null),
        task.failure().orElse(null),
        task.due());
  }
}
