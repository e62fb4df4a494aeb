package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.money.Usd;
import io.innkeeper.simulators.openrouter.Charge;
import io.innkeeper.usage.CallSettled;
import io.innkeeper.usage.Unsettled;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a call that the upstream refuses, or whose caller leaves. */
class LeftCallsTest {
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
  @CsvSource({
    "error=key-cap, 402",
    "status=401, 502",
    "status=429, 429",
    "html, 502",
    "status=503, 503"
  })
  void upstreamRefusalsAreToldInOurWords(String behaviour, int status) {
    gateway.upstream.next(behaviour);
    HttpResponse<String> answer = gateway.chat(CHAT);
    assertThat(answer.body())
        .doesNotContain("openrouter.ai")
        .doesNotContain("<html")
        .contains("\"message\":\"The ");
    assertThat(answer.statusCode()).isEqualTo(status);
    CallSettled settled = gateway.onlySettled();
    assertThat(settled.charge().isPresent() || settled.answer().generation().isPresent())
        .isEqualTo(!behaviour.equals("html"));
  }

  /** A proxy before the model service gave up: whether it ran the call, only the service knows. */
  @ParameterizedTest
  @CsvSource({
    "'status=504,no-id', false",
    "'status=524,no-id', false",
    "'html,no-id', false",
    "'status=503,no-id', true",
    "'status=502,no-id', true",
    "'status=400,no-id', true"
  })
  void onlyTheUpstreamsOwnRefusalIsFree(String behaviour, boolean free) {
    gateway.upstream.next(behaviour);
    gateway.chat(CHAT);
    CallSettled settled = gateway.onlySettled();
    assertThat(settled.answer().generation()).isEmpty();
    assertThat(settled.charge().isPresent()).isEqualTo(free);
    if (!free) assertThat(settled.unsettled()).contains(Unsettled.NO_ANSWER);
  }

  @Test
  void whoLeavesWhileAskingPaysNothing() throws IOException {
    String begin =
        "{\"stream\":true,\"model\":\"acme/lark-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"";
    try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer "
                  + TestingGateway.KEY
                  + "\r\ncontent-type: application/json\r\ncontent-length: 9000000\r\n\r\n"
                  + begin
                  + "x".repeat(2_000_000))
              .getBytes(UTF_8));
      out.flush();
      await().until(() -> gateway.gateway().underWay() > 0);
    }
    assertThat(gateway.onlySettled().charge().orElseThrow().cost()).isEqualTo(Usd.ZERO);
    assertThat(gateway.upstream.charges()).isEmpty();
  }

  /** A provider that bills the whole answer anyway: it is read to its end and settled exactly. */
  @Test
  void clientHangsUpAndAFullyBilledAnswerIsDrained() throws IOException {
    gateway.upstream.next("pace=20,pieces=20");
    hangUpInStream();
    Charge truth = waitForCharge();
    assertThat(gateway.onlySettled().charge().orElseThrow().cost().decimal())
        .isEqualByComparingTo(truth.total());
  }

  /** A provider that stops billing: the upstream is closed, and the cost looked up later. */
  @Test
  void clientHangsUpAndAStoppingProviderIsStopped() throws IOException {
    gateway.upstream.next("pace=20,pieces=500,provider=OpenAI");
    hangUpInStream();
    CallSettled settled = gateway.onlySettled();
    assertThat(settled.unsettled()).contains(Unsettled.CLIENT_LEFT);
    assertThat(settled.answer().generation()).isPresent();
    assertThat(waitForCharge().cancelled()).isTrue();
  }

  private void hangUpInStream() throws IOException {
    String body = TestingGateway.asking(true, "acme/lark-mini");
    try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer "
                  + TestingGateway.KEY
                  + "\r\ncontent-type: application/json\r\ncontent-length: "
                  + body.getBytes(UTF_8).length
                  + "\r\n\r\n"
                  + body)
              .getBytes(UTF_8));
      byte[] some = new byte[2_000];
      int read = 0;
      while (read < 600) read += Math.max(1, socket.getInputStream().read(some));
    }
  }

  private Charge waitForCharge() {
    await().until(() -> !gateway.upstream.charges().isEmpty());
    return gateway.upstream.charges().getLast();
  }
}
