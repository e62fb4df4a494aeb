package io.innkeeper.openrouter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.innkeeper.secret.Secret;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Questions to the upstream: bounded in time and size, answered in JSON with exact numbers. */
final class Wire implements AutoCloseable {
  private static final long MOST_BYTES = 32L * 1024 * 1024;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private @Nullable HttpClient http;
  private final URI base;
  private final Duration timeout;

  /**
   * A way to one upstream.
   *
   * @param base of all paths, without a slash at the end
   * @param timeout from asking to the last byte
   */
  Wire(URI base, Duration timeout) {
    this.base = base;
    this.timeout = timeout;
  }

  /** Made when first needed: a program that asks nothing pays nothing. */
  private synchronized HttpClient http() {
    HttpClient made = http;
    if (made == null) {
      made =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(timeout)
              .build();
      http = made;
    }
    return made;
  }

  Reply<JsonNode> get(String tried, String path, Optional<Secret> key) {
    return ask(tried, request(path, key).GET().build());
  }

  /**
   * An answer that may still be what it was.
   *
   * @param body empty if it is what the known tag stands for
   * @param tag empty if the upstream gave none
   */
  record Tagged(Optional<JsonNode> body, String tag) {}

  /** The same unless it hasn't changed since an answer with this tag, which may be empty. */
  Reply<Tagged> getChanged(String tried, String path, String tag) {
    HttpRequest.Builder request = request(path, Optional.empty()).GET();
    if (!tag.isEmpty()) request.header("If-None-Match", tag);
    return ask(
        tried,
        request.build(),
        answer ->
            answer.statusCode() == 304 && !tag.isEmpty()
                ? new Reply.Got<>(new Tagged(Optional.empty(), tag))
                : reply(tried, answer)
                    .map(
                        body ->
                            new Tagged(
                                Optional.of(body),
                                answer.headers().firstValue("ETag").orElse(""))));
  }

  Reply<JsonNode> send(
      String tried, String method, String path, Secret key, @Nullable Object body) {
    try {
      HttpRequest.BodyPublisher publisher =
          body == null
              ? BodyPublishers.noBody()
              : BodyPublishers.ofString(JSON.writeValueAsString(body), UTF_8);
      return ask(
          tried,
          request(path, Optional.of(key))
              .header("Content-Type", "application/json")
              .method(method, publisher)
              .build());
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException("not a JSON value", impossible);
    }
  }

  private HttpRequest.Builder request(String path, Optional<Secret> key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(timeout)
            .header("Accept", "application/json");
    key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret.unwrap()));
    return request;
  }

  private Reply<JsonNode> ask(String tried, HttpRequest request) {
    return ask(tried, request, answer -> reply(tried, answer));
  }

  private <T> Reply<T> ask(
      String tried, HttpRequest request, Function<HttpResponse<byte[]>, Reply<T>> read) {
    // The request's own timeout ends with the headers; waiting on the future bounds the body too.
    CompletableFuture<HttpResponse<byte[]>> running =
        http().sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    try {
      return read.apply(running.get(timeout.toMillis() + 500, TimeUnit.MILLISECONDS));
    } catch (ExecutionException failed) {
      return new Reply.Failed<>(tried, why(failed.getCause()));
    } catch (TimeoutException late) {
      return new Reply.Failed<>(tried, late());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Reply.Failed<>(tried, "the wait was interrupted");
    } finally {
      running.cancel(true);
    }
  }

  private Reply<JsonNode> reply(String tried, HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    if (status == 404) return new Reply.Missing<>(tried);
    if (status / 100 != 2) {
      return refused(tried, status, answer);
    }
    return read(answer.body())
        .<Reply<JsonNode>>map(Reply.Got::new)
        .orElseGet(() -> new Reply.Failed<>(tried, "OpenRouter's answer is not what it should be"));
  }

  /** An object without an error inside; anything else is no answer. */
  private static Optional<JsonNode> read(byte[] body) {
    try {
      JsonNode tree = JSON.readTree(body);
      return Optional.ofNullable(tree).filter(JsonNode::isObject).filter(one -> !one.has("error"));
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  private static Reply<JsonNode> refused(String tried, int status, HttpResponse<byte[]> answer) {
    JsonNode error = error(answer.body());
    String source = error.path("metadata").path("limit_source").asText("");
    Optional<Duration> retry =
        retryAfter(answer)
            .or(
                () ->
                    Optional.of(error.path("availability").path("retry_after"))
                        .filter(JsonNode::isInt)
                        .map(seconds -> Duration.ofSeconds(seconds.intValue())));
    return new Reply.Refused<>(tried, status, source, retry);
  }

  /** The error inside an answer; an empty node for a page of HTML and the like. */
  private static JsonNode error(byte[] body) {
    try {
      JsonNode tree = JSON.readTree(body);
      return tree == null ? MissingNode.getInstance() : tree.path("error");
    } catch (IOException notJson) {
      return MissingNode.getInstance();
    }
  }

  private static Optional<Duration> retryAfter(HttpResponse<byte[]> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }

  private String why(@Nullable Throwable cause) {
    return switch (cause) {
      case ConnectException refused -> "nothing listens at " + base;
      case HttpTimeoutException late -> late();
      case IOException large when String.valueOf(large.getMessage()).contains("capacity") ->
          "OpenRouter's answer is larger than 32 MB";
      case null, default -> "the connection to " + base + " broke";
    };
  }

  private String late() {
    return "OpenRouter did not answer in " + timeout.toSeconds() + " s";
  }

  @Override
  public synchronized void close() {
    if (http != null) http.shutdownNow();
  }
}
