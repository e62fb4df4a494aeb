package io.innkeeper.cli.env;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.client.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One call to OpenRouter and its answer. What went wrong is a sentence without any secret. */
final class OpenRouterApi implements AutoCloseable {
  static final String USUAL = "https://openrouter.ai/api/v1";

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final int LONGEST_MESSAGE = 200;

  private final String base;
  private final HttpClient http;

  private OpenRouterApi(String base) {
    this.base = base;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
  }

  /**
   * The API at an address, which is not asked yet.
   *
   * @throws Refusal when secrets can't be sent there
   */
  static OpenRouterApi at(String address) {
    String base = address.strip().replaceFirst("/+$", "");
    try {
      URI uri = URI.create(base);
      boolean safe =
          "https".equals(uri.getScheme())
              || "http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost());
      if (uri.getHost() != null && safe) return new OpenRouterApi(base);
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new Refusal(
        ExitCode.USAGE,
        "“" + address + "” is not an address that a key may be sent to.",
        "Write it as " + USUAL + "; plain http only to this machine.");
  }

  String base() {
    return base;
  }

  /**
   * Asks once.
   *
   * @param tried what is attempted, as in “Tried to list the keys”
   * @throws Refusal when there is no answer
   */
  Reply ask(String tried, String method, String path, ApiKey key, @Nullable Object body) {
    HttpResponse<byte[]> answer = send(tried, request(method, path, key, body));
    JsonNode json = json(answer.body());
    String message = json.path("error").path("message").asText("").replace(key.secret(), "…");
    boolean longer = message.length() > LONGEST_MESSAGE;
    return new Reply(
        tried,
        answer.statusCode(),
        json,
        longer ? message.substring(0, LONGEST_MESSAGE) + "…" : message);
  }

  /**
   * An answer, whatever its status.
   *
   * @param message what it says itself about a failure; may be empty
   */
  record Reply(String tried, int status, JsonNode json, String message) {
    boolean is(int wanted) {
      return status == wanted;
    }

    /**
     * What it brought.
     *
     * @throws Refusal when it is no success
     */
    JsonNode demanded() {
      if (status < 300 && json.isObject()) return json;
      throw refusal();
    }

    Refusal refusal() {
      String answered = "but OpenRouter answered " + status;
      String said = message.isEmpty() ? "." : " (" + message.replaceFirst("\\.$", "") + ").";
      boolean away = status < 400 || status == 408 || status == 429 || status >= 500;
      return new Refusal(
          away ? ExitCode.UPSTREAM_AWAY : ExitCode.UPSTREAM_REFUSED,
          "Tried to " + tried + ", " + answered + said,
          advice());
    }

    private String advice() {
      return switch (status) {
        case 401 -> "The key is unknown, disabled or expired. Give another one.";
        case 402 -> "The account has no credits left. Add some at OpenRouter.";
        case 403 ->
            "Only a management key may do this; calls to models need another kind of key. Make one"
                + " at OpenRouter under Settings, Management keys.";
        case 404 -> "Check the address given with --openrouter-url or OPENROUTER_BASE_URL.";
        case 429 -> "Too much was asked in a short time. Wait a minute, then repeat.";
        default -> status < 400 || status >= 500 ? "Repeat it a little later." : "";
      };
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private HttpRequest request(String method, String path, ApiKey key, @Nullable Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(ANSWER)
            .header("Accept", "application/json")
            .header("User-Agent", "Innkeeper env")
            .header("Authorization", "Bearer " + key.secret());
    if (body == null) return request.method(method, BodyPublishers.noBody()).build();
    try {
      return request
          .header("Content-Type", "application/json")
          .method(method, BodyPublishers.ofByteArray(Json.LENIENT.writeValueAsBytes(body)))
          .build();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<byte[]> send(String tried, HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (HttpTimeoutException e) {
      throw away(tried, base + " did not answer in time.");
    } catch (IOException e) {
      throw away(tried, base + " could not be reached, or the connection broke.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw away(tried, "it was interrupted.");
    }
  }

  private static Refusal away(String tried, String why) {
    return new Refusal(
        ExitCode.UPSTREAM_AWAY,
        "Tried to " + tried + ", but " + why,
        "Check the network, a proxy and the address, then repeat.");
  }

  /** A page of some proxy is no JSON, and says nothing. */
  private static JsonNode json(byte[] body) {
    try {
      JsonNode json = Json.LENIENT.readTree(body);
      return json == null ? MissingNode.getInstance() : json;
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
