package io.innkeeper.tenant;

import io.innkeeper.job.Job;
import io.innkeeper.job.Job.StepState;
import io.innkeeper.tenant.Tenants.Ordered;
import io.innkeeper.testing.TestingServer;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A process that opens a tenant of its only organisation and dies as by {@code kill -9} while the
 * client's first admin is made: {@code KilledOpening HOME PREFIX NAME MILLIS}.
 */
public final class KilledOpening {
  private KilledOpening() {}

  public static void main(String[] words) throws Exception {
    TestingServer inn = TestingServer.named(words[1], Path.of(words[0]));
    int step = inn.tenants().plans().openingSteps().indexOf("Create the client's first admin");
    Duration later = Duration.ofMillis(Long.parseLong(words[3]));
    Ordered ordered =
        inn.order(inn.server().rooms().entrance().organisations().named(words[2]), words[2]);
    inn.server()
        .rooms()
        .foundation()
        .jobs()
        .watch(ordered.job().orElseThrow().id(), now -> dieAt(now, step, later));
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
