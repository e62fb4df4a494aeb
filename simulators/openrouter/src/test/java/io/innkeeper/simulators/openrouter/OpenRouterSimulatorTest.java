package io.innkeeper.simulators.openrouter;

import static io.innkeeper.simulators.openrouter.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenRouterSimulatorTest {
  private static OpenRouterSimulator simulator;
  private static Caller caller;

  @BeforeAll
  static void start() {
    simulator = OpenRouterSimulator.start(0);
    caller = new Caller(simulator);
  }

  @AfterAll
  static void stop() {
    caller.close();
    simulator.close();
  }

  @BeforeEach
  void forget() {
    simulator.forget();
  }

  @Test
  void wholeAnswerCostsWhatThePriceListSays() throws IOException {
    JsonNode answer = json(caller.chat("tokens=1200/340, cached=200", false));
    assertThat(answer.at("/usage/cost").decimalValue()).isEqualByComparingTo("0.000369");
    assertThat(answer.at("/usage/cost_details/upstream_inference_prompt_cost").decimalValue())
        .isEqualByComparingTo("0.000165");
    assertThat(answer.at("/usage/prompt_tokens_details/cached_tokens").asInt()).isEqualTo(200);
  }

  @Test
  void streamEndsWithUsageAndDone() throws IOException {
    HttpResponse<String> answer = caller.chat("tokens=20/5", true);
    assertThat(answer.body())
        .startsWith(": OPENROUTER PROCESSING\n\ndata: {")
        .contains("\"finish_reason\":\"stop\"", "\"cost\":0.000006,")
        .endsWith("data: [DONE]\n\n");
    assertThat(answer.headers().firstValue("X-Generation-Id"))
        .hasValue(simulator.charges().getFirst().generation());
  }

  @Test
  void amountsBelowAMillionthHaveAnExponent() throws IOException {
    assertThat(caller.chat("tokens=2/1", false).body()).contains("\"cost\":9e-7,");
  }

  @Test
  void whatWasChargedIsKeptToTheLastDigit() throws IOException {
    caller.chat("tokens=3/0", false);
    Charge charge = simulator.charges().getFirst();
    assertThat(charge.total()).isEqualByComparingTo("0.00000045");
    assertThat(charge.user()).isEqualTo("t1-u2");
    assertThat(charge.completed()).isTrue();
  }

  @Test
  void ownProviderKeyPaysTheProvider() throws IOException {
    JsonNode answer = json(caller.chat("byok, tokens=1000/100", false));
    assertThat(answer.at("/usage/cost").asInt()).isZero();
    assertThat(simulator.total()).isEqualByComparingTo("0.00021");
  }

  @Test
  void cutStreamIsBilledInFullUnlessTheProviderStops() {
    assertThatThrownBy(() -> caller.chat("cut-after=2, tokens=10/100, pieces=4", true))
        .isInstanceOf(IOException.class);
    await().until(() -> simulator.charges().size() == 1);
    assertThatThrownBy(
            () -> caller.chat("cut-after=2, tokens=10/100, pieces=4, provider=OpenAI", true))
        .isInstanceOf(IOException.class);
    await().until(() -> simulator.charges().size() == 2);
    assertThat(simulator.charges())
        .extracting(charge -> charge.spend().completion())
        .containsExactly(100L, 50L);
    assertThat(simulator.charges()).allMatch(Charge::cancelled);
  }

  @Test
  void errorEventEndsAStreamThatCostsNothing() throws IOException {
    String body = caller.chat("error-after=1, string-code", true).body();
    assertThat(body)
        .contains("\"code\":\"server_error\"", "\"finish_reason\":\"error\"")
        .doesNotContain("[DONE]");
    assertThat(simulator.charges().getFirst().total()).isEqualByComparingTo("0");
  }

  @Test
  void usageCanBeWrongInEveryWay() throws IOException {
    assertThat(caller.chat("no-usage", false).body()).doesNotContain("\"usage\"");
    assertThat(caller.chat("usage-number", false).body()).contains("\"usage\":42");
    assertThat(caller.chat("no-cost", false).body()).doesNotContain("\"cost\":");
    assertThat(caller.chat("null-cost", false).body()).contains("\"cost\":null");
    assertThat(caller.chat("zero-usage", false).body()).contains("\"total_tokens\":0,\"cost\":0");
    assertThat(caller.chat("cost=8.1e-7", false).body()).contains("\"cost\":8.1e-7,");
    assertThat(caller.chat("usage-alone", true).body()).contains("\"choices\":[],\"usage\":{");
  }

  @Test
  void generationIsKnownLater() throws IOException {
    String generation = json(caller.chat("tokens=64/98, late=60000", false)).path("id").asText();
    assertThat(generation(generation).statusCode()).isEqualTo(404);
    simulator.ahead(Duration.ofMinutes(1));
    JsonNode record = json(generation(generation)).path("data");
    simulator.ahead(Duration.ZERO);
    assertThat(record.path("total_cost").decimalValue()).isEqualByComparingTo("0.0000684");
    assertThat(record.path("native_tokens_completion").asInt()).isEqualTo(98);
    assertThat(record.path("external_user").asText()).isEqualTo("t1-u2");
  }

  private static HttpResponse<String> generation(String id) throws IOException {
    return caller.get("/generation?id=" + id, Caller.KEY);
  }

  @Test
  void refusalCostsNothing() throws IOException {
    HttpResponse<String> answer = caller.chat("status=429, retry-after=3", false);
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("3");
    assertThat(json(answer).at("/error/code").asInt()).isEqualTo(429);
    assertThat(caller.chat("html", false).body()).startsWith("<!DOCTYPE html>");
    assertThat(
            json(caller.chat("error=key-cap", false)).at("/error/metadata/limit_source").asText())
        .isEqualTo("openrouter_key_limit");
    assertThat(simulator.charges()).isEmpty();
  }

  @Test
  void unknownKeyIsRefused() throws IOException {
    HttpResponse<String> answer = caller.get("/key", "sk-or-v1-nobody");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(json(answer).at("/error/message").asText()).isEqualTo("User not found.");
  }

  @Test
  void requestIsKeptByteForByte() throws IOException {
    String odd =
        "{ \"model\" : \"acme/lark-mini\",\t\"unknown\":1.50, \"prompt\":\"za\\u017c\u00f3\u0142\u0107\"}";
    caller.post("/completions", "", odd);
    assertThat(simulator.requests().getLast().text()).isEqualTo(odd);
  }

  @Test
  void promptMayAskForABehaviour() throws IOException {
    String body = Caller.body("acme/lark-mini", false).replace("Dzień", "simulate(status=503)");
    assertThat(caller.post("/chat/completions", "", body).statusCode()).isEqualTo(503);
    String model = Caller.body("acme/lark-mini#no-usage", false);
    assertThat(caller.post("/chat/completions", "", model).body()).doesNotContain("usage");
    simulator.next("html");
    assertThat(caller.chat("", false).statusCode()).isEqualTo(502);
    assertThat(caller.chat("", false).statusCode()).isEqualTo(200);
  }

  @Test
  void wireIsLaidAsAsked() throws IOException {
    String usual = caller.chat("tokens=1/1", true).body();
    assertThat(caller.chat("crlf", true).body()).contains("\r\n\r\ndata: {");
    assertThat(caller.chat("no-space", true).body()).contains("\n\ndata:{");
    assertThat(caller.chat("multi-line", true).body()).contains("data: {\ndata: \"id\"");
    assertThat(caller.chat("no-done", true).body()).doesNotContain("[DONE]");
    assertThat(caller.chat("split=1, tokens=1/1", true).body()).hasSameSizeAs(usual);
    assertThat(caller.chat("split-at=700, tokens=1/1", true).body()).hasSameSizeAs(usual);
    assertThat(caller.chat("flood=pieces", true).body().lines().filter("data: [DONE]"::equals))
        .hasSize(1);
  }

  @Test
  void everyFormIsSpoken() throws IOException {
    String input = "{\"model\":\"acme/lark-mini\",\"input\":\"Hej\",\"stream\":true}";
    assertThat(caller.post("/responses", "", input).body())
        .contains("event: response.completed", "\"input_tokens\":1,", "\"cost\":");
    assertThat(caller.post("/messages", "", Caller.body("acme/lark-mini", true)).body())
        .contains("event: message_delta", "\"input_tokens\":3,")
        .doesNotContain("\"cost\"", "[DONE]");
    assertThat(caller.post("/completions", "", Caller.body("acme/lark-mini", true)).body())
        .contains("text_completion", "\"cost\":");
    String embed = "{\"model\":\"nimbus/embed-small\",\"input\":[\"Hej\",\"hej\"]}";
    assertThat(caller.post("/embeddings", "", embed).body()).contains("\"prompt_tokens\":2,");
    assertThat(
            caller.post("/audio/speech", "", embed.replace("[\"Hej\",\"hej\"]", "\"Hej\"")).body())
        .startsWith("ID3");
  }
}
