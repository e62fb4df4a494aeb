package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** One event loop's server at one address: recognises the caller and chooses the path. */
final class GatewayServer extends AbstractVerticle {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{8,64}");
  private static final int MOST_CONNECTIONS = 4_096;
  private static final int PIECE = 1 << 16;

  private final GatewayParts parts;
  private final String address;
  private final int port;
  private final AtomicInteger bound;
  private final FreeAnswers free;
  private final Admission admission;
  private Optional<Loop> loop = Optional.empty();
  private volatile Optional<HttpServer> server = Optional.empty();

  /**
   * @param port 0 for any free one, the same for all loops
   * @param bound is told which it was
   */
  GatewayServer(GatewayParts parts, String address, int port, AtomicInteger bound) {
    this.parts = parts;
    this.address = address;
    // Vert.x shares one random port between instances only under a negative number.
    this.port = port == 0 ? -1 : port;
    this.bound = bound;
    this.free = new FreeAnswers(parts);
    this.admission = new Admission(parts);
  }

  @Override
  public void start(Promise<Void> started) {
    HttpClientAgent client = vertx.createHttpClient(clientOptions(), poolOptions());
    loop = Optional.of(new Loop(parts, admission, context, client));
    vertx
        .createHttpServer(serverOptions())
        .requestHandler(this::handle)
        .listen()
        .onSuccess(
            listening -> {
              server = Optional.of(listening);
              bound.set(listening.actualPort());
            })
        .<Void>mapEmpty()
        .onComplete(started);
  }

  /** Takes no new calls; done once every answer has been read to its end, or the grace is over. */
  Future<Void> leave(Duration grace) {
    return server
        .map(listening -> listening.shutdown(grace.toMillis(), TimeUnit.MILLISECONDS))
        .orElseGet(Future::succeededFuture);
  }

  private HttpServerOptions serverOptions() {
    return new HttpServerOptions()
        .setHost(address)
        .setPort(port)
        .setTcpNoDelay(true)
        // Nobody asks for web sockets here; without their handlers a call passes fewer hands.
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false)
        .setStrictThreadMode(true)
        .setHandle100ContinueAutomatically(true)
        .setMaxChunkSize(PIECE)
        .setMaxHeaderSize(32_768)
        .setMaxInitialLineLength(8_192);
  }

  private HttpClientOptions clientOptions() {
    return new HttpClientOptions()
        .setTcpNoDelay(true)
        .setMaxChunkSize(PIECE)
        .setMaxHeaderSize(32_768)
        .setDecompressionSupported(true)
        .setKeepAliveTimeout(50)
        .setConnectTimeout(Math.toIntExact(parts.settings().connectTimeout().toMillis()))
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
        .setIdleTimeout(Math.toIntExact(parts.settings().idleTimeout().toMillis()));
  }

  private static PoolOptions poolOptions() {
    return new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS).setMaxWaitQueueSize(0);
  }

  private void handle(HttpServerRequest request) {
    Instant now = parts.clock().instant();
    Stopwatch watch = new Stopwatch(now);
    String path = request.path();
    Optional<Endpoint> endpoint = Endpoint.of(path);
    Downstream out = new Downstream(request, requestId(request), Endpoint.errors(path));
    boolean get = request.method() == HttpMethod.GET;
    if (get && free.withoutKey(path).isPresent()) {
      free.withoutKey(path).ifPresent(body -> free.give(out, body));
      return;
    }
    Optional<KnownKey> key = Identity.key(request.headers()).flatMap(parts.directory().get()::find);
    Optional<Refusal> refusal = refusal(key, now);
    if (refusal.isPresent()) {
      refuse(out, refusal.get());
    } else if (get) {
      free(request, path, key.orElseThrow(), out);
    } else if (endpoint.isEmpty()) {
      refuse(out, noSuchPath());
    } else if (request.method() != HttpMethod.POST) {
      refuse(out, notAllowed());
    } else {
      new ModelCall(loop.orElseThrow(), request, out, endpoint.get(), key.orElseThrow(), watch)
          .begin();
    }
  }

  private void free(HttpServerRequest request, String path, KnownKey key, Downstream out) {
    boolean known;
    try {
      boolean everything = "all".equals(request.getParam("output_modalities"));
      known = free.answer(decoded(path), everything, key, out);
    } catch (IllegalArgumentException e) {
      refuse(
          out,
          Refusal.of(400, "address-unreadable", "The address holds a % that can't be decoded."));
      return;
    }
    if (!known) refuse(out, Endpoint.of(path).isPresent() ? notAllowed() : noSuchPath());
  }

  /** Names of models hold a slash, which careful clients write as %2F. */
  private static String decoded(String path) {
    return path.indexOf('%') < 0 ? path : URLDecoder.decode(path.replace("+", "%2B"), UTF_8);
  }

  private static Optional<Refusal> refusal(Optional<KnownKey> key, Instant now) {
    if (key.isEmpty()) {
      return Optional.of(
          Refusal.of(401, "key-unknown", "This key is not known here. Please check it."));
    }
    KnownKey known = key.get();
    if (known.expires().filter(until -> !until.isAfter(now)).isPresent()) {
      return Optional.of(Refusal.of(401, "key-expired", "This key has expired."));
    }
    return known.refusal().or(() -> known.house().refusal());
  }

  private void refuse(Downstream out, Refusal refusal) {
    parts.figures().refused(refusal);
    out.refuse(refusal);
  }

  private static Refusal noSuchPath() {
    return Refusal.of(404, "no-such-path", "There is nothing at this path of the gateway.");
  }

  private static Refusal notAllowed() {
    return Refusal.of(405, "method-not-allowed", "This path of the gateway takes POST only.");
  }

  /** A caller's own id is kept when it is plain enough for a log line. */
  private static String requestId(HttpServerRequest request) {
    String given = request.getHeader("x-request-id");
    if (given != null && PLAIN.matcher(given).matches()) return given;
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }
}
