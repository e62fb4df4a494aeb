package io.innkeeper.testing;

import io.innkeeper.job.Job;
import io.innkeeper.job.Job.StepState;
import java.time.Duration;
import java.util.UUID;

/** For processes that die as by {@code kill -9} in the middle of one step of a job. */
public final class JobDeath {
  /** What such a process ends with when its job ended before. */
  private static final int TOO_LATE = 3;

  private JobDeath() {}

  /** Waits for it. */
  public static void await(TestingServer inn, UUID job, int step, Duration later)
      throws InterruptedException {
    inn.server().rooms().foundation().jobs().watch(job, now -> die(now, step, later));
    Thread.sleep(Duration.ofMinutes(2));
  }

  private static void die(Job job, int step, Duration later) {
    if (job.state().ended()) Runtime.getRuntime().halt(TOO_LATE);
    if (job.steps().get(step).state() != StepState.RUNNING) return;
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                Thread.sleep(later);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              Runtime.getRuntime().halt(137);
            });
  }
}
