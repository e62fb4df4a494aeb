package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.route.Flavour;
import io.innkeeper.secret.Secret;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A key is taken by a call that may have run, and by no other. */
class IdempotencyTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final UUID ONE = new UUID(7, 1);
  private static final UUID OTHER = new UUID(7, 2);
  private static final String CHAT = TestingGateway.asking(false, "acme/lark-mini");

  @TempDir private Path home;
  private TestingGateway gateway;

  @BeforeEach
  void open() {
    gateway = new TestingGateway(home);
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"status=429", "status=503,no-id", "error=key-cap", "status=400,no-id"})
  void aKeyWhoseCallTheUpstreamRefusedIsFreeAgain(String behaviour) {
    gateway.upstream.next(behaviour);
    assertThat(ask("k").statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(ask("k").statusCode()).isEqualTo(200);
    assertThat(ask("k").statusCode()).isEqualTo(409);
    assertThat(rememberedAfterRestart("k")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"cut-before-headers, 409", "'status=504,no-id', 409", "error-in-200=top, 409"})
  void aKeyWhoseCallMayHaveRunStaysTaken(String behaviour, int status) {
    gateway.upstream.next(behaviour);
    ask("k");
    assertThat(ask("k").statusCode()).isEqualTo(status);
    assertThat(rememberedAfterRestart("k")).isTrue();
  }

  @Test
  void aKeyWhoseCallReachedNobodyIsFreeAgainAfterARestartToo() throws IOException {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed.close();
      URI away = URI.create("http://127.0.0.1:" + closed.getLocalPort() + "/v1");
      gateway.know(gateway.key(new Upstream("away", away, Secret.of("k"), Flavour.COMPATIBLE)));
      assertThat(ask("k").statusCode()).isEqualTo(502);
    }
    assertThat(rememberedAfterRestart("k")).isFalse();
    gateway.know(gateway.key());
    assertThat(ask("k").statusCode()).isEqualTo(200);
  }

  @Test
  void aKeyWhoseCallerLeftWhileAskingIsFree() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer "
                  + TestingGateway.KEY
                  + "\r\nidempotency-key: k\r\ncontent-length: 9000000\r\n\r\n{\"x\":\""
                  + "x".repeat(1_000_000))
              .getBytes(UTF_8));
      out.flush();
      await().until(() -> gateway.held.now() > 0);
    }
    await().until(() -> gateway.held.now() == 0);
    assertThat(ask("k").statusCode()).isEqualTo(200);
  }

  @Test
  void eachVirtualKeyHasItsOwnBoundAndWhatIsOverIsForgotten() {
    Replays replays = new Replays(100, 3);
    for (int i = 0; i < 3; i++) {
      assertThat(replays.take(ONE, digest(ONE, i), NOW)).isEmpty();
    }
    assertThat(replays.take(ONE, digest(ONE, 3), NOW))
        .hasValueSatisfying(
            refusal -> {
              assertThat(refusal.status()).isEqualTo(429);
              assertThat(refusal.code()).isEqualTo("idempotency-keys-used-up");
              assertThat(refusal.retryAfter()).isPresent();
            });
    assertThat(replays.take(ONE, digest(ONE, 0), NOW).orElseThrow().status()).isEqualTo(409);
    assertThat(replays.take(OTHER, digest(OTHER, 3), NOW)).isEmpty();
    replays.release(digest(ONE, 2));
    assertThat(replays.take(ONE, digest(ONE, 3), NOW)).isEmpty();
    Instant later = NOW.plus(Replays.KEPT).plusSeconds(1);
    assertThat(replays.take(ONE, digest(ONE, 0), later)).isEmpty();
    replays.forget(later);
    assertThat(replays.size()).isEqualTo(1);
    assertThat(replays.take(ONE, digest(ONE, 1), later)).isEmpty();
  }

  @Test
  void allTogetherAreBoundedToo() {
    Replays replays = new Replays(2, 10);
    replays.take(ONE, digest(ONE, 1), NOW);
    replays.take(OTHER, digest(OTHER, 1), NOW);
    assertThat(replays.take(ONE, digest(ONE, 2), NOW).orElseThrow().status()).isEqualTo(429);
  }

  private boolean rememberedAfterRestart(String name) {
    Replays fresh = new Replays();
    RememberedKeys.read(gateway.journal(), fresh, Instant.now().minus(Replays.KEPT));
    String digest = Replays.digest(TestingGateway.KEY_ID, name, List.of(Buffer.buffer(CHAT)));
    return fresh.take(TestingGateway.KEY_ID, digest, Instant.now()).isPresent();
  }

  private static String digest(UUID key, int name) {
    return Replays.digest(key, "name " + name, List.of(Buffer.buffer("body")));
  }

  private HttpResponse<String> ask(String name) {
    return gateway.send(
        gateway
            .request("/v1/chat/completions")
            .header("idempotency-key", name)
            .POST(HttpRequest.BodyPublishers.ofString(CHAT, UTF_8)));
  }
}
