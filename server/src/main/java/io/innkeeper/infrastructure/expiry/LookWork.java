package io.innkeeper.infrastructure.expiry;

import io.innkeeper.job.Job;
import io.innkeeper.job.Progress;
import io.innkeeper.job.Step;
import io.innkeeper.job.Work;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A look at one environment as a job: one step, which keeps all that it finds or nothing.
 *
 * @param says what the step does, as people read it
 * @param undo what is left to do for the environment when the look failed
 */
record LookWork(String kind, String says, Look look, Consumer<UUID> undo) implements Work {
  private static final String ENVIRONMENT = "environment";

  /** Looks at an environment. */
  interface Look {
    void run(UUID environment, Job job, Progress progress) throws InterruptedException;
  }

  static Map<String, String> input(UUID environment) {
    return Map.of(ENVIRONMENT, environment.toString());
  }

  @Override
  public List<Step> steps(Job job) {
    UUID environment = UUID.fromString(job.input().getOrDefault(ENVIRONMENT, ""));
    return List.of(
        Step.of(says, progress -> look.run(environment, job, progress))
            .undoneBy(progress -> undo.accept(environment)));
  }
}
