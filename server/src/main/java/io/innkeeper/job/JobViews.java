package io.innkeeper.job;

import io.innkeeper.client.JobLogLine;
import io.innkeeper.client.JobView;
import io.innkeeper.client.StepView;

/** Jobs as API, CLI and console are told of them. */
public final class JobViews {
  private JobViews() {}

  public static JobView of(Job job) {
    return new JobView(
        job.id(),
        job.kind(),
        job.title(),
        job.subject(),
        job.state().word(),
        job.by().name(),
        job.input(),
        job.steps().stream().map(JobViews::of).toList(),
        job.failure().orElse(null),
        job.createdAt(),
        job.startedAt().orElse(null),
        job.endedAt().orElse(null));
  }

  static JobLogLine of(LogLine line) {
    return new JobLogLine(line.position(), line.at(), line.line());
  }

  private static StepView of(Job.StepRecord step) {
    return new StepView(
        step.position(),
        step.name(),
        step.state().word(),
        step.now(),
        step.startedAt().orElse(null),
        step.endedAt().orElse(null));
  }
}
