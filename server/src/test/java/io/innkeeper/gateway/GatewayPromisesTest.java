package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.money.Usd;
import io.innkeeper.usage.CallKind;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway promises about who may call, what is passed on, and who leaves when. */
class GatewayPromisesTest {
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

  @Test
  void bodyPassesByteForByte() {
    String body =
        "{ \"zz_unknown\" : [1.50, 1e-3, null, \"\\u0141\\/\"],\t\"model\":\"acme/lark-mini\",\n"
            + "\"messages\":[{\"role\":\"user\",\"content\":\"Zażółć 🐕 \\\" } \"}], \"a\":{} }\r\n";
    gateway.chat(body);
    int brace = body.lastIndexOf('}');
    assertThat(gateway.upstream.requests().getLast().text())
        .isEqualTo(
            body.substring(0, brace) + ",\"user\":\"mai_client_acme\"" + body.substring(brace));
  }

  @Test
  void aLargeBodyIsForwardedWhileItComesAndPassesByteForByte() {
    String text = "Zażółć 🐕 \\\" } ".repeat(200_000);
    String body =
        "{\"stream\":false,\"model\":\"acme/lark-mini\",\"messages\":[{\"role\":\"user\",\"content\":\""
            + text
            + "\"}],\"user\":\"somebody@example.org\",\"x\":1}";
    HttpResponse<String> answer = gateway.chat(body);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(gateway.upstream.requests().getLast().text())
        .isEqualTo(body.replace("somebody@example.org", "mai_client_acme"));
    assertThat(gateway.onlySettled().charge()).isPresent();
  }

