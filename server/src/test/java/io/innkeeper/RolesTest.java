package io.innkeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.innkeeper.testing.TestingProcess;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Control and gateway as two processes on one home. */
class RolesTest {
  @TempDir Path directory;

  @Test
  void controlDownGatewayServes() throws Exception {
    try (PaidHome home = new PaidHome(directory);
        TestingProcess gateway = ready(home.process("--roles=gateway"));
        TestingProcess control = ready(home.process("--roles=control"));
        HttpClient client = HttpClient.newHttpClient()) {
      assertThat(home.call(client)).isEqualTo(200);
      control.kill();
      for (int call = 0; call < 20; call++) assertThat(home.call(client)).isEqualTo(200);
      assertThat(gateway.stop().exitCode()).isZero();
      try (Server server = home.start()) {
        await().until(() -> home.calls(server).size() == 21);
      }
    }
  }

  @Test
  void controlAloneServesNoCalls() throws Exception {
    try (PaidHome home = new PaidHome(directory);
        TestingProcess control = ready(home.process("--roles=control"))) {
      assertThat(control.running()).isTrue();
      assertThat(home.answers()).isFalse();
    }
  }

  @Test
  void anUnknownRoleIsRefused() {
    assertThatThrownBy(() -> InnkeeperSettings.read(List.of("--roles=control,kitchen"), Map.of()))
        .hasMessageContaining("kitchen");
  }

  private static TestingProcess ready(TestingProcess process) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> process.output().contains("Innkeeper is ready") || !process.running());
    assertThat(process.running()).as(process.output()).isTrue();
    return process;
  }
}
