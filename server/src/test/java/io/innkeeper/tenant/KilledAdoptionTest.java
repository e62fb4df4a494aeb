package io.innkeeper.tenant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.testing.TestingServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program is killed while it takes over a container; the next start goes on. */
class KilledAdoptionTest {
  @TempDir private Path home;

  /** While copying, while creating the container, while waiting for it. */
  @ParameterizedTest
  @ValueSource(ints = {2, 9, 11})
  void adoptionGoesOnAfterTheProgramIsKilled(int step) throws Exception {
    TestingServer first = TestingServer.on(home);
    first.stop();
    try (SomebodyElses theirs = new SomebodyElses(first.prefix() + "-somebody-elses")) {
      theirs.run("-e", "WEBUI_SECRET_KEY=theirs");
      kill(first.prefix(), theirs, step);
      try (TestingServer inn = TestingServer.named(first.prefix(), home)) {
        Tenant tenant = inn.tenants().tenants().named("recepcja");
        await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> inn.fresh(tenant).condition().state() == State.HEALTHY);
        assertThat(inn.containers()).hasSize(1);
        assertThat(inn.tenants().plans().now(inn.fresh(tenant)).differences()).isEmpty();
        assertThat(home.resolve("tenants/recepcja/data/webui.db")).isNotEmptyFile();
        assertThat(home.resolve("tenants/recepcja/data.adopting")).doesNotExist();
      }
    }
  }

  private void kill(String prefix, SomebodyElses theirs, int step) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            KilledAdoption.class.getName(),
            home.toString(),
            prefix,
            theirs.name(),
            "Recepcja",
            Integer.toString(step),
            "20");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isIn(137, 3);
  }
}
