package io.innkeeper.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Speaks the REST API. Each POST carries an {@code Idempotency-Key}, so that an answer lost on the
 * way is asked for once more and never done twice. Failures are {@link ClientFailure}s.
 */
public final class InnkeeperClient implements AutoCloseable {
  private static final String AGENT = "Innkeeper client";
  private static final String API = "/api/v1";
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int TRIES_WHILE_RUNNING = 20;

  private final URI server;
  private final ServerTrust trust;
  private final Optional<String> token;
  private final HttpClient http;

  public InnkeeperClient(URI server, ServerTrust trust, Optional<String> token) {
    this.server = server;
    this.trust = trust;
    this.token = token;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .sslContext(trust.context())
            .build();
  }

  public URI server() {
    return server;
  }

  public Answer get(String path) {
    return exchange(asking(path).GET().build(), true);
  }

  /** A POST, safe to have been lost. */
  public Answer post(String path, @Nullable Object body) {
    HttpRequest request =
        json(asking(path).header("Idempotency-Key", UUID.randomUUID().toString()), "POST", body);
    Answer answer = null;
    for (int tried = 1; answer == null; tried++) {
      try {
        answer = exchange(request, true);
      } catch (ProblemException e) {
        // The first try still runs, its answer was lost: the same key gets it.
        boolean running = e.problem().code().equals("idempotency-key-running");
        if (!running || tried == TRIES_WHILE_RUNNING) throw e;
        pause();
      }
    }
    return answer;
  }

  /** A file as the body; sent again it is the same file. */
  public Answer upload(String path, byte[] file) {
    HttpRequest request =
        asking(path)
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(file))
            .build();
    return exchange(request, true);
  }

  /** An update based on a version; refused when somebody else changed it meanwhile. */
  public Answer patch(String path, long version, Object body) {
    return exchange(json(versioned(path, version), "PATCH", body), false);
  }

  public Answer patch(String path, Object body) {
    return exchange(json(asking(path), "PATCH", body), false);
  }

  public Answer put(String path, Object body) {
    return exchange(json(asking(path), "PUT", body), false);
  }

  /** A whole new value based on a version; refused when somebody else changed it meanwhile. */
  public Answer put(String path, long version, Object body) {
    return exchange(json(versioned(path, version), "PUT", body), false);
  }

  public Answer delete(String path) {
    return exchange(asking(path).DELETE().build(), false);
  }

  /** Removal of what was seen in a version. */
  public Answer delete(String path, long version) {
    return exchange(versioned(path, version).DELETE().build(), false);
  }

  /** Reads server-sent events until the stream ends or {@code each} has seen enough. */
  public void events(String path, Predicate<ServerEvent> each) {
    stream(path, "text/event-stream", in -> ServerEvent.read(in, each));
  }

  /** Reads a text line by line until it ends. */
  public void lines(String path, Consumer<String> each) {
    stream(
        path,
        "text/plain",
        in -> {
          for (String line = in.readLine(); line != null; line = in.readLine()) each.accept(line);
        });
  }

  /** Passes a text on as it comes, to the last character. */
  public void copy(String path, OutputStream to) {
    stream(
        path,
        "text/csv",
        in -> {
          Writer writer = new OutputStreamWriter(to, UTF_8);
          in.transferTo(writer);
          writer.flush();
        });
  }

  /** Passes a file on as it comes, byte for byte. */
  public void download(String path, OutputStream to) {
    download(request(path).setHeader("Accept", "*/*").GET().build(), to);
  }

  /** The same where asking for it is an act, which is done once and not tried again. */
  public void download(String path, Object body, OutputStream to) {
    download(json(request(path).setHeader("Accept", "*/*"), "POST", body), to);
  }

  private void download(HttpRequest request, OutputStream to) {
    HttpResponse<InputStream> response = send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() >= 300)
        throw refusal(response.statusCode(), response, body.readAllBytes());
      body.transferTo(to);
      to.flush();
    } catch (IOException e) {
      throw ServerUnreachable.at(server, e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private interface Reading {
    void from(BufferedReader in) throws IOException;
  }

  private void stream(String path, String accept, Reading reading) {
    HttpRequest request = request(path).setHeader("Accept", accept + ", */*;q=0.1").GET().build();
    HttpResponse<InputStream> response = send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body();
        BufferedReader in = new BufferedReader(new InputStreamReader(body, UTF_8))) {
      if (response.statusCode() >= 300)
        throw refusal(response.statusCode(), response, body.readAllBytes());
      reading.from(in);
    } catch (IOException e) {
      throw ServerUnreachable.at(server, e);
    }
  }

  private Answer exchange(HttpRequest request, boolean repeatable) {
    HttpResponse<byte[]> response;
    try {
      response = send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (ServerUnreachable e) {
      if (!repeatable || !answerLost(e)) throw e;
      pause();
      response = send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
    if (response.statusCode() >= 300)
      throw refusal(response.statusCode(), response, response.body());
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("ETag"),
        response.headers().firstValue("Location"),
        response.body());
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return http.send(request, body);
    } catch (SSLException e) {
      if (ServerUnreachable.causedBy(e, java.security.cert.CertificateException.class)
          || ServerUnreachable.causedBy(e, java.security.cert.CertPathBuilderException.class))
        throw CertificateRefused.by(server, trust.pinned(), e);
      throw ServerUnreachable.at(server, e);
    } catch (IOException e) {
      throw ServerUnreachable.at(server, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ServerUnreachable.at(server, e);
    }
  }

  /** Whether the request may have arrived: nothing is won by asking again where nobody listens. */
  private static boolean answerLost(ServerUnreachable failure) {
    Throwable cause = failure.getCause();
    return cause instanceof IOException
        && !(cause instanceof SSLException)
        && !(cause instanceof HttpTimeoutException)
        && !ServerUnreachable.causedBy(cause, ConnectException.class);
  }

  private ClientFailure refusal(int status, HttpResponse<?> response, byte[] body) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (!type.startsWith("application/problem+json"))
      return ServerUnreachable.notOurs(server, status);
    try {
      return new ProblemException(Json.LENIENT.readValue(body, Problem.class));
    } catch (IOException e) {
      return ServerUnreachable.notOurs(server, status);
    }
  }

  private HttpRequest.Builder versioned(String path, long version) {
    return asking(path).header("If-Match", "\"" + version + "\"");
  }

  private HttpRequest.Builder asking(String path) {
    return request(path).timeout(ANSWER);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(API + path))
            .header("Accept", "application/json")
            .header("User-Agent", AGENT);
    token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
    return request;
  }

  private static HttpRequest json(
      HttpRequest.Builder request, String method, @Nullable Object body) {
    if (body == null) return request.method(method, HttpRequest.BodyPublishers.noBody()).build();
    try {
      byte[] bytes = Json.LENIENT.writeValueAsBytes(body);
      return request
          .header("Content-Type", "application/json")
          .method(method, HttpRequest.BodyPublishers.ofByteArray(bytes))
          .build();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
