import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
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
  private final int metrics;

  private ServerProcess(
      Process process, int port, int gatewayPort, int metrics, long readyMillis) {
    this.process = process;
    this.port = port;
    this.gatewayPort = gatewayPort;
    this.metrics = metrics;
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
    return new ServerProcess(
        process, port, gateway, metrics, (System.nanoTime() - began) / 1_000_000);
  }

  private static void awaitReady(Process process, int metrics) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      if (ready(metrics)) return;
      Thread.sleep(5);
    }
    throw new IllegalStateException("not ready");
  }

  /** Asked without a client of its own, which would take the processor from what is measured. */
  private static boolean ready(int metrics) {
    try (Socket socket = new Socket("127.0.0.1", metrics)) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write("GET /health/ready HTTP/1.0\r\n\r\n".getBytes(US_ASCII));
      byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      return new String(status, US_ASCII).endsWith(" 200");
    } catch (IOException notYet) {
      return false; // nobody listens yet
    }
  }

  /** Resident memory as the kernel counts it. */
  long residentMegabytes() throws IOException {
    return statusKilobytes("VmRSS:") / 1024;
  }

  /** What the heap holds now, as the server itself counts it. */
  long heapMegabytes() throws IOException {
    return Math.round(metric("jvm_memory_used_bytes{area=\"heap\"") / 1024 / 1024);
  }

  /** Bytes of the journal that the ledger does not hold yet. */
  long bytesBehind() throws IOException {
    return Math.round(metric("innkeeper_drain_behind_bytes"));
  }

  /** The sum of the series whose lines begin so. */
  private double metric(String begins) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", metrics)) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write("GET /metrics HTTP/1.0\r\n\r\n".getBytes(US_ASCII));
      String all = new String(socket.getInputStream().readAllBytes(), US_ASCII);
      return all.lines()
          .filter(line -> line.startsWith(begins))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .sum();
    }
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
