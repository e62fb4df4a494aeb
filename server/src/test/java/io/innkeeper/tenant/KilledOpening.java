package io.innkeeper.tenant;

import io.innkeeper.tenant.Tenants.Ordered;
import io.innkeeper.testing.JobDeath;
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
    JobDeath.await(inn, ordered.job().orElseThrow().id(), step, later);
  }
}
