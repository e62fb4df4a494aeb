package io.innkeeper.cli.job;

import io.innkeeper.cli.terminal.Facts;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.cli.terminal.When;
import io.innkeeper.client.JobView;
import io.innkeeper.client.StepView;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs as people read them. */
record JobText(When when, boolean colour) {

  Table<JobView> table() {
    return new Table<JobView>()
        .column("Id", job -> job.id().toString())
        .column("Job", JobView::title)
        .column("State", JobView::state, job -> tone(job.state()))
        .column("By", JobView::startedBy)
        .column("Asked", job -> when.ago(job.createdAt()))
        .number("Took", job -> took(job.startedAt(), job.endedAt()));
  }

  String facts(JobView job) {
    String facts =
        new Facts()
            .add("Job", job.title())
            .add("State", job.state())
            .maybe("Why", job.failure())
            .add("By", job.startedBy())
            .add("Asked", when.exact(job.createdAt()))
            .maybe("Took", took(job.startedAt(), job.endedAt()))
            .add("Subject", job.subject())
            .add("Id", job.id())
            .rendered();
    return facts + "\n" + steps().rendered(job.steps(), colour);
  }

  private Table<StepView> steps() {
    return new Table<StepView>()
        .column("Step", StepView::name)
        .column("State", StepView::state, step -> tone(step.state()))
        .number("Took", step -> took(step.startedAt(), step.endedAt()))
        .column("Now", StepView::now);
  }

  private String took(@Nullable Instant from, @Nullable Instant to) {
    if (from == null) return "";
    Instant until = Optional.ofNullable(to).orElseGet(when.clock()::instant);
    return When.lasting(Duration.between(from, until));
  }

  private static Tone tone(String state) {
    return switch (state) {
      case "finished", "done" -> Tone.GOOD;
      case "failed" -> Tone.BAD;
      case "taken-back", "cancelled", "undone", "undoing" -> Tone.WARNING;
      case "running" -> Tone.STRONG;
      default -> Tone.FAINT;
    };
  }
}
