package io.innkeeper.http;

import io.innkeeper.client.Fingerprint;
import io.innkeeper.client.InnkeeperClient;
import io.innkeeper.client.ServerTrust;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Home;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The real web door over HTTPS on a free port, with whatever routes a test hangs. */
public final class TestingDoor implements AutoCloseable {
  private final WebServer web;
  private final ServerCertificate certificate;
  private final HttpClient browser;

  public TestingDoor(Routes routes, Callers callers, Database database, Path home) {
    certificate = ServerCertificate.load(new Home(home), List.of("localhost"), Clock.systemUTC());
    SecretBox box = SecretBox.open(home.resolve("master.key"));
    ErrorPages pages = (call, fault) -> Reply.html(fault.kind().status(), fault.said());
    Door door =
        new Door(
            callers,
            pages,
            new Idempotency(database, box, Clock.systemUTC()),
            (call, needed) -> {});
    web =
        new WebServer(
                new HttpSettings("127.0.0.1", 0, 0, 1_048_576, Optional.empty()),
                Optional.of(certificate.keyStore()),
                routes,
                door,
                (method, route, status, nanos) -> {})
            .start();
    browser = HttpClient.newBuilder().sslContext(trusting(certificate)).build();
  }

  /** The API's client; without a token it is not signed in. */
  public InnkeeperClient client(Optional<String> token) {
    Fingerprint print = Fingerprint.of(certificate.chain().getFirst());
    return new InnkeeperClient(address("/"), ServerTrust.pinned(print), token);
  }

  /** One request as a browser sends it, redirects not followed. */
  public HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  public URI address(String path) {
    return URI.create("https://localhost:" + web.port() + path);
  }

  /** Reads a page to its end, whichever end that is. */
  void read(String path) {
    read(path, "");
  }

  /** The same with a cookie. */
  void read(String path, String cookie) {
    try {
      send(HttpRequest.newBuilder(address(path)).header("Cookie", cookie));
    } catch (IOException cutOff) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops while readers are still there. */
  void stop() {
    web.close();
  }

  @Override
  public void close() {
    browser.shutdownNow();
    web.close();
  }

  private static SSLContext trusting(ServerCertificate certificate) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry("ours", certificate.chain().getFirst());
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
