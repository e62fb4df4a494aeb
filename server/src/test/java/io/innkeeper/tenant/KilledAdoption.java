package io.innkeeper.tenant;

import static java.util.Objects.requireNonNull;

import io.innkeeper.client.AdoptionView.Adopted;
import io.innkeeper.job.Job;
import io.innkeeper.job.Job.StepState;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.testing.TestingServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/**
 * A process that orders an adoption and dies as by {@code kill -9} in the middle of one step:
 * {@code KilledAdoption HOME PREFIX CONTAINER NAME STEP MILLIS}.
 */
public final class KilledAdoption {
  private KilledAdoption() {}

  public static void main(String[] words) throws Exception {
    TestingServer inn = TestingServer.named(words[1], Path.of(words[0]));
    Organisation owner = inn.organisation(words[3]);
    SomebodyElses theirs = new SomebodyElses(words[2]);
    Adopted adopted =
        inn.tenants()
            .adoption()
            .foreign(
                theirs.wish(owner.slug().value(), words[3], SomebodyElses.PASSWORD),
                owner.id(),
                false,
                TestingServer.BY)
            .adopted()
            .getFirst();
    UUID job = requireNonNull(adopted.jobId());
    int step = Integer.parseInt(words[4]);
    Duration later = Duration.ofMillis(Long.parseLong(words[5]));
    inn.server().rooms().foundation().jobs().watch(job, now -> dieAt(now, step, later));
    Thread.sleep(Duration.ofMinutes(2));
  }

  private static void dieAt(Job job, int step, Duration later) {
    if (job.state().ended()) Runtime.getRuntime().halt(3);
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
