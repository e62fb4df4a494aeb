package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.route.Flavour;
import io.innkeeper.usage.CallSettled;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms and other large requests: what passes, and that none is held beyond its call. */
class UploadsTest {
  private static final String MODEL = part("name=\"model\"", "acme/lark-mini");
  private static final String FILE =
      part("name=\"file\"; filename=\"a.wav\"", "x".repeat(3_000_000));
  private static final String END = "--form--\r\n";

  @TempDir private Path home;
  private TestingGateway gateway;

  @BeforeEach
  void open() {
    gateway = TestingGateway.holding(home, 4 << 20);
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name=\"model\" | request-ambiguous",
        "name=MODEL | request-ambiguous",
        "name=\"model\"; filename=\"m\" | request-ambiguous",
        "name='model' | form-unclear",
        "name*=utf-8''model | form-unclear",
        "name=name=name=model | form-unclear"
      },
      quoteCharacter = '`')
  void aModelNamedTwiceOrOddlyNeverReachesTheUpstream(String second, String code) {
    HttpResponse<String> answer = form(MODEL + part(second, "forbidden/one") + END);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    assertThat(gateway.upstream.requestCount()).isZero();
    assertThat(gateway.events()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLargeFormPassesByteForByte(boolean modelFirst) {
    String body = (modelFirst ? MODEL + FILE : FILE + MODEL) + END;
    assertThat(form(body).statusCode()).isEqualTo(200);
    assertThat(gateway.upstream.requests().getLast().text()).isEqualTo(body);
    CallSettled settled = gateway.onlySettled();
    assertThat(settled.request().model()).isEqualTo("acme/lark-mini");
    assertThat(settled.request().bytes()).isEqualTo(body.length());
    nothingIsHeld();
  }

  @Test
  void aLongFormThatEndsWrongIsTakenBackAndFree() {
    HttpResponse<String> answer = form(MODEL + FILE + MODEL + END);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("request-ambiguous");
    assertThat(gateway.onlySettled().charge().orElseThrow().cost().isZero()).isTrue();
    assertThat(gateway.upstream.charges()).isEmpty();
    nothingIsHeld();
  }

  @Test
  void aLongFormIsForwardedWhileItComesAndCostsNothingIfItBreaksOff() throws IOException {
    leaveWithin("/v1/audio/transcriptions", MODEL + FILE, () -> gateway.gateway().underWay() > 0);
    assertThat(gateway.onlySettled().charge().orElseThrow().cost().isZero()).isTrue();
    assertThat(gateway.upstream.charges()).isEmpty();
    nothingIsHeld();
  }

  @Test
  void whatThereIsNoMemoryForIsToldSoWhileSmallCallsPass() throws IOException {
    String held = "{\"messages\":\"" + "x".repeat(3_000_000);
    try (Socket one = begun("/v1/chat/completions", held)) {
      await().until(() -> gateway.held.now() > 2_900_000);
      HttpResponse<String> answer = form(FILE + MODEL + END);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("\"code\":\"gateway-full\"", "\"type\":\"api_error\"");
      assertThat(answer.headers().firstValueAsLong("retry-after")).isPresent();
      String small = TestingGateway.asking(false, "acme/lark-mini");
      assertThat(gateway.chat(small).statusCode()).isEqualTo(200);
      assertThat(one.isConnected()).isTrue();
    }
    nothingIsHeld();
    assertThat(form(FILE + MODEL + END).statusCode()).isEqualTo(200);
  }

  @Test
  void aRequestThatMustBeHeldWholeIsRefusedBeforeAnyOfItCame() {
    String body =
        TestingGateway.asking(false, "acme/lark-mini").replace("Dzień", "x".repeat(5_000_000));
    HttpResponse<String> answer =
        gateway.send(
            gateway
                .request("/v1/chat/completions")
                .header("idempotency-key", "one")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    assertThat(answer.body()).contains("gateway-full");
    assertThat(gateway.chat(body).statusCode()).isEqualTo(200);
    nothingIsHeld();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "status=429", "cut-before-headers", "error=key-cap", "html,no-id"})
  void howeverACallEndsNothingOfItStaysHeld(String behaviour) throws IOException {
    for (int call = 0; call < 3; call++) {
      gateway.upstream.next(behaviour);
      form(FILE + MODEL + END);
      gateway.upstream.next(behaviour);
      gateway.chat(chat(",\"model\":\"acme/lark-mini\"}"));
      gateway.chat(chat(",\"model\":\"forbidden/one\"}"));
      gateway.chat(chat(",\"model\":"));
      leaveWithin("/v1/chat/completions", chat(""), () -> gateway.held.now() > 2_900_000);
    }
    nothingIsHeld();
    await().until(() -> gateway.gateway().underWay() == 0);
  }

  /** The options are gone before it is known that a stream is wanted. */
  @Test
  void aLongRequestWhoseOptionsComeFirstStillAsksForUsage() {
    Upstream own = gateway.upstream();
    gateway.know(gateway.key(new Upstream("own", own.base(), own.key(), Flavour.COMPATIBLE)));
    String options = "{\"model\":\"acme/lark-mini\",\"stream_options\":{\"a\":1},";
    gateway.chat(options + chat(",\"stream\":true}").substring(1));
    assertThat(gateway.upstream.requests().getLast().text())
        .startsWith(options.replace("{\"a\"", "{\"include_usage\":true,\"a\""))
        .containsOnlyOnce("stream_options");
  }

  private void nothingIsHeld() {
    await().untilAsserted(() -> assertThat(gateway.held.now()).isZero());
  }

  private static String chat(String end) {
    return "{\"messages\":[{\"role\":\"user\",\"content\":\""
        + "x".repeat(3_000_000)
        + "\"}]"
        + end;
  }

  private static String part(String named, String content) {
    return "--form\r\ncontent-disposition: form-data; %s\r\n\r\n%s\r\n".formatted(named, content);
  }

  private HttpResponse<String> form(String body) {
    return gateway.send(
        gateway
            .request("/v1/audio/transcriptions")
            .header("content-type", "multipart/form-data; boundary=form")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private void leaveWithin(String path, String body, Callable<Boolean> when) throws IOException {
    try (Socket socket = begun(path, body)) {
      await().until(when);
      assertThat(socket.isConnected()).isTrue();
    }
  }

  private Socket begun(String path, String body) throws IOException {
    Socket socket = new Socket("127.0.0.1", gateway.port());
    OutputStream out = socket.getOutputStream();
    out.write(
        ("POST "
                + path
                + " HTTP/1.1\r\nhost: x\r\nauthorization: Bearer "
                + TestingGateway.KEY
                + "\r\ncontent-type: multipart/form-data; boundary=form\r\n"
                + "content-length: 9000000\r\n\r\n"
                + body)
            .getBytes(UTF_8));
    out.flush();
    return socket;
  }
}
