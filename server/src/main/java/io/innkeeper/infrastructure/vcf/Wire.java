package io.innkeeper.infrastructure.vcf;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Requests over TLS to one address that was looked at before; the name goes into the request and is
 * what the certificate must be for.
 */
final class Wire implements AutoCloseable {
  private static final int MOST_BYTES = 64 * 1024 * 1024;

  private final HttpClientAgent client;
  private final Party party;
  private final InetAddress address;
  private final Duration timeout;
  private final Believing believing;

  Wire(Vertx vertx, Party party, InetAddress address, Duration timeout) {
    this.party = party;
    this.address = address;
    this.timeout = timeout;
    this.believing = new Believing(party.trust());
    HttpClientOptions options =
        new HttpClientOptions()
            .setSsl(true)
            .setTrustOptions(TrustOptions.wrap(believing))
            .setVerifyHost(believing.byName())
            .setConnectTimeout(Math.toIntExact(timeout.toMillis()))
            .setSslHandshakeTimeout(timeout.toMillis())
            .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
            .setDecompressionSupported(true)
            .setKeepAliveTimeout(20);
    client =
        vertx.httpClientBuilder().with(options).with(new PoolOptions().setHttp1MaxSize(1)).build();
  }

  /** The answer is larger than a list of credentials can be. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** What the other side showed, for the sentence about it. */
  Believing believing() {
    return believing;
  }

  /**
   * One request, answered whole or not at all.
   *
   * @throws IOException when there is no answer, or it is cut off
   * @throws TimeoutException when it takes longer than allowed
   */
  Answer ask(String method, String path, Map<String, String> headers, Optional<String> body)
      throws IOException, TimeoutException, InterruptedException {
    return ask(method, path, headers, body, timeout);
  }

  /** The same with another patience. */
  Answer ask(
      String method,
      String path,
      Map<String, String> headers,
      Optional<String> body,
      Duration patience)
      throws IOException, TimeoutException, InterruptedException {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.valueOf(method))
            .setServer(SocketAddress.inetSocketAddress(party.at().port(), literal(address)))
            .setHost(party.at().host())
            .setPort(party.at().port())
            .setURI(path)
            .setSsl(true);
    headers.forEach(options::putHeader);
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    client
        .request(options)
        .onFailure(answer::completeExceptionally)
        .onSuccess(request -> send(request, body, answer));
    return await(answer, patience);
  }

  private static String literal(InetAddress address) {
    String text = address.getHostAddress();
    int zone = text.indexOf('%');
    return zone < 0 ? text : text.substring(0, zone);
  }

  private static void send(
      HttpClientRequest request, Optional<String> body, CompletableFuture<Answer> answer) {
    // Whoever waits no longer also wants no answer any more.
    answer.whenComplete(
        (got, thrown) -> {
          if (thrown != null) request.reset();
        });
    request
        .response()
        .onFailure(answer::completeExceptionally)
        .onSuccess(response -> receive(response, answer));
    request
        .send(body.map(Buffer::buffer).orElseGet(Buffer::buffer))
        .onFailure(answer::completeExceptionally);
  }

  private static void receive(HttpClientResponse response, CompletableFuture<Answer> answer) {
    Buffer all = Buffer.buffer();
    response.exceptionHandler(answer::completeExceptionally);
    response.handler(
        piece -> {
          if (all.length() + piece.length() > MOST_BYTES)
            answer.completeExceptionally(new TooLarge());
          else all.appendBuffer(piece);
        });
    response.endHandler(
        end ->
            answer.complete(
                new Answer(
                    response.statusCode(),
                    Optional.ofNullable(response.getHeader("Retry-After")),
                    all.getBytes())));
  }

  private static Answer await(CompletableFuture<Answer> answer, Duration patience)
      throws IOException, TimeoutException, InterruptedException {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (cause instanceof IOException known) throw known;
      if (cause instanceof TimeoutException late) throw late;
      throw new IOException(cause.getMessage(), cause);
    } catch (TimeoutException | InterruptedException e) {
      answer.completeExceptionally(e);
      throw e;
    }
  }

  @Override
  public void close() {
    var _ = client.close();
  }
}
