package io.innkeeper.tenant;

import io.innkeeper.client.TenantChange;
import io.innkeeper.job.Job;
import io.innkeeper.job.Job.StepState;
import io.innkeeper.tenant.Tenants.Ordered;
import io.innkeeper.testing.TestingServer;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A process that orders another memory limit and dies as by {@code kill -9} in the middle of one
 * step: {@code KilledAtStep HOME PREFIX SLUG MEMORY STEP MILLIS}.
 */
public final class KilledAtStep {
  private KilledAtStep() {}

  public static void main(String[] words) throws Exception {
    TestingServer inn = TestingServer.named(words[1], Path.of(words[0]));
    int step = Integer.parseInt(words[4]);
    Duration later = Duration.ofMillis(Long.parseLong(words[5]));
    Tenant tenant = inn.tenants().tenants().named(words[2]);
    TenantChange change = new TenantChange(null, null, null, words[3], null, null, null, null);
    TenantSpec wanted = new TenantInput(inn.tenants().settings()).changed(tenant.spec(), change);
    Ordered ordered =
        inn.tenants().tenants().change(tenant.id(), wanted, tenant.version(), TestingServer.BY);
    inn.server()
        .rooms()
        .foundation()
        .jobs()
        .watch(ordered.job().orElseThrow().id(), job -> dieAt(job, step, later));
    Thread.sleep(Duration.ofMinutes(2));
  }

  static void dieAt(Job job, int step, Duration later) {
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