  @Test
  void aLargeFormIsPassedWhole() {
    String boundary = "----form";
    String body =
        "--"
            + boundary
            + "\r\ncontent-disposition: form-data; name=\"model\"\r\n\r\n"
            + "acme/lark-mini\r\n--"
            + boundary
            + "\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\n"
            + "x".repeat(300_000)
            + "\r\n--"
            + boundary
            + "--\r\n";
    gateway.send(
        gateway
            .request("/v1/audio/transcriptions")
            .header("content-type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
    assertThat(gateway.upstream.requests().getLast().text()).isEqualTo(body);
    assertThat(gateway.onlySettled().request().model()).isEqualTo("acme/lark-mini");
  }

  /** Golden vector of the reference. */
  @Test
  void thePersonIsKnownUpstreamByAPseudonymOnly() {
    chatAs("x-openwebui-user-id", "123e4567-e89b-12d3-a456-426614174000");
    assertThat(gateway.upstream.requests().getLast().text())
        .endsWith(",\"user\":\"mai_client_acme_user_986c0dc9\"}");
    assertThat(gateway.upstream.charges().getLast().user())
        .isEqualTo("mai_client_acme_user_986c0dc9");
  }

  @Test
  void theSignedHeaderNamesThePerson() {
    long now = Instant.now().getEpochSecond();
    String claims =
        "{\"sub\":\"u-1\",\"name\":\"Ewa Lis\",\"iss\":\"open-webui\",\"iat\":%d,\"exp\":%d}"
            .formatted(now, now + 300);
    chatAs(
        "x-openwebui-user-jwt",
        SignedUserTest.token("{\"alg\":\"HS256\"}", claims, TestingGateway.IDENTITY));
    assertThat(gateway.onlySettled().payer().user())
        .hasValueSatisfying(
            user -> {
              assertThat(user.name()).isEqualTo("Ewa Lis");
              assertThat(user.verified()).isTrue();
            });
  }

  @Test
  void userHeaderForgedIsNotTrusted() {
    KnownKey plain = gateway.key();
    gateway.know(
        new KnownKey(
            plain.id(),
            plain.house(),
            Optional.empty(),
            Optional.empty(),
            plain.models(),
            plain.limits(),
            Optional.empty(),
            Optional.empty()));
    chatAs("x-openwebui-user-id", "the-boss");
    assertThat(gateway.onlySettled().payer().user()).isEmpty();
  }

  @Test
  void plainHeadersOfAWorkspaceAreMarkedUnverified() {
    chatAs("x-openwebui-user-id", "u-9");
    assertThat(gateway.onlySettled().payer().user())
        .hasValueSatisfying(user -> assertThat(user.verified()).isFalse());
  }

  @Test
  void backgroundWorkIsToldApart() {
    chatAs("x-innkeeper-task", "title_generation");
    assertThat(gateway.onlySettled().request().kind()).isEqualTo(CallKind.TITLE);
  }

  @Test
  void whatIsNoChatIsBookedToo() {
    gateway.send(
        gateway
            .request("/v1/embeddings")
            .header("content-type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"model\":\"nimbus/embed-small\",\"input\":\"Dzień dobry\"}")));
    assertThat(gateway.onlySettled().request().kind()).isEqualTo(CallKind.EMBEDDING);
    assertThat(gateway.onlySettled().charge().orElseThrow().cost())
        .isEqualTo(Usd.of(gateway.upstream.charges().getLast().total()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"model\":\"forbidden/one\",\"messages\":[]} | 403 | model-not-allowed",
        "{\"messages\":[]} | 400 | model-missing",
        "{\"model\":\"acme/lark-mini\" | 400 | request-not-json",
        "[] | 400 | request-not-json",
        "{\"model\":\"acme/lark-mini\",\"model\":\"forbidden/one\"} | 400 | request-ambiguous",
        "{\"model\":\"acme/lark-mini\",\"mode\\u006c\":\"forbidden/one\"} | 400 | request-ambiguous"
      })
  void refusedCallNeverReachesUpstream(String body, int status, String code) {
    HttpResponse<String> answer = gateway.chat(body);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"").contains("request_id");
    assertThat(gateway.upstream.requestCount()).isZero();
    assertThat(gateway.events()).isEmpty();
  }

  @Test
  void anUnknownKeyIsRefusedAndARevokedOneAtOnce() {
    HttpResponse<String> stranger =
        gateway.send(
            HttpRequest.newBuilder(
                    java.net.URI.create("http://127.0.0.1:" + gateway.port() + "/v1/models"))
                .header("x-api-key", "ink-vk-wrong")
                .GET());
    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(gateway.get("/v1/models").statusCode()).isEqualTo(200);
    gateway.directory.set(new Directory(Map.of()));
    assertThat(gateway.get("/v1/models").statusCode()).isEqualTo(401);
    assertThat(gateway.chat(CHAT).statusCode()).isEqualTo(401);
    assertThat(gateway.upstream.requestCount()).isZero();
  }

  @Test
  void aSuspendedHouseHearsWhy() {
    KnownKey key = gateway.key();
    House house = key.house();
    House suspended =
        new House(
            house.id(),
            house.name(),
            house.externalId(),
            house.zone(),
            house.markup(),
            house.models(),
            house.named(),
            house.routes(),
            Optional.of(House.Standstill.SUSPENDED));
    gateway.know(
        new KnownKey(
            key.id(),
            suspended,
            key.tenant(),
            key.identity(),
            key.models(),
            key.limits(),
            Optional.empty(),
            Optional.empty()));
    assertThat(gateway.chat(CHAT).body()).contains("Acme is suspended at the moment.");
  }

  @Test
  void tooManyAtOnceOrAMinuteAreToldWhenToComeBack() {
    KnownKey key = gateway.key();
    CallLimits limits =
        new CallLimits(
            OptionalLong.of(2),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.of(1),
            OptionalLong.of(100));
    gateway.know(
        new KnownKey(
            key.id(),
            key.house(),
            key.tenant(),
            key.identity(),
            key.models(),
            limits,
            Optional.empty(),
            Optional.empty()));
    gateway.chat(CHAT);
    gateway.chat(CHAT);
    HttpResponse<String> third = gateway.chat(CHAT);
    assertThat(third.statusCode()).isEqualTo(429);
    assertThat(third.headers().firstValueAsLong("retry-after")).isPresent();
    HttpResponse<String> longAnswer =
        gateway.chat("{\"model\":\"acme/lark-mini\",\"max_tokens\":101,\"messages\":[]}");
    assertThat(longAnswer.body()).contains("answer-too-long");
    assertThat(gateway.upstream.requestCount()).isEqualTo(2);
  }

  @Test
  void listsAreFreeAndShowOnlyWhatIsAllowed() {
    assertThat(gateway.get("/v1/models").body())
        .isEqualTo("{\"object\":\"list\",\"data\":[{\"id\":\"acme/lark-mini\"}]}");
    assertThat(gateway.get("/v1/models?output_modalities=all").body()).contains("nimbus/embed");
    assertThat(gateway.get("/v1/models/acme/lark-mini").statusCode()).isEqualTo(200);
    assertThat(gateway.get("/v1/models/acme%2Flark-mini").statusCode()).isEqualTo(200);
    assertThat(gateway.get("/v1/models/forbidden/one").statusCode()).isEqualTo(404);
    assertThat(gateway.get("/v1/models/forbidden%2Fone").statusCode()).isEqualTo(404);
    assertThat(gateway.get("/v1/key").body()).contains("\"limit_remaining\":null");
    assertThat(gateway.get("/v1/nowhere").statusCode()).isEqualTo(404);
    assertThat(gateway.get("/v1/chat/completions").statusCode()).isEqualTo(405);
    assertThat(gateway.events()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/models?output_modalities=%zz", "/v1/models/acme%2", "/v1/%zz"})
  void anAddressThatCannotBeDecodedIsToldSo(String address) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
      String asked =
          "GET %s HTTP/1.1\r\nhost: x\r\nauthorization: Bearer %s\r\nconnection: close\r\n\r\n"
              .formatted(address, TestingGateway.KEY);
      socket.getOutputStream().write(asked.getBytes(UTF_8));
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 400 ")
          .contains("\"code\":\"address-unreadable\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/audio/models", "/v1/audio/voices", "/health"})
  void whatTheWorkspaceAsksWithoutAKeyGetsACleanFreeAnswer(String path) {
    HttpResponse<String> answer =
        gateway.send(
            HttpRequest.newBuilder(java.net.URI.create("http://127.0.0.1:" + gateway.port() + path))
                .GET());
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void anIdempotencyKeyIsTakenOnce() {
    HttpResponse<String> first = gateway.send(withKey("one", CHAT));
    HttpResponse<String> again = gateway.send(withKey("one", CHAT));
    HttpResponse<String> other = gateway.send(withKey("one", CHAT.replace("Dzień", "Zły")));
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(gateway.upstream.requestCount()).isEqualTo(1);
  }

  private HttpRequest.Builder withKey(String key, String body) {
    return gateway
        .request("/v1/chat/completions")
        .header("idempotency-key", key)
        .header("content-type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8));
  }

  private void chatAs(String header, String value) {
    gateway.send(
        gateway
            .request("/v1/chat/completions")
            .header(header, value)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(CHAT, UTF_8)));
  }
}
