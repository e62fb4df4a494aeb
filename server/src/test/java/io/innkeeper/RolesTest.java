package io.innkeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.innkeeper.budget.Limit;
import io.innkeeper.budget.Scope;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.testing.TestingProcess;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.usage.Adjustment;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  void theGatewayHearsWhatTheConsoleWritesIntoTheBooks() throws Exception {
    try (PaidHome home = new PaidHome(directory);
        TestingProcess gateway = ready(home.process("--roles=gateway"));
        Server control = home.start("--roles=control");
        HttpClient client = HttpClient.newHttpClient()) {
      Rooms rooms = control.rooms();
      Organisation house = rooms.entrance().organisations().get(home.owner());
      Limit limit = new Limit(Usd.parse("1"), true);
      Scope whole = Scope.organisation(house.id());
      rooms.money().budgets().budgets().set(house, whole, limit, house.version(), TestingServer.BY);
      assertThat(home.call(client)).isEqualTo(200);
      for (int times = 0; times < 3; times++) {
        adjust(rooms, house, "1");
        follows(home, client, 402);
        adjust(rooms, house, "-1");
        follows(home, client, 200);
      }
      assertThat(gateway.running()).isTrue();
    }
  }

  private static void adjust(Rooms rooms, Organisation house, String cost) {
    Adjustment wanted =
        new Adjustment(
            house.id(),
            Optional.empty(),
            Optional.of(Usd.parse(cost)),
            Optional.empty(),
            "Their invoice says so");
    rooms.money().usage().ledger().adjust(wanted, TestingServer.BY);
  }

  private static void follows(PaidHome home, HttpClient client, int status) {
    await()
        .pollInterval(Duration.ofMillis(50))
        .atMost(Duration.ofMinutes(1))
        .until(() -> home.call(client) == status);
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
