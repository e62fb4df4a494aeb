package io.innkeeper.cli.upkeep;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Limit;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.cli.terminal.When;
import io.innkeeper.client.Answer;
import io.innkeeper.client.ScheduledTaskView;
import io.innkeeper.client.TaskRunView;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code innkeeper schedule …} */
@Command(name = "schedule", description = "What runs by itself: when, how it went; run it now.")
public final class ScheduleCommand {
  private static final String ALL = "/schedule";
  private static final String RUNS = ALL + "/{}/runs";
  private static final String TASK = "A task's name, as the list shows it.";

  private final Desk desk;

  public ScheduleCommand(Desk desk) {
    this.desk = desk;
  }

  @Command(description = "List what runs by itself: when last, how it went, when next.")
  void list() {
    Answer answer = desk.client().get(ALL);
    if (desk.options().json()) {
      desk.json(answer.json());
      return;
    }
    desk.table(
        table(desk.when()),
        List.of(answer.as(ScheduledTaskView[].class)),
        "Nothing runs by itself.");
  }

  @Command(description = "List a task's runs, latest first.")
  void runs(@Parameters(paramLabel = "TASK", description = TASK) String task, @Mixin Limit limit) {
    new Lists(desk)
        .show(
            Query.of(RUNS, task),
            TaskRunView.class,
            runs(desk.when()),
            limit,
            "It has not run yet.");
  }

  @Command(description = "Let a task run now; see how it went with: schedule runs TASK.")
  void run(@Parameters(paramLabel = "TASK", description = TASK) String task) {
    Answer answer = desk.client().post(Query.of(RUNS, task).path(), null);
    desk.show(
        answer,
        ScheduledTaskView.class,
        ScheduledTaskView::name,
        one -> "The task %s runs now.".formatted(one.name()));
  }

  private static Table<ScheduledTaskView> table(When when) {
    return new Table<ScheduledTaskView>()
        .column("Task", ScheduledTaskView::name)
        .column("When", ScheduledTaskView::interval)
        .column("Last", task -> when.ago(task.lastBegunAt()))
        .column("Next", task -> when.ago(task.dueAt()))
        .column("Failure", task -> Objects.requireNonNullElse(task.lastFailure(), ""));
  }

  private static Table<TaskRunView> runs(When when) {
    return new Table<TaskRunView>()
        .column("Began", run -> when.toTheSecond(run.begunAt()))
        .column("Ended", run -> run.endedAt() == null ? "" : when.toTheSecond(run.endedAt()))
        .column("State", TaskRunView::state, run -> tone(run.state()))
        .column("Wanted by", run -> Objects.requireNonNullElse(run.startedBy(), ""))
        .column("What it did", run -> Objects.requireNonNullElse(run.result(), ""));
  }

  private static Tone tone(String state) {
    return switch (state) {
      case "failed" -> Tone.BAD;
      case "cut-off" -> Tone.WARNING;
      default -> Tone.PLAIN;
    };
  }
}
