package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.settings.ByteSize;
import io.innkeeper.simulators.openrouter.Charge;
import io.innkeeper.usage.CallSettled;
import io.innkeeper.usage.Unsettled;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every endpoint under every behaviour, before the upstream's own books. */
class EndpointsTest {
  @TempDir private Path home;
  private TestingGateway gateway;

  @BeforeEach
  void open() {
    GatewaySettings usual = TestingGateway.settings();
    gateway =
        new TestingGateway(
            home,
            new GatewaySettings(
                2,
                usual.maxRequest(),
                usual.holdRequest(),
                ByteSize.parse("1MiB"),
                usual.reserveTokens(),
                usual.reserveUnpriced(),
                usual.connectTimeout(),
                Duration.ofSeconds(1),
                usual.drains(),
                usual.drainFor(),
                usual.drainBytes(),
                usual.stopGrace()));
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  /** Without a cost or any usage in the answer, the upstream is asked later under its id. */
  @ParameterizedTest
  @CsvSource({
    "chat/completions, '', SETTLED",
    "chat/completions, split=50, SETTLED",
    "chat/completions, answer-bytes=3000000, SETTLED",
    "chat/completions, cache-hit, COST_MISSING",
    "chat/completions, cut-after, UPSTREAM_CUT",
    "chat/completions, error-in-200, ERROR_IN_ANSWER",
    "chat/completions, error-in-200=top, ERROR_IN_ANSWER",
    "completions, '', SETTLED",
    "completions, 'split=50,cost=8.1e-7', SETTLED",
    "completions, error-in-200, ERROR_IN_ANSWER",
    "responses, '', SETTLED",
    "responses, split=50, SETTLED",
    "responses, answer-bytes=3000000, SETTLED",
    "responses, no-usage, NO_USAGE",
    "embeddings, split=50, SETTLED",
    "images/generations, split=50, SETTLED",
    "messages, '', COST_MISSING",
    "messages, split=50, COST_MISSING",
    "audio/speech, '', NO_USAGE",
    "audio/speech, split=50, NO_USAGE"
  })
  void aWholeAnswerIsBilledAsTheUpstreamDid(String endpoint, String behaviour, String state) {
    gateway.upstream.next(behaviour);
    HttpResponse<String> answer = ask(endpoint, false);
    boolean fails = state.equals("UPSTREAM_CUT") || behaviour.endsWith("top");
    assertThat(answer.statusCode()).isEqualTo(fails ? 502 : 200);
    billed(state);
    await().until(() -> gateway.held.now() == 0);
  }

  @ParameterizedTest
  @CsvSource({
    "chat/completions, '', SETTLED",
    "chat/completions, cache-hit, COST_MISSING",
    "chat/completions, error-in-200, ERROR_IN_ANSWER",
    "chat/completions, error-after=1, ERROR_IN_ANSWER",
    "chat/completions, hang-after=1, UPSTREAM_CUT",
    "completions, '', SETTLED",
    "completions, split=7, SETTLED",
    "completions, error-after=1, ERROR_IN_ANSWER",
    "responses, '', SETTLED",
    "responses, split=7, SETTLED",
    "responses, error-after=1, ERROR_IN_ANSWER",
    "responses, cut-after=1, UPSTREAM_CUT",
    "messages, '', COST_MISSING",
    "messages, split=7, COST_MISSING",
    "messages, error-after=1, ERROR_IN_ANSWER",
    "messages, hang-after=1, COST_MISSING"
  })
  void aStreamIsBilledAsTheUpstreamDid(String endpoint, String behaviour, String state) {
    gateway.upstream.next(behaviour);
    HttpResponse<String> answer = ask(endpoint, true);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().contains("\"code\":\"answer-broke-off\""))
        .isEqualTo(
            state.equals("UPSTREAM_CUT")
                || behaviour.startsWith("error")
                || behaviour.startsWith("hang"));
    billed(state);
  }

