package io.innkeeper.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.innkeeper.fault.Fault;
import io.innkeeper.testing.TestingClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
  private static final String WHOLE =
      """
      {"issuer":"https://login.example","authorization_endpoint":"https://login.example/a",
      "token_endpoint":"https://login.example/t","jwks_uri":"https://login.example/k",
      "code_challenge_methods_supported":["S256"]}
      """;

  private final TestingClock clock = new TestingClock(Instant.now());
  private HttpServer server;
  private volatile String body = WHOLE;
  private volatile int status = 200;
  private volatile boolean chunked;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        call -> {
          byte[] bytes = body.getBytes(UTF_8);
          call.sendResponseHeaders(status, chunked ? 0 : bytes.length);
          call.getResponseBody().write(bytes);
          call.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private URI at() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/doc");
  }

  private Discovery.Document read() {
    return new Discovery(true, clock).read(at());
  }

  @Test
  void documentIsReadWholeOrInPieces() {
    for (boolean pieces : new boolean[] {false, true}) {
      chunked = pieces;
      Discovery.Document document = read();
      assertThat(document.issuer()).isEqualTo("https://login.example");
      assertThat(document.challenges()).containsExactly("S256");
      assertThat(document.skew().orElseThrow()).isLessThan(Duration.ofMinutes(5));
    }
  }

  @Test
  void whatIsNoDocumentIsRefusedWithItsReason() {
    body = "<html>";
    assertThatThrownBy(this::read).hasMessageContaining("not a discovery document");
    body = "[]";
    assertThatThrownBy(this::read).hasMessageContaining("not a discovery document");
    body = WHOLE.replace("https://login.example/t", "ftp://login.example/t");
    assertThatThrownBy(this::read).hasMessageContaining("token_endpoint");
    body = "x".repeat(300_000);
    assertThatThrownBy(this::read).hasMessageContaining("longer than 256 kB");
    status = 302;
    body = WHOLE;
    assertThatThrownBy(this::read).hasMessageContaining("answers 302");
  }

  @Test
  void withoutTheSettingOnlyTheInternetOverTlsIsAsked() {
    Discovery strict = new Discovery(false, clock);
    assertThatThrownBy(() -> strict.read(at())).hasMessageContaining("https://");
    for (String inside : new String[] {"127.0.0.1", "[::1]", "10.0.0.1", "169.254.169.254"})
      assertThatThrownBy(() -> strict.read(URI.create("https://" + inside + "/x")))
          .hasMessageContaining("private address");
  }

  @Test
  void addressWithoutAHostIsRefusedNotBroken() {
    assertThatThrownBy(() -> new Discovery(false, clock).read(URI.create("https://login..example")))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("names no host");
  }
}
