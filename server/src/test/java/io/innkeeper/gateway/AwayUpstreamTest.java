package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.route.Flavour;
import io.innkeeper.secret.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who uploads much hears the answer, also while the upstream takes none of it. */
class AwayUpstreamTest {
  private static final String LONG =
      TestingGateway.asking(false, "acme/lark-mini").replace("Dzień", "x".repeat(20_000_000));

  @TempDir private Path home;

  @Test
  void anUpstreamThatCannotBeReached() throws IOException {
    try (TestingGateway gateway = new TestingGateway(home);
        ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed.close();
      HttpResponse<String> answer = upload(gateway, closed.getLocalPort());
      assertThat(answer.statusCode()).isEqualTo(502);
      assertThat(answer.body()).contains("upstream-not-reached");
      over(gateway);
    }
  }

  @Test
  void anUpstreamThatDiesWhileItIsAsked() throws Exception {
    try (TestingGateway gateway = new TestingGateway(home);
        ServerSocket dying = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread died =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try (Socket caller = dying.accept()) {
                      caller.getInputStream().readNBytes(200_000);
                    } catch (IOException e) {
                      throw new IllegalStateException(e);
                    }
                  });
      assertThat(upload(gateway, dying.getLocalPort()).body()).contains("upstream-not-reached");
      died.join();
      over(gateway);
    }
  }

  @Test
  void anUpstreamThatAnswersBeforeItHasReadTheRequest() throws Exception {
    try (TestingGateway gateway = new TestingGateway(home);
        ServerSocket early = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread left =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try (Socket caller = early.accept()) {
                      caller.getInputStream().readNBytes(100_000);
                      caller
                          .getOutputStream()
                          .write("HTTP/1.1 429 Busy\r\ncontent-length: 0\r\n\r\n".getBytes(UTF_8));
                      // It waits until the gateway has hung up, and reads nothing.
                      await().until(() -> gateway.gateway().underWay() == 0);
                    } catch (IOException e) {
                      throw new IllegalStateException(e);
                    }
                  });
      assertThat(upload(gateway, early.getLocalPort()).body()).contains("upstream-busy");
      left.join();
      over(gateway);
    }
  }

  private static HttpResponse<String> upload(TestingGateway gateway, int port) {
    gateway.know(
        gateway.key(
            new Upstream(
                "away",
                URI.create("http://127.0.0.1:" + port + "/v1"),
                Secret.of("k"),
                Flavour.COMPATIBLE)));
    return gateway.chat(LONG);
  }

  private static void over(TestingGateway gateway) {
    assertThat(gateway.onlySettled().charge().orElseThrow().cost().isZero()).isTrue();
    await().until(() -> gateway.gateway().underWay() == 0);
    await().until(() -> gateway.held.now() == 0);
  }
}
