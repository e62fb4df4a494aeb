package io.innkeeper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.innkeeper.client.NewKey;
import io.innkeeper.key.IssuedKey;
import io.innkeeper.key.KeySpec;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.secret.Secret;
import io.innkeeper.simulators.openrouter.OpenRouterSimulator;
import io.innkeeper.testing.TestingServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The whole server before the stand-in for OpenRouter, with one organisation that may call. */
final class CallingHouse implements AutoCloseable {
  static final String MODEL = "acme/lark-mini";

  final OpenRouterSimulator upstream = OpenRouterSimulator.start(0);
  final TestingServer inn;
  final Organisation owner;
  private final HttpClient client = HttpClient.newHttpClient();

  CallingHouse(Path home) {
    this(home, Clock.systemUTC());
  }

  CallingHouse(Path home, Clock clock) {
    inn = TestingServer.at(clock, home, "--innkeeper.openrouter.base-url=" + upstream.baseUrl());
    owner = inn.organisation("Klinika");
    Secret key = Secret.of(OpenRouterSimulator.TEST_KEYS + "klinika");
    rooms().entrance().organisations().giveKey(owner.id(), key, TestingServer.BY);
    rooms().money().prices().refresh();
  }

  /** Until the gateway knows what was changed before: it has looked twice since. */
  void heard() {
    heard(inn);
  }

  static void heard(TestingServer inn) {
    GatewayDirectory directory = inn.server().background().calls().orElseThrow().directory();
    long before = directory.looks();
    await().atMost(Duration.ofMinutes(1)).until(() -> directory.looks() >= before + 2);
  }

  Rooms rooms() {
    return inn.server().rooms();
  }

  /** A virtual key without limits. */
  IssuedKey key(String name) {
    return key(new NewKey(name, null, null, null, null, null, null, null, null));
  }

  IssuedKey key(NewKey given) {
    KeySpec spec = KeySpec.of(given, Instant.now());
    return rooms().gate().keys().create(owner.id(), Optional.empty(), spec, TestingServer.BY);
  }

  /** One streamed call of a small model. */
  HttpResponse<String> call(Secret key) {
    return call(key, MODEL, 200);
  }

  HttpResponse<String> call(Secret key, String model, int maxTokens) {
    String body =
        "{\"stream\":true,\"model\":\"%s\",\"max_tokens\":%d,\"messages\":[{\"role\":\"user\",\"content\":\"Dzień dobry\"}]}";
    return post(key, body.formatted(model, maxTokens));
  }

  HttpResponse<String> post(Secret key, String body) {
    return send(
        HttpRequest.newBuilder(address("/v1/chat/completions"))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8)),
        key);
  }

  HttpResponse<String> get(Secret key, String path) {
    return send(HttpRequest.newBuilder(address(path)).GET(), key);
  }

  int status(Secret key) {
    return call(key).statusCode();
  }

  private HttpResponse<String> send(HttpRequest.Builder request, Secret key) {
    try {
      return client.send(
          request.header("authorization", "Bearer " + key.unwrap()).build(),
          HttpResponse.BodyHandlers.ofString(UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + inn.tenants().settings().gatewayPort() + path);
  }

  @Override
  public void close() {
    client.shutdownNow();
    inn.close();
    upstream.close();
  }
}
