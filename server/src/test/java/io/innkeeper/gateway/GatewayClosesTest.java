package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.innkeeper.settings.ByteSize;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway ends while somebody still reads. */
class GatewayClosesTest {
  private static final int ANSWER = 6_000_000;

  @TempDir private Path home;
  private TestingGateway gateway;

  @BeforeEach
  void open() {
    gateway =
        new TestingGateway(
            home,
            new GatewaySettings(
                2,
                ByteSize.parse("3MiB"),
                ByteSize.parse("1MiB"),
                ByteSize.parse("8MiB"),
                16_384,
                "0.50",
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                64,
                Duration.ofSeconds(20),
                ByteSize.parse("16MiB"),
                Duration.ofSeconds(20)));
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void whatWaitsForASlowReaderIsNotCut() throws Exception {
    gateway.upstream.next("answer-bytes=" + ANSWER);
    try (Socket slow = connect(false)) {
      gateway.onlySettled();
      await().until(() -> gateway.gateway().underWay() == 0);
      CompletableFuture<Void> closing = CompletableFuture.runAsync(gateway.gateway()::close);
      await().untilAsserted(() -> assertThatThrownBy(() -> connect(false)).isNotNull());
      assertThat(closing).isNotDone();
      String answer = slowly(slow.getInputStream());
      assertThat(answer).startsWith("HTTP/1.1 200").endsWith("}");
      assertThat(answer.length()).isGreaterThan(ANSWER);
      closing.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void aStreamUnderWayGetsItsEnd() throws Exception {
    gateway.upstream.next("pace=100,pieces=20");
    try (Socket reader = connect(true)) {
      await().until(() -> gateway.gateway().underWay() == 1);
      CompletableFuture<Void> closing = CompletableFuture.runAsync(gateway.gateway()::close);
      assertThat(new String(reader.getInputStream().readAllBytes(), UTF_8)).contains("[DONE]");
      closing.get(10, TimeUnit.SECONDS);
      assertThat(gateway.onlySettled().charge()).isPresent();
    }
  }

  private Socket connect(boolean stream) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress("127.0.0.1", gateway.port()), 2_000);
    byte[] body = TestingGateway.asking(stream, "acme/lark-mini").getBytes(UTF_8);
    String head =
        "POST /v1/chat/completions HTTP/1.1\r\nhost: gateway\r\nauthorization: Bearer "
            + TestingGateway.KEY
            + "\r\ncontent-type: application/json\r\ncontent-length: "
            + body.length
            + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(UTF_8));
    socket.getOutputStream().write(body);
    return socket;
  }

  private static String slowly(InputStream from) throws Exception {
    StringBuilder all = new StringBuilder();
    byte[] some = new byte[1 << 18];
    for (int read = from.read(some); read >= 0; read = from.read(some)) {
      all.append(new String(some, 0, read, ISO_8859_1));
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return all.toString();
  }
}
