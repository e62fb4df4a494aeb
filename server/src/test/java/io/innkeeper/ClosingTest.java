package io.innkeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.store.Database;
import io.innkeeper.store.Home;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stopping ends everything, whatever one part makes of it. */
class ClosingTest {
  @TempDir Path home;

  private Server start(int port) {
    List<String> flags =
        List.of(
            "--home=" + home,
            "--innkeeper.http.host=127.0.0.1",
            "--innkeeper.http.port=" + port,
            "--innkeeper.tenant.gateway-port=" + io.innkeeper.testing.FreePort.any(),
            "--innkeeper.http.metrics-port=0",
            "--innkeeper.openrouter.prices-every=0s",
            "--innkeeper.rates.every=0s",
            "--innkeeper.engine.address=unix://" + home.resolve("no-engine.sock"));
    return Server.start(InnkeeperSettings.read(flags, Map.of()), Clock.systemUTC(), step -> {});
  }

  @Test
  void partThatCanNotBeClosedKeepsNoOtherOpen() {
    Server server = start(0);
    List<Integer> ports = List.of(server.port(), server.metricsPort());
    server.parts().add("a part that fails", ClosingTest::fail);
    server.close();
    ports.forEach(port -> assertThatThrownBy(() -> connect(port)).hasMessageContaining("refused"));
    assertThat(leaseEnds()).isEqualTo(Instant.EPOCH);
    start(0).close();
  }

  @Test
  void partsAreClosedInReverseEvenWhenEachFails() {
    List<String> closed = new ArrayList<>();
    Parts parts = new Parts();
    for (String name : List.of("first", "second", "third")) {
      parts.add(
          name,
          () -> {
            closed.add(name);
            fail();
          });
    }
    parts.close();
    parts.close();
    assertThat(closed).containsExactly("third", "second", "first");
  }

  @Test
  void startThatFindsItsPortTakenLeavesNothingOpen() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> start(taken.getLocalPort())).hasMessageContaining("taken");
    }
    start(0).close();
  }

  private static void fail() {
    throw new IllegalStateException("stuck");
  }

  private static void connect(int port) throws Exception {
    new Socket("127.0.0.1", port).close();
  }

  private Instant leaseEnds() {
    try (Database database = Database.sqlite(new Home(home).sqliteFile())) {
      return database.read(
          handle ->
              handle.createQuery("select max(expires_at) from lease").mapTo(Instant.class).one());
    }
  }
}
