package io.innkeeper.variable;

import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Progress;
import java.time.Duration;
import java.util.UUID;

/** One job waiting for another. */
final class JobWait {
  private static final Duration LOOK = Duration.ofSeconds(2);

  private JobWait() {}

  /** The other one, ended; a cancelled waiter stops waiting. */
  static Job ended(Jobs jobs, UUID other, Progress progress) throws InterruptedException {
    while (true) {
      Job now = jobs.awaitBeside(other, LOOK);
      if (now.state().ended()) return now;
      progress.checkCancelled();
    }
  }
}
