package io.innkeeper.variable;

import io.innkeeper.client.VariablesChange;
import io.innkeeper.job.Job;
import io.innkeeper.job.Job.StepState;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.testing.TestingServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A process that changes all tenants and dies as by {@code kill -9} in the middle of one of them:
 * {@code KilledAtTenant HOME PREFIX NAME VALUE FIRST STEP MILLIS}.
 */
public final class KilledAtTenant {
  private KilledAtTenant() {}

  public static void main(String[] words) throws Exception {
    TestingServer inn = TestingServer.named(words[1], Path.of(words[0]));
    int step = Integer.parseInt(words[5]);
    long later = Long.parseLong(words[6]);
    List<Tenant> all = inn.tenants().tenants().all();
    Wish wish = Wish.of(new VariablesChange(Map.of(words[2], words[3]), null, null));
    SeveralTenants.Asked asked =
        new SeveralTenants.Asked(all, wish, List.of(words[4]), false, "to be killed");
    Job job =
        inn.server()
            .rooms()
            .tenancy()
            .variables()
            .several()
            .change(asked, TestingServer.BY)
            .job()
            .get();
    inn.server().rooms().foundation().jobs().watch(job.id(), now -> dieAt(now, step, later));
    Thread.sleep(Duration.ofMinutes(2));
  }

  private static void dieAt(Job job, int step, long later) {
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
