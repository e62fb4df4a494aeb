package io.innkeeper.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A real HTTPS server with a certificate of its own, answering what a test says. */
final class StandInServer implements AutoCloseable {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final HttpsServer server;
  private final X509Certificate certificate;
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final List<String> versions = new CopyOnWriteArrayList<>();

  interface Answering {
    void to(HttpExchange exchange, int asked) throws IOException;
  }

  StandInServer(Path folder, Answering answering) throws Exception {
    KeyStore store = newCertificate(folder);
    this.certificate = (X509Certificate) store.getCertificate("server");
    KeyManagerFactory keyManagers = KeyManagerFactory.getInstance("PKIX");
    keyManagers.init(store, PASSWORD);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keyManagers.getKeyManagers(), null, null);
    this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
          versions.add(String.valueOf(exchange.getRequestHeaders().getFirst("If-Match")));
          exchange.getRequestBody().readAllBytes();
          answering.to(exchange, keys.size());
          exchange.close();
        });
    server.start();
  }

  static void say(HttpExchange exchange, int status, String type, String body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type);
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  URI address() {
    return URI.create("https://localhost:" + server.getAddress().getPort());
  }

  Fingerprint fingerprint() {
    return Fingerprint.of(certificate);
  }

  /** The Idempotency-Key of each request so far. */
  List<String> keys() {
    return keys;
  }

  /** The If-Match of each request so far. */
  List<String> versions() {
    return versions;
  }

  InnkeeperClient client() {
    return new InnkeeperClient(
        address(), ServerTrust.pinned(fingerprint()), java.util.Optional.of("token"));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static KeyStore newCertificate(Path folder) throws Exception {
    Path file = Files.createTempDirectory(folder, "tls").resolve("server.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                List.of(
                    keytool,
                    "-genkeypair",
                    "-alias",
                    "server",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=elsewhere",
                    "-storepass",
                    new String(PASSWORD),
                    "-keystore",
                    file.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) throw new IllegalStateException(said);
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }
}
