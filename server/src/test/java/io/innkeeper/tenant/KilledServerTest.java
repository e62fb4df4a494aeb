package io.innkeeper.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.job.JobFilter;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.testing.TestingServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A change of a running tenant, with the whole program killed in the middle of each of its steps.
 */
class KilledServerTest {
  private static final int STEPS = 13;

  @TempDir Path home;

  @Test
  void serverKilledDuringEveryJobStep() throws Exception {
    // The moments differ from run to run, their seed is in the failure's words.
    long seed = System.nanoTime();
    Random random = new Random(seed);
    TestingServer first = TestingServer.on(home);
    Tenant tenant = first.open(first.organisation("Klinika"), "Klinika");
    String secretKey =
        first.state(tenant).orElseThrow().actual().environment().get("WEBUI_SECRET_KEY");
    first.stop();
    for (int step = 0; step < STEPS; step++) {
      String memory = (step % 2 == 0 ? "1GiB" : "2GiB");
      int exit = kill(first.prefix(), tenant, memory, step, random.nextInt(400));
      try (Running inn = new Running(TestingServer.named(first.prefix(), home))) {
        inn.settled(tenant);
        Tenant now = inn.server().fresh(tenant);
        String at =
            "killed at step %d (exit %d), seed %d; %s"
                .formatted(step, exit, seed, inn.failure(tenant));
        assertThat(now.condition().state()).as(at).isEqualTo(State.HEALTHY);
        assertThat(now.spec().memoryBytes()).as(at).isEqualTo(Sizes.parse("memory", memory));
        assertThat(inn.server().tenants().plans().now(now).differences()).as(at).isEmpty();
        assertThat(inn.server().containers()).as(at).hasSize(1);
        assertThat(inn.server().state(now).orElseThrow().actual().environment())
            .as(at)
            .containsEntry("WEBUI_SECRET_KEY", secretKey);
      }
    }
    TestingServer.named(first.prefix(), home).close();
  }

  /** A server that is only stopped at the end: the tenant goes on to the next kill. */
  private record Running(TestingServer server) implements AutoCloseable {
    void settled(Tenant tenant) {
      await()
          .atMost(Duration.ofMinutes(2))
          .until(
              () ->
                  server.server().rooms().foundation().jobs().running(tenant.subject()).isEmpty());
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> server.fresh(tenant).condition().state() == State.HEALTHY);
    }

    /** Why the last job was taken back, for a failure's words. */
    Optional<String> failure(Tenant tenant) {
      JobFilter its = JobFilter.of(tenant.subject());
      return server
          .server()
          .rooms()
          .foundation()
          .jobs()
          .list(its, Optional.empty(), 1)
          .getFirst()
          .failure();
    }

    @Override
    public void close() {
      server.stop();
    }
  }

  private int kill(String prefix, Tenant tenant, String memory, int step, int millis)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            KilledAtStep.class.getName(),
            home.toString(),
            prefix,
            tenant.slug().value(),
            memory,
            Integer.toString(step),
            Integer.toString(millis));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    int exit = process.waitFor();
    assertThat(exit).as(output).isIn(137, 3);
    return exit;
  }
}
