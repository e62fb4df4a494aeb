package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a stream ends, before an upstream that writes exactly what a test says. */
class StreamEndTest {
  private static final String WORDS =
      "data: {\"id\":\"gen-1\",\"model\":\"acme/lark-mini\",\"choices\":[{\"delta\":{\"content\":\"Hej\"}}]}";
  private static final String USAGE =
      "data: {\"choices\":[{\"finish_reason\":\"stop\",\"delta\":{}}],"
          + "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":1,\"cost\":0.25}}";

  @TempDir private Path home;
  private TestingGateway gateway;
  private HttpServer upstream;
  private List<String> pieces = List.of();

  @BeforeEach
  void open() throws IOException {
    gateway = new TestingGateway(home);
    upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    upstream.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().add("content-type", "text/event-stream");
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream body = exchange.getResponseBody()) {
            for (String piece : pieces) {
              body.write(piece.getBytes(UTF_8));
              body.flush();
            }
          }
        });
    upstream.start();
    gateway.know(key());
  }

  private KnownKey key() {
    URI address = URI.create("http://127.0.0.1:" + upstream.getAddress().getPort() + "/v1");
    return gateway.key(new Upstream("told", address, gateway.upstream().key(), true));
  }

  @AfterEach
  void close() {
    gateway.close();
    upstream.stop(0);
  }

  @Test
  void aLastEventWithoutItsEmptyLineIsReadAndNothingIsGluedToIt() {
    pieces = List.of(WORDS + "\n\n", USAGE);
    assertThat(answer()).isEqualTo(WORDS + "\n\n" + USAGE + "\n\n" + "data: [DONE]\n\n");
    assertThat(gateway.onlySettled().charge().orElseThrow().cost().decimal())
        .isEqualByComparingTo("0.25");
  }

  @Test
  void anEndWithoutItsEmptyLineIsTheEnd() {
    pieces = List.of(WORDS + "\n\n", USAGE + "\n\n", "data: [DONE]\n");
    assertThat(answer()).isEqualTo(WORDS + "\n\n" + USAGE + "\n\n" + "data: [DONE]\n\n");
  }

  @Test
  void aLongLastEventInPiecesComesOnceAndAfterItsLineIsOnDisk() {
    String last =
        "data: {\"type\":\"response.completed\",\"response\":{\"status\":\"completed\",\"x\":\""
            + "x".repeat(200_000)
            + "\",\"usage\":{\"input_tokens\":3,\"output_tokens\":1,\"cost\":0.25}}}\n\n";
    pieces =
        List.of(
            WORDS + "\n\n",
            last.substring(0, 90_000),
            last.substring(90_000, 180_000),
            last.substring(180_000));
    assertThat(answer()).isEqualTo(WORDS + "\n\n" + last);
    assertThat(gateway.settled()).hasSize(1).allMatch(one -> one.charge().isPresent());
  }

  @Test
  void aLongErrorInPiecesIsToldInOurForm() {
    String error =
        "data: {\"choices\":[],\"x\":\""
            + "x".repeat(200_000)
            + "\",\"error\":{\"message\":\"no\"}}\n\n";
    pieces = List.of(WORDS + "\n\n", error.substring(0, 100_000), error.substring(100_000));
    assertThat(answer()).doesNotContain("xxx").contains("\"error\":{\"message\":");
  }

  private String answer() {
    return gateway.chat(TestingGateway.asking(true, "acme/lark-mini")).body();
  }
}
