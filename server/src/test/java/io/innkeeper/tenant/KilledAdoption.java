package io.innkeeper.tenant;

import static java.util.Objects.requireNonNull;

import io.innkeeper.client.AdoptionView.Adopted;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.testing.JobDeath;
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
    JobDeath.await(inn, job, step, later);
  }
}
