package io.innkeeper.openrouter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.secret.Secret;
import io.innkeeper.simulators.openrouter.OpenRouterSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** The stand-in and settings that lead to it. */
final class TestingUpstream implements AutoCloseable {
  static final Secret KEY = Secret.of(OpenRouterSimulator.TEST_KEYS + "acme");

  final OpenRouterSimulator simulator = OpenRouterSimulator.start(0);
  private final HttpClient http = HttpClient.newHttpClient();

  OpenRouterSettings settings() {
    return settings(Optional.of(Secret.of(OpenRouterSimulator.MANAGEMENT_KEY)));
  }

  OpenRouterSettings settings(Optional<Secret> managementKey) {
    return new OpenRouterSettings(
        simulator.baseUrl(), managementKey, Duration.ofHours(1), Duration.ofSeconds(10));
  }

  /** Makes a call that behaves as said; answers its generation id. */
  String call(String words) throws IOException, InterruptedException {
    return call(KEY, words);
  }

  /** The same with another key. */
  String call(Secret key, String words) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/chat/completions"))
            .header("Authorization", "Bearer " + key.unwrap())
            .header("X-Simulate", words)
            .POST(
                BodyPublishers.ofString(
                    """
                    {"model":"acme/lark-mini","user":"t1-u2","messages":[{"role":"user","content":"Hej"}]}""",
                    UTF_8))
            .build();
    http.send(request, BodyHandlers.discarding());
    return simulator.charges().getLast().generation();
  }

  @Override
  public void close() {
    http.close();
    simulator.close();
  }
}
