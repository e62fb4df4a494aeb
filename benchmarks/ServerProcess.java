import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server of ours in a process of its own, as {@code ./innkeeper serve} starts it. */
final class ServerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  final int port;
  final int gatewayPort;
  final long readyMillis;
  private final Process process;

  private ServerProcess(Process process, int port, int gatewayPort, long readyMillis) {
    this.process = process;
    this.port = port;
    this.gatewayPort = gatewayPort;
    this.readyMillis = readyMillis;
  }

  /** Starts it and waits until it says that it is ready. */
  static ServerProcess start(Path root, Path home, String... more) throws Exception {
    int port = freePort();
    int metrics = freePort();
    int gateway = freePort();
    List<String> command = new ArrayList<>(List.of(root + "/innkeeper", "serve"));
    command.addAll(List.of("--home", home.toString(), "--innkeeper.http.host=127.0.0.1"));
    command.add("--innkeeper.http.port=" + port);
    command.add("--innkeeper.http.metrics-port=" + metrics);
    command.add("--innkeeper.tenant.gateway-port=" + gateway);
    command.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(home.resolve("benchmark.log").toFile());
    long began = System.nanoTime();
    Process process = builder.start();
    try {
      awaitReady(process, metrics);
    } catch (Exception e) {
      process.destroy();
      throw new IllegalStateException(Files.readString(home.resolve("benchmark.log")), e);
    }
    return new ServerProcess(process, port, gateway, (System.nanoTime() - began) / 1_000_000);
  }

  private static void awaitReady(Process process, int metrics) throws Exception {
    URI ready = URI.create("http://127.0.0.1:" + metrics + "/health/ready");
    HttpRequest request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (System.nanoTime() < end && process.isAlive()) {
        try {
          if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200)
            return;
        } catch (IOException notYet) {
          // nobody listens yet
        }
        Thread.sleep(5);
      }
    }
    throw new IllegalStateException("not ready");
  }

  /** Resident memory as the kernel counts it. */
  long residentMegabytes() throws IOException {
    return statusKilobytes("VmRSS:") / 1024;
  }

  private long statusKilobytes(String name) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith(name)) return Long.parseLong(line.replaceAll("\\D", ""));
    }
    throw new IOException("no " + name);
  }

  @Override
  public void close() throws Exception {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
