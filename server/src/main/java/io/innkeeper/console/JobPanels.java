package io.innkeeper.console;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.JobPanel;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.job.Job;
import io.innkeeper.job.Job.State;
import io.innkeeper.job.Job.StepRecord;
import io.innkeeper.job.Job.StepState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Jobs as panels: named steps, how long each took, and the way back where one failed. */
final class JobPanels {
  private final Clock clock;
  private final Moments moments;

  JobPanels(Clock clock, Moments moments) {
    this.clock = clock;
    this.moments = moments;
  }

  JobPanel of(Job job, boolean folded) {
    List<JobPanel.Step> steps = new ArrayList<>();
    List<JobPanel.Step> undo = new ArrayList<>();
    for (StepRecord step : job.steps()) {
      steps.add(step(step));
      if (step.state() == StepState.UNDONE) {
        undo.addFirst(
            new JobPanel.Step(
                WindowState.FINISHED, Sentence.of("Taken back: " + step.name()), "", ""));
      }
    }
    List<Action> actions =
        job.state() == State.WAITING || job.state() == State.RUNNING
            ? List.of(Action.post("Cancel and go back", "/jobs/" + job.id() + "/cancel"))
            : List.of();
    return new JobPanel(
        job.id().toString(),
        Windows.of(job.state()),
        job.title(),
        "started by "
            + job.by().name()
            + " at "
            + moments.time(job.createdAt()).words()
            + took(job),
        sum(job),
        steps,
        undo,
        foot(job),
        actions,
        folded);
  }

  /** “4 of 9: wait until healthy”, or how it ended. */
  String went(Job job) {
    return switch (job.state()) {
      case WAITING -> "waits for its turn";
      case RUNNING -> at(job);
      case UNDOING -> "going back: " + job.failure().orElse("");
      case FINISHED -> job.steps().size() + " steps";
      case TAKEN_BACK, FAILED, CANCELLED -> job.failure().orElse("");
    };
  }

  /** “0:52”, or “—” before it began. */
  String duration(Job job) {
    return job.startedAt()
        .map(start -> clockwise(Duration.between(start, job.endedAt().orElse(clock.instant()))))
        .orElse("—");
  }

  private static String at(Job job) {
    for (StepRecord step : job.steps()) {
      if (step.state() != StepState.DONE) {
        return "%d of %d: %s"
            .formatted(
                step.position() + 1, job.steps().size(), step.name().toLowerCase(Locale.ROOT));
      }
    }
    return "";
  }

  private String took(Job job) {
    return job.startedAt().isEmpty() ? "" : " · " + duration(job);
  }

  private JobPanel.Step step(StepRecord step) {
    String took =
        step.startedAt()
            .map(start -> seconds(start, step.endedAt().orElse(clock.instant())))
            .orElse("");
    return new JobPanel.Step(Windows.of(step.state()), Sentence.of(step.name()), took, step.now());
  }

  private static Sentence sum(Job job) {
    return switch (job.state()) {
      case TAKEN_BACK -> Sentence.of(job.failure().orElse("") + " Everything is as it was before.");
      case FAILED ->
          Sentence.of(job.failure().orElse("") + " The way back failed too: somebody must look.");
      default -> Sentence.NONE;
    };
  }

  private static Sentence foot(Job job) {
    boolean change = job.kind().equals("tenant.change") || job.kind().equals("tenant.recreate");
    boolean running = job.state() == State.RUNNING || job.state() == State.WAITING;
    return change && running
        ? Sentence.of("If it does not become healthy, the old container comes back by itself.")
        : Sentence.NONE;
  }

  static String seconds(Instant from, Instant to) {
    long millis = Duration.between(from, to).toMillis();
    return millis < 60_000
        ? String.format(Locale.ROOT, "%.1f s", millis / 1000.0)
        : clockwise(Duration.ofMillis(millis));
  }

  private static String clockwise(Duration duration) {
    return "%d:%02d".formatted(duration.toMinutes(), duration.toSecondsPart());
  }
}
