package io.innkeeper.infrastructure.expiry;

import io.innkeeper.job.Job;
import io.innkeeper.job.Progress;
import io.innkeeper.job.Step;
import io.innkeeper.job.Work;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A look as a job: one step, which keeps all that it finds or nothing. */
final class ExpiryWork implements Work {
  static final String KIND = "environment.expiry";
  private static final String ENVIRONMENT = "environment";

  private final ExpiryLook look;

  ExpiryWork(ExpiryLook look) {
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
    return List.of(
        Step.of("Ask when passwords end", progress -> look(job, progress))
            .undoneBy(progress -> look.postpone(environment(job))));
  }

  private void look(Job job, Progress progress) throws InterruptedException {
    look.run(environment(job), job, progress);
  }

  private static UUID environment(Job job) {
    return UUID.fromString(job.input().getOrDefault(ENVIRONMENT, ""));
  }
}
