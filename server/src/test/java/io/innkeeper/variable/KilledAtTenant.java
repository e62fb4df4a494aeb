package io.innkeeper.variable;

import io.innkeeper.client.VariablesChange;
import io.innkeeper.job.Job;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.testing.JobDeath;
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
    Duration later = Duration.ofMillis(Long.parseLong(words[6]));
    List<Tenant> all = inn.tenants().tenants().all();
    Wish wish = Wish.of(new VariablesChange(Map.of(words[2], words[3]), null, null, null));
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
    JobDeath.await(inn, job.id(), step, later);
  }
}
