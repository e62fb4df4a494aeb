package io.innkeeper.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OneGetTest {
  @Test
  @Timeout(60)
  void dripFedAnswerEndsAtTheOneLimit() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> drip(socket));
      Deadline deadline = Deadline.in(Duration.ofMillis(400));
      URI url = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
      assertThatThrownBy(
              () -> new OneGet(1 << 20, deadline).of(url, socket.getInetAddress(), Map.of()))
          .isInstanceOf(IOException.class);
      assertThat(deadline.over()).isTrue();
    }
  }

  /** A byte whenever the other side has had time for one, for as long as it listens. */
  private static void drip(ServerSocket socket) {
    try (Socket one = socket.accept()) {
      one.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(ISO_8859_1));
      while (true) {
        one.getOutputStream().write('x');
        one.getOutputStream().flush();
        Thread.sleep(20);
      }
    } catch (IOException | InterruptedException gone) {
      Thread.currentThread().interrupt();
    }
  }
}
