package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.budget.Scope;
import io.innkeeper.budget.Spender;
import io.innkeeper.money.Usd;
import io.innkeeper.settings.ByteSize;
import io.innkeeper.usage.CallSettled;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is held for a call is never less than it can cost, however it is written. */
class ReservedWorstTest {
  private static final long ANSWER_TOKEN = 600_000;
  private static final long PROMPT_TOKEN = 150_000;

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
                Duration.ofSeconds(2)));
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void whatALongRequestAsksAtItsEndIsReservedToo() {
    String body = large(",\"n\":4,\"max_tokens\":16000");
    assertThat(gateway.chat(body).statusCode()).isEqualTo(200);
    CallSettled settled = gateway.onlySettled();
    assertThat(settled.reserved().pico())
        .isEqualTo(128_000 * PROMPT_TOKEN + 4 * 16_000 * ANSWER_TOKEN);
    assertThat(settled.request().bytes()).isEqualTo(body.getBytes(UTF_8).length);
    assertThat(gateway.budgets.standing(house(), Instant.now()).reserved().pico()).isZero();
  }

  @Test
  void aLongRequestOfUnknownLengthIsReservedTheSame() {
    assertThat(chunked(large(",\"n\":4,\"max_tokens\":16000")).statusCode()).isEqualTo(200);
    assertThat(gateway.onlySettled().reserved().pico())
        .isEqualTo(128_000 * PROMPT_TOKEN + 4 * 16_000 * ANSWER_TOKEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"max_tokens\":5000 | 400 | answer-too-long",
        "\"max_completion_tokens\":1e5 | 400 | limit-unclear",
        "\"n\":1000 | 400 | count-unclear",
        "\"models\":[\"forbidden/one\"] | 403 | model-not-allowed",
        "\"model\":\"forbidden/one\" | 400 | request-ambiguous",
        "\"x\":[ | 400 | request-not-json"
      })
  void aLongRequestThatEndsWrongIsTakenBackAndFree(String end, int status, String code) {
    limit(100);
    HttpResponse<String> answer = gateway.chat(large("," + end));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    CallSettled settled = gateway.onlySettled();
    assertThat(settled.charge().orElseThrow().cost().isZero()).isTrue();
    assertThat(gateway.upstream.charges()).isEmpty();
  }

  @Test
  void aRequestOfUnknownLengthEndsAtTheLargestSize() {
    HttpResponse<String> answer = chunked(large(",\"x\":\"" + "y".repeat(3_000_000) + "\""));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(gateway.onlySettled().charge().orElseThrow().cost().isZero()).isTrue();
    assertThat(gateway.upstream.charges()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aKeysLongestAnswerHoldsForWhoAsksForNone(boolean large) {
    limit(100);
    gateway.chat(large ? large("") : small(""));
    assertThat(gateway.upstream.requests().getLast().text()).contains(",\"max_tokens\":100");
    assertThat(gateway.onlySettled().reserved().pico())
        .isLessThanOrEqualTo(128_000 * PROMPT_TOKEN + 100 * ANSWER_TOKEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"max_tokens\":\"100000\" | limit-unclear",
        "\"max_tokens\":1e5 | limit-unclear",
        "\"max_completion_tokens\":0 | limit-unclear",
        "\"max_tokens\":-1 | limit-unclear",
        "\"max_tokens\":9999999999999 | limit-unclear",
        "\"n\":\"5\" | count-unclear"
      })
  void aLimitThatCannotBeReadIsRefused(String member, String code) {
    HttpResponse<String> answer = gateway.chat(small("," + member));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    assertThat(gateway.upstream.requestCount()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"max_output_tokens\":1 | 16384",
        "\"max_completion_tokens\":1,\"max_tokens\":9000 | 9000",
        "\"max_tokens\":null | 16384",
        "\"max_tokens\":7 | 7",
        "\"max_tokens\":999999999999,\"n\":128 | 2097152"
      })
  void onlyLimitsThatTheEndpointObeysCountAndTheLargestDoes(String members, long tokens) {
    String body = small("," + members);
    gateway.chat(body);
    assertThat(gateway.onlySettled().reserved().pico())
        .isEqualTo((body.length() + 1) * PROMPT_TOKEN + tokens * ANSWER_TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openrouter/auto", "somebody/new"})
  void whereARouterChoosesTheDearestAllowedModelIsReserved(String model) {
    assertThat(reserved(model)).isEqualTo(worst(model, 0));
  }

  @Test
  void aModelElsewhereWithoutAPriceReservesAsThatIsSet() {
    gateway.know(elsewhere());
    assertThat(reserved("somebody/new")).isEqualTo(Usd.parse("0.50").pico());
  }

  @Test
  void variantsThatCostMoreReserveMore() {
    String online = "acme/lark-mini:online";
    assertThat(reserved(online)).isEqualTo(worst(online, 50_000) + Usd.parse("0.05").pico());
    String nitro = "acme/lark-mini:nitro";
    assertThat(reserved(nitro)).isEqualTo(2 * worst(nitro, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "plugins":[{"id":"web"}]        | 50000 | 1
          "plugins":[]                    | 0     | 1
          "web_search_options":{}         | 50000 | 1
          "service_tier":"priority"       | 0     | 2
          "service_tier":"flex"           | 0     | 1
          "service_tier":null             | 0     | 1
          """)
  void searchesAndTiersThatARequestOrdersReserveMore(String member, long found, int times) {
    String body = small("," + member + ",\"max_tokens\":100");
    gateway.chat(body);
    long listed = (body.length() + 1 + found) * PROMPT_TOKEN + 100 * ANSWER_TOKEN;
    long fee = found > 0 ? Usd.parse("0.05").pico() : 0;
    assertThat(gateway.onlySettled().reserved().pico()).isEqualTo(times * listed + fee);
  }

  private static long worst(String model, long more) {
    return (chat(model).length() + 1 + more) * PROMPT_TOKEN + 100 * ANSWER_TOKEN;
  }

  private static String chat(String model) {
    return "{\"model\":\"%s\",\"max_tokens\":100,\"messages\":[]}".formatted(model);
  }

  private long reserved(String model) {
    int before = gateway.settled().size();
    gateway.chat(chat(model));
    await().until(() -> gateway.settled().size() == before + 1);
    return gateway.settled().getLast().reserved().pico();
  }

  private KnownKey elsewhere() {
    Upstream usual = gateway.upstream();
    return gateway.key(new Upstream("other", usual.base(), usual.key(), false));
  }

  @Test
  void picturesAndSoundReserveWhatAnUnknownPriceDoes() {
    gateway.send(
        gateway
            .request("/v1/images/generations")
            .header("content-type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"model\":\"acme/lark-mini\",\"prompt\":\"a lark\",\"n\":3}")));
    assertThat(gateway.onlySettled().reserved()).isEqualTo(Usd.parse("1.5"));
  }

  @Test
  void picturesOfAFormReserveForEach() {
    assertThat(edits("content-disposition: form-data; name=\"n\"\r\n\r\n3").statusCode())
        .isEqualTo(200);
    assertThat(gateway.onlySettled().reserved()).isEqualTo(Usd.parse("1.5"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Disposition: form-data; name=\"n\"\r\n\r\n1000",
        "Content-Disposition: form-data; name=\"n\"\r\n\r\n",
        "Content-Disposition: form-data; name=\"n\"\r\n\r\n1\r\n--b\r\n"
            + "Content-Disposition: form-data; name=n\r\n\r\n10"
      })
  void aFormsCountThatCannotBeReadIsRefused(String part) {
    HttpResponse<String> answer = edits(part);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("count-unclear");
    assertThat(gateway.upstream.requestCount()).isZero();
  }

  private HttpResponse<String> edits(String part) {
    return gateway.send(
        gateway
            .request("/v1/images/edits")
            .header("content-type", "multipart/form-data; boundary=b")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "--b\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nacme/lark-mini"
                        + "\r\n--b\r\n"
                        + part
                        + "\r\n--b--\r\n")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://pictures.example/1.png\"}} | 1",
        "{\"type\":\"image_url\",\"image_url\":\" HTTP://pictures.example/1.png\"} | 1",
        "{\"type\":\"image_url\",\"image_url\":\"\\u0068ttps://pictures.example/1.png\"} | 1",
        "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,iVBORw0KGgo=\"}} | 1",
        "{\"type\":\"image_url\",\"image_url\":\"\\n\\thttp://pictures.example/1.png\"} | 1",
        "{\"type\":\"image_url\",\"image_url\":\"ht\\ntps://pictures.example/1.png\"} | 1",
        "{\"type\":\"text\",\"text\":\"\\u0141\\u00f3d\\u017a\"} | 0",
        "{\"type\":\"text\",\"text\":\"\\u00d3smy\",\"http_status\":\"https\",\"http\":\"data\"} | 0",
        "{\"type\":\"text\",\"text\":\"\\n\\\\u0068ttp: \\\"\"} | 0",
        "{\"type\":\"text\",\"text\":\"see https://pictures.example/1.png, a date, httq\"} | 0"
      })
  void aPictureInThePromptReservesWhatTheLargestCosts(String part, int pictures) {
    String body =
        "{\"model\":\"acme/lark-mini\",\"max_tokens\":10,\"messages\":[{\"role\":\"user\","
            + "\"content\":["
            + part
            + "]}]}";
    gateway.chat(body);
    assertThat(gateway.onlySettled().reserved().pico())
        .isEqualTo(
            (body.length() + 1 + pictures * 50_000L) * PROMPT_TOKEN
                + 10 * ANSWER_TOKEN
                + pictures * TestingGateway.PICTURE);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCallTooDearToReckonWithIsRefusedAndLeavesNothingBehind(boolean large) {
    long first = large ? 128_000 * PROMPT_TOKEN + 16_384 * ANSWER_TOKEN : 0;
    Usd held = new Usd(Long.MAX_VALUE - first - 1);
    Spender other =
        new Spender(TestingGateway.HOUSE, Optional.empty(), Optional.empty(), Optional.empty());
    gateway.budgets.enter(other, YearMonth.now(ZoneOffset.UTC), Usd.ZERO, held);
    HttpResponse<String> answer = gateway.chat(large ? large(",\"n\":4") : small(""));
    assertThat(answer.statusCode()).isEqualTo(402);
    assertThat(answer.body()).contains("\"code\":\"call-too-dear\"", "can't be reckoned with");
    await().until(() -> gateway.budgets.standing(house(), Instant.now()).reserved().equals(held));
    assertThat(gateway.upstream.charges()).isEmpty();
  }

  private static Scope house() {
    return Scope.organisation(TestingGateway.HOUSE);
  }

  private void limit(long longest) {
    KnownKey key = gateway.key();
    OptionalLong none = OptionalLong.empty();
    gateway.know(
        new KnownKey(
            key.id(),
            key.house(),
            key.tenant(),
            key.identity(),
            key.models(),
            new CallLimits(none, none, none, none, OptionalLong.of(longest)),
            Optional.empty(),
            Optional.empty()));
  }

  private static String small(String more) {
    return "{\"model\":\"acme/lark-mini\",\"messages\":[]" + more + "}";
  }

  private static String large(String more) {
    return "{\"model\":\"acme/lark-mini\",\"messages\":[{\"role\":\"user\",\"content\":\""
        + "lark ".repeat(300_000)
        + "\"}]"
        + more
        + "}";
  }

  private HttpResponse<String> chunked(String body) {
    return gateway.send(
        gateway
            .request("/v1/chat/completions")
            .header("content-type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(body.getBytes(UTF_8)))));
  }
}
