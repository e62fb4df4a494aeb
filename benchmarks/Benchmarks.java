import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs the named benchmarks, or all of them: {@code Benchmarks ROOT [NAME...]}. */
public final class Benchmarks {
  private static final List<String> ALL =
      List.of(
          "start", "memory", "cli", "pages", "open", "drain", "books", "brand", "ingress", "credentials",
          "gateway", "old-books");

  private final Path root;

  private Benchmarks(Path root) {
    this.root = root;
  }

  public static void main(String[] words) throws Exception {
    Benchmarks benchmarks = new Benchmarks(Path.of(words[0]));
    List<String> names = List.of(words).subList(1, words.length);
    for (String name : names.isEmpty() ? ALL : names) {
      System.out.println(name);
      Results results = new Results(name);
      benchmarks.run(name, results);
      results.write(benchmarks.root);
    }
  }

  private void run(String name, Results results) throws Exception {
    switch (name) {
      case "start" -> start(results);
      case "memory" -> memory(results);
      case "cli" -> cli(results);
      case "pages" -> new PagesBenchmark(root, results).run();
      case "open" -> new OpenBenchmark(root, results).run();
      case "drain" -> drain(results);
      case "books" -> new BooksBenchmark(root, results).run();
      case "brand" -> brand(results);
      case "ingress" -> new IngressBenchmark(root, results).run();
      case "credentials" -> new CredentialsBenchmark(root, results).run();
      case "gateway" -> new GatewayBenchmark(root, results).run();
      case "old-books" -> new GatewayBenchmark(root, results).runBesideOldBooks();
      default -> throw new IllegalArgumentException("There is no benchmark " + name + ".");
    }
  }

  /** From the command to the first "ready", on a new home and on one that was used before. */
  private void start(Results results) throws Exception {
    List<Long> first = new ArrayList<>();
    List<Long> again = new ArrayList<>();
    for (int round = 0; round < 10; round++) {
      Path home = Files.createTempDirectory("innkeeper-benchmark");
      first.add(readyMillis(home));
      again.add(readyMillis(home));
      delete(home);
    }
    results.add("first start on an empty home, ms", first);
    results.add("start on a home that was used, ms", again);
  }

  private long readyMillis(Path home) throws Exception {
    try (ServerProcess server = ServerProcess.start(root, home)) {
      return server.readyMillis;
    }
  }

  /** Resident memory after a minute without a request. */
  private void memory(Results results) throws Exception {
    for (int tenants : List.of(0, 100, 1_000)) {
      Path home = Seeds.tenants(root, tenants);
      try (ServerProcess server = ServerProcess.start(root, home)) {
        List<Long> readings = new ArrayList<>();
        Thread.sleep(60_000);
        for (int reading = 0; reading < 6; reading++) {
          readings.add(server.residentMegabytes());
          Thread.sleep(5_000);
        }
        results.add("resident after a minute, %d tenants, MB".formatted(tenants), readings);
      }
      delete(home);
    }
  }

  /** The journal's way into a ledger that holds old lines, on both engines. */
  private void drain(Results results) throws Exception {
    for (int old : List.of(100_000, Integer.getInteger("old", 10_000_000))) {
      for (String engine : List.of("SQLITE", "POSTGRESQL")) {
        String what = "into %s with %,d lines, lines/s".formatted(engine, old);
        results.add(what, Seeds.drain(root, engine, old));
      }
    }
  }

  /** From an uploaded picture to every file an app shows. */
  private void brand(Results results) throws Exception {
    for (String source : List.of("svg", "png", "letters")) {
      results.add("first brand from " + source + ", ms", Seeds.firstBrands(root, source, 7));
      results.add("brand to files from " + source + ", ms", Seeds.brands(root, source, 20));
    }
  }

  /** A whole command, from the shell's point of view. */
  private void cli(Results results) throws Exception {
    results.add("--help, ms", timed(root + "/innkeeper", "help"));
    results.add("completion bash, ms", timed(root + "/innkeeper", "completion", "bash"));
  }

  private static List<Long> timed(String... command) throws Exception {
    List<Long> millis = new ArrayList<>();
    for (int round = 0; round < 20; round++) {
      long began = System.nanoTime();
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() != 0) throw new IOException(String.join(" ", command) + " failed");
      millis.add((System.nanoTime() - began) / 1_000_000);
    }
    return millis;
  }

  static void delete(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}
