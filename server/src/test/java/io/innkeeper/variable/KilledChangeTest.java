package io.innkeeper.variable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.job.Job;
import io.innkeeper.job.JobFilter;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.testing.TestingServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of several tenants, with the whole program killed in the middle of one of them. */
class KilledChangeTest {
  private static final String SIZE = "RAG_EMBEDDING_BATCH_SIZE";

  @TempDir Path home;

  @Test
  void killedChangeGoesOnOrIsTakenBackWhole() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    TestingServer first = TestingServer.on(home);
    var owner = first.organisation("Klinika");
    List<Tenant> both = List.of(first.open(owner, "Alfa"), first.open(owner, "Beta"));
    first.stop();

    for (int step = 1; step <= 2; step++) {
      String value = Integer.toString(32 + step);
      kill(first.prefix(), SIZE, value, step, random.nextInt(1_500));
      TestingServer inn = TestingServer.named(first.prefix(), home);
      Job job = ended(inn);
      assertThat(job.state()).as("step %d, seed %d", step, seed).isEqualTo(Job.State.FINISHED);
      for (Tenant one : both)
        assertThat(inn.state(one).orElseThrow().actual().environment()).containsEntry(SIZE, value);
      inn.stop();
    }

    // Alfa has it already when Beta, as the second, does not come up with it.
    kill(first.prefix(), "STAND_IN_EXIT", "3", 1, random.nextInt(1_500));
    try (TestingServer inn = TestingServer.named(first.prefix(), home)) {
      Job job = ended(inn);
      assertThat(job.state()).as("seed %d", seed).isEqualTo(Job.State.TAKEN_BACK);
      for (Tenant one : both) {
        assertThat(inn.fresh(one).spec().environment()).containsOnlyKeys(SIZE);
        assertThat(inn.fresh(one).condition().state()).isEqualTo(Tenant.State.HEALTHY);
      }
    }
  }

  private static Job ended(TestingServer inn) {
    Job last =
        inn.server()
            .rooms()
            .foundation()
            .jobs()
            .list(JobFilter.of(VariableWorks.SUBJECT), Optional.empty(), 1)
            .getFirst();
    return inn.ended(last.id());
  }

  private void kill(String prefix, String name, String value, int step, int millis)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            KilledAtTenant.class.getName(),
            home.toString(),
            prefix,
            name,
            value,
            "alfa",
            Integer.toString(step),
            Integer.toString(millis));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isIn(137, 3);
  }
}