  @ParameterizedTest
  @CsvSource({
    "chat/completions, true, error-after=1",
    "chat/completions, true, 'error-after=1,error-plain'",
    "chat/completions, true, error-in-200=top",
    "chat/completions, false, error-in-200",
    "chat/completions, false, error-in-200=top",
    "completions, false, 'error-in-200,split=9'",
    "responses, true, error-after=1"
  })
  void anErrorInAnAnswerTellsNothingOfTheAccount(String endpoint, boolean stream, String said) {
    gateway.upstream.next(said + ",user-id");
    String answer = ask(endpoint, stream).body();
    assertThat(answer)
        .contains("The model's answer broke off: Upstream closed the connection")
        .doesNotContain("user_standin", "StandIn", "metadata", "conn_reset");
    assertThat(answer.contains("\"content\":\"broken off\""))
        .isEqualTo(said.startsWith("error-in-200") && !said.endsWith("top"));
  }

  @Test
  void errorsHaveTheFormOfTheApiThatWasAsked() {
    String chat = brokenOff("chat/completions");
    assertThat(chat).contains("\n\ndata: {\"error\":{\"message\":").endsWith("data: [DONE]\n\n");
    assertThat(brokenOff("messages"))
        .contains(
            "\n\nevent: error\ndata: {\"type\":\"error\",\"error\":{\"message\":\"The model's answer")
        .doesNotContain("[DONE]");
    assertThat(brokenOff("responses"))
        .contains(
            "\n\nevent: error\ndata: {\"type\":\"error\",\"code\":\"answer-broke-off\",\"message\":")
        .containsPattern("\"sequence_number\":[1-9]")
        .doesNotContain("[DONE]");
  }

  private String brokenOff(String endpoint) {
    gateway.upstream.next("cut-after=1");
    return ask(endpoint, true).body();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/chat/completions, '{\"error\":{\"message\":', invalid_request_error",
    "/v1/messages, '{\"type\":\"error\",\"error\":{\"message\":', invalid_request_error",
    "/v1/responses, '{\"error\":{\"message\":', invalid_request_error"
  })
  void refusalsToo(String path, String begins, String type) {
    HttpResponse<String> answer =
        gateway.send(gateway.request(path).POST(HttpRequest.BodyPublishers.ofString("{}")));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .startsWith(begins)
        .contains("\"type\":\"" + type + "\"", "\"code\":\"model-missing\"", "\"request_id\":");
  }

  @Test
  void twoAnswersUnderOneIdAreBothWrittenDown() {
    for (int call = 0; call < 2; call++) {
      gateway.upstream.next("same-id=gen-twice");
      ask("chat/completions", false);
    }
    assertThat(gateway.settled())
        .hasSize(2)
        .allMatch(one -> one.answer().generation().orElseThrow().equals("gen-twice"));
  }

  private void billed(String state) {
    CallSettled settled = gateway.onlySettled();
    if (state.equals("SETTLED")) {
      assertThat(settled.unsettled()).isEmpty();
    } else {
      assertThat(settled.unsettled()).contains(Unsettled.valueOf(state));
    }
    await().until(() -> !gateway.upstream.charges().isEmpty());
    Charge truth = gateway.upstream.charges().getLast();
    assertThat(settled.answer().generation()).contains(truth.generation());
    settled
        .charge()
        .ifPresent(told -> assertThat(told.cost().decimal()).isEqualByComparingTo(truth.total()));
  }

  private HttpResponse<String> ask(String endpoint, boolean stream) {
    String what =
        switch (endpoint) {
          case "completions", "images/generations" -> "\"prompt\":\"Dzień dobry\"";
          case "responses", "embeddings" -> "\"input\":\"Dzień dobry\"";
          case "audio/speech" -> "\"input\":\"Dzień dobry\",\"voice\":\"alloy\"";
          default ->
              "\"max_tokens\":1000000,\"messages\":[{\"role\":\"user\",\"content\":\"Dzień\"}]";
        };
    return gateway.send(
        gateway
            .request("/v1/" + endpoint)
            .header("content-type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"model\":\"acme/lark-mini\",\"stream\":" + stream + "," + what + "}",
                    UTF_8)));
  }
}
