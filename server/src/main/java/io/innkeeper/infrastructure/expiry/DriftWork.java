package io.innkeeper.infrastructure.expiry;

import io.innkeeper.job.Job;
import io.innkeeper.job.Progress;
import io.innkeeper.job.Step;
import io.innkeeper.job.Work;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A comparison as a job. Nothing to undo: it changes neither side. */
final class DriftWork implements Work {
  static final String KIND = "environment.drift";
  private static final String ENVIRONMENT = "environment";

  private final DriftLook look;

  DriftWork(DriftLook look) {
    this.look = look;
  }

  static Map<String, String> input(UUID environment) {
    return Map.of(ENVIRONMENT, environment.toString());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<Step> steps(Job job) {
    return List.of(Step.of("Compare with what the sources say", progress -> look(job, progress)));
  }

  private void look(Job job, Progress progress) throws InterruptedException {
    look.run(UUID.fromString(job.input().getOrDefault(ENVIRONMENT, "")), job, progress);
  }
}
