package io.innkeeper.ingress;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.innkeeper.ingress.certificate.KeyAndChain;
import io.innkeeper.ingress.certificate.SelfMade;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * An authority that has been asked too often, which pebble never is: 429, and when to come again.
 */
final class TiredAuthority implements AutoCloseable {
  private final AtomicInteger asked = new AtomicInteger();
  private final HttpsServer server;
  private final Path root;
  private final Duration rest;

  private TiredAuthority(HttpsServer server, Path root, Duration rest) {
    this.server = server;
    this.root = root;
    this.rest = rest;
  }

  static TiredAuthority start(Duration rest) throws IOException {
    KeyAndChain own = SelfMade.of("localhost", Instant.now());
    Path root = Files.writeString(Files.createTempFile("tired", ".pem"), own.chainPem());
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(own)));
    TiredAuthority tired = new TiredAuthority(server, root, rest);
    server.createContext("/", tired::answer);
    server.start();
    return tired;
  }

  String directory() {
    return at("/dir");
  }

  /** What to trust it by. */
  Path root() {
    return root;
  }

  /** How often it was asked for something. */
  int asked() {
    return asked.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Replay-Nonce", "bm9uY2U");
    switch (exchange.getRequestURI().getPath()) {
      case "/dir" ->
          send(
              exchange,
              200,
              "application/json",
              "{\"newNonce\": \"%s\", \"newAccount\": \"%s\", \"newOrder\": \"%s\"}"
                  .formatted(at("/nonce"), at("/account"), at("/order")));
      case "/nonce" -> exchange.sendResponseHeaders(200, -1);
      default -> {
        asked.incrementAndGet();
        exchange.getResponseHeaders().add("Retry-After", Long.toString(rest.toSeconds()));
        send(
            exchange,
            429,
            "application/problem+json",
            "{\"type\": \"urn:ietf:params:acme:error:rateLimited\", \"detail\": \"too many accounts\"}");
      }
    }
    exchange.close();
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().add("Content-Type", type);
    byte[] body = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private String at(String path) {
    return "https://localhost:" + server.getAddress().getPort() + path;
  }

  private static SSLContext context(KeyAndChain own) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("own", own.key(), new char[0], own.chain().toArray(Certificate[]::new));
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, new char[0]);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
