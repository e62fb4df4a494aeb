package io.innkeeper.ingress;

import io.innkeeper.ingress.certificate.KeyAndChain;
import io.innkeeper.ingress.certificate.SelfMade;
import io.innkeeper.testing.FreePort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A real ACME authority for tests: pebble, fetched from the Go module proxy the first time. */
public final class TestingPebble implements AutoCloseable {
  /** What it wants of accounts when they must be bound. */
  public static final String KEY_ID = "kid-1";

  public static final String KEY =
      "zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W";

  private static final String MODULE = "github.com/letsencrypt/pebble/v2/cmd/pebble@v2.8.0";

  private final Path folder;
  private final Process process;
  private final int port;

  private TestingPebble(Path folder, Process process, int port) {
    this.folder = folder;
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one that comes to names by {@code dns} and looks at them on {@code httpPort}.
   *
   * @param bound whether accounts must be bound to a key id
   */
  public static TestingPebble start(String dns, int httpPort, boolean bound) throws IOException {
    return start(FreePort.any(), dns, httpPort, bound);
  }

  /** One at a port that is known: after a restart it knows no account any more. */
  public static TestingPebble start(int port, String dns, int httpPort, boolean bound)
      throws IOException {
    Path folder = Files.createTempDirectory("pebble");
    KeyAndChain own = SelfMade.of("localhost", Instant.now());
    Files.writeString(folder.resolve("cert.pem"), own.chainPem());
    Files.writeString(folder.resolve("key.pem"), own.keyPem());
    return start(folder, port, dns, httpPort, bound);
  }

  /** In the place of one that has ended: it has forgotten everything. */
  public static TestingPebble start(int port, TestingPebble before, String dns, int httpPort)
      throws IOException {
    return start(before.folder, port, dns, httpPort, false);
  }

  private static TestingPebble start(Path folder, int port, String dns, int httpPort, boolean bound)
      throws IOException {
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"pebble": {
          "listenAddress": "127.0.0.1:%d", "managementListenAddress": "127.0.0.1:%d",
          "certificate": "cert.pem", "privateKey": "key.pem",
          "httpPort": %d, "tlsPort": 5001, "ocspResponderURL": "",
          "externalAccountBindingRequired": %s,
          "externalAccountMACKeys": {"%s": "%s"},
          "domainBlocklist": ["blocked.example"],
          "retryAfter": {"authz": 1, "order": 1},
          "profiles": {"default": {"description": "usual", "validityPeriod": 7776000}}
        }}
        """
            .formatted(port, FreePort.any(), httpPort, bound, KEY_ID, KEY));
    ProcessBuilder builder =
        new ProcessBuilder(binary().toString(), "-config", "config.json", "-dnsserver", dns)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    builder.environment().put("PEBBLE_VA_NOSLEEP", "1");
    TestingPebble pebble = new TestingPebble(folder, builder.start(), port);
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(pebble::answers);
    return pebble;
  }

  public String directory() {
    return "https://localhost:" + port + "/dir";
  }

  public int port() {
    return port;
  }

  /** What to trust it by. */
  public Path root() {
    return folder.resolve("cert.pem");
  }

  /** How often it was asked when a certificate should be renewed. */
  public long askedForRenewal() throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("log"))) {
      return lines.filter(line -> line.contains("GET /draft-ietf-acme-ari")).count();
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port));
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static synchronized Path binary() throws IOException {
    Path tools = Path.of("target/tools").toAbsolutePath();
    Path binary = tools.resolve("pebble");
    if (Files.isExecutable(binary)) return binary;
    Files.createDirectories(tools);
    ProcessBuilder install = new ProcessBuilder(List.of("go", "install", MODULE)).inheritIO();
    install.environment().put("GOBIN", tools.toString());
    Process process = install.start();
    try {
      if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0)
        throw new AssertionError("pebble can't be had: go install " + MODULE);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return binary;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
