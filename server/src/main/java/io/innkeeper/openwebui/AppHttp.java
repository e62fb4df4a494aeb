package io.innkeeper.openwebui;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One app's HTTP: bounded in time and size, every failure a sentence without secrets. */
final class AppHttp {
  // Exported configurations and pages of users with pictures stay far below.
  private static final long MOST_BYTES = 16L * 1024 * 1024;
  private static final int LONGEST_DETAIL = 200;

  private final HttpClient http;
  private final URI base;
  private final Duration timeout;

  AppHttp(HttpClient http, URI base, Duration timeout) {
    this.http = http;
    this.base = base;
    this.timeout = timeout;
  }

  /** What came back; {@code body} is the tree, empty when it isn't JSON. */
  record Answer(int status, Optional<JsonNode> body) {
    boolean ok() {
      return status == 200;
    }

    /** A field's text, empty when it is missing or not a text. */
    Optional<String> text(String field) {
      return body.map(tree -> tree.path(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    boolean isTrue(String field) {
      return body.map(tree -> tree.path(field).asBoolean(false)).orElse(false);
    }

    /** The app's own sentence. Validation errors repeat the input, so only plain texts count. */
    String detail() {
      String text = text("detail").orElse("").strip();
      String shown =
          text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL) + "…";
      return status + (shown.isEmpty() ? "" : ": “" + shown + "”");
    }
  }

  URI base() {
    return base;
  }

  Answer get(String path, @Nullable Secret token) {
    return exchange(request(path, token).GET().build(), path);
  }

  /** What a browser gets; empty when the app says there is none. */
  Optional<byte[]> file(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(timeout).GET().build();
    HttpResponse<byte[]> response = send(request, path);
    return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
  }

  Answer delete(String path, Secret token) {
    return exchange(request(path, token).DELETE().build(), path);
  }

  Answer post(String path, @Nullable Secret token, Object body) {
    HttpRequest request =
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.text(body), UTF_8))
            .build();
    return exchange(request, path);
  }

  /** The failure of an answer that isn't the expected one. */
  Fault unexpected(String tried, Answer answer) {
    return Fault.of(
            Fault.Kind.UPSTREAM,
            "app-refused",
            "Tried to "
                + tried
                + ", but Open WebUI at "
                + base
                + " answered "
                + answer.detail()
                + ".")
        .advising("See the workspace's log for what the app makes of it.");
  }

  private HttpRequest.Builder request(String path, @Nullable Secret token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(timeout)
            .header("Accept", "application/json");
    return token == null ? request : request.header("Authorization", "Bearer " + token.unwrap());
  }

  private Answer exchange(HttpRequest request, String path) {
    HttpResponse<byte[]> response = send(request, path);
    return new Answer(response.statusCode(), Json.parse(response.body()));
  }

  private HttpResponse<byte[]> send(HttpRequest request, String path) {
    // The request's own timeout ends with the headers; waiting on the future bounds the body too.
    CompletableFuture<HttpResponse<byte[]>> running =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    try {
      return running.get(timeout.toMillis() + 500, TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw unreachable(path, why(failed.getCause()), failed);
    } catch (TimeoutException late) {
      throw unreachable(path, "it did not answer in " + timeout.toSeconds() + " s", late);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw unreachable(path, "the wait was interrupted", stopped);
    } finally {
      running.cancel(true);
    }
  }

  private String why(@Nullable Throwable cause) {
    return switch (cause) {
      case ConnectException refused -> "nothing listens there";
      case java.net.http.HttpTimeoutException late ->
          "it did not answer in " + timeout.toSeconds() + " s";
      case IOException broken when String.valueOf(broken.getMessage()).contains("capacity") ->
          "its answer is larger than 16 MB";
      case null, default -> "the connection broke";
    };
  }

  private Fault unreachable(String path, String why, Exception cause) {
    return Fault.of(
            Fault.Kind.UNAVAILABLE,
            "app-unreachable",
            "Tried to reach Open WebUI at " + base + path + ", but " + why + ".")
        .advising("See whether the workspace's container runs.")
        .because(cause);
  }
}
