package io.innkeeper.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePortsTest {
  @Test
  void portThatSomebodyListensOnIsPassedOver() throws IOException {
    try (ServerSocket everywhere = new ServerSocket(0);
        ServerSocket loopback = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(FreePorts.free(everywhere.getLocalPort())).isFalse();
      assertThat(FreePorts.free(loopback.getLocalPort())).isFalse();
    }
  }

  @Test
  void portThatIsSpokenForIsPassedOver() throws IOException {
    int port = freePort();
    FreePorts one = new FreePorts(port, port);
    assertThat(one.next(Set.of())).hasValue(port);
    assertThat(one.next(Set.of(port))).isEmpty();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
