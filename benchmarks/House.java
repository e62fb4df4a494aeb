import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A prepared server with names of its own on the engine, and somebody signed in to it. */
final class House implements AutoCloseable {
  private static final String PREFIX = "bench";

  final Path home;
  private final Path root;
  private final Seeds.Access access;
  private final ServerProcess server;
  private final HttpClient http;

  House(Path root, Path home, Seeds.Access access, String... more) throws Exception {
    this.root = root;
    this.home = home;
    this.access = access;
    this.http = HttpClient.newBuilder().sslContext(trusting(home)).build();
    List<String> all = new ArrayList<>(List.of(flags()));
    all.addAll(List.of(more));
    this.server = ServerProcess.start(root, home, all.toArray(String[]::new));
  }

  /** One with so many tenants in its store, started. */
  static House of(Path root, int tenants) throws Exception {
    Path home = Files.createTempDirectory("innkeeper-benchmark");
    Files.createDirectories(home.resolve("store"));
    return new House(root, home, Seeds.house(root, home, tenants));
  }

  private static String[] flags() {
    return new String[] {
      "--innkeeper.tenant.prefix=" + PREFIX,
      "--innkeeper.engine.bridge-prefix=" + PREFIX + "-",
      "--innkeeper.engine.subnet-pool=10.221.0.0/16",
      "--innkeeper.engine.first-port=27000",
      "--innkeeper.engine.last-port=27999",
      "--innkeeper.tenant.image=innkeeper/stand-in:1",
      "--innkeeper.openrouter.prices-every=0s",
      "--innkeeper.rates.every=0s",
      "--innkeeper.job.parallel=" + Integer.getInteger("parallel", 4)
    };
  }

  /** A page as a browser gets it. */
  String page(String path) throws Exception {
    return sent(request(path).header("Cookie", "__Host-innkeeper=" + access.session()).GET());
  }

  /** What the API answers. */
  String asked(String path) throws Exception {
    return sent(request(path).header("Authorization", "Bearer " + access.token()).GET());
  }

  String ordered(String path, String body) throws Exception {
    return sent(
        request(path)
            .header("Authorization", "Bearer " + access.token())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** How many bytes the API answers, without keeping them. */
  long counted(String path) throws Exception {
    HttpRequest request =
        request(path).header("Authorization", "Bearer " + access.token()).GET().build();
    try (InputStream body = http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
      return body.transferTo(OutputStream.nullOutputStream());
    }
  }

  /** How many bytes the API answers to an order, without keeping them. */
  long counted(String path, String order) throws Exception {
    HttpRequest request =
        request(path)
            .header("Authorization", "Bearer " + access.token())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(order))
            .build();
    HttpResponse<InputStream> answer =
        http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) throw new IOException(path + ": " + answer.statusCode());
    try (InputStream body = answer.body()) {
      return body.transferTo(OutputStream.nullOutputStream());
    }
  }

  long residentMegabytes() throws IOException {
    return server.residentMegabytes();
  }

  long heapMegabytes() throws IOException {
    return server.heapMegabytes();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("https://localhost:" + server.port + path))
        .timeout(Duration.ofMinutes(10));
  }

  private String sent(HttpRequest.Builder builder) throws Exception {
    HttpRequest request = builder.build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 == 2) return answer.body();
    throw new IOException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
  }

  private static SSLContext trusting(Path home) throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (var chain = Files.newInputStream(home.resolve("tls/console.crt"))) {
      var factory = CertificateFactory.getInstance("X.509");
      store.setCertificateEntry("ours", (X509Certificate) factory.generateCertificate(chain));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  /** Ends the server and takes away all that it made on this machine. */
  @Override
  public void close() throws Exception {
    http.close();
    server.close();
    List<String> command =
        new ArrayList<>(List.of(root + "/innkeeper", "clear-out", "--yes", "--home", "" + home));
    command.addAll(List.of(flags()));
    Commands.run(command);
    Benchmarks.delete(home);
  }
}
