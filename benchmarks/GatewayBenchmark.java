import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The gateway with keys, budgets and durable journal on, beside the upstream asked directly, nginx
 * as a plain reverse proxy and one peer, all on this machine and in turns.
 */
final class GatewayBenchmark {
  private static final int ROUNDS = Integer.getInteger("rounds", 3);
  private static final int SECONDS = Integer.getInteger("seconds", 8);
  private static final int WARM_SECONDS = Integer.getInteger("warm", 60);
  private static final int WARM_STREAMS = 8;
  private static final int PROMPT = 1_600;
  private static final int LONG_PROMPT = 200_000;
  private static final int STREAMS = 512;
  private static final int OLD_LINES = Integer.getInteger("old", 10_000_000);
  private static final String UPSTREAM_KEY = "sk-or-v1-test-benchmark";
  private static final String PEER = "1.15.2";

  private final Path root;
  private final Results results;
  private final Map<String, List<Long>> series = new LinkedHashMap<>();

  GatewayBenchmark(Path root, Results results) {
    this.root = root;
    this.results = results;
  }

  void run() throws Exception {
    Path directory = Files.createTempDirectory("innkeeper-benchmark");
    String key = Seeds.gateway(root, directory, 0);
    calls(directory, key);
    streams(directory, key);
    Benchmarks.delete(directory);
    series.forEach(results::add);
  }

  /** Calls beside a ledger that holds ten million lines already, and beside nginx. */
  void runBesideOldBooks() throws Exception {
    Path directory = Files.createTempDirectory("innkeeper-benchmark");
    String key = Seeds.gateway(root, directory, OLD_LINES);
    int upstream = ServerProcess.freePort();
    String address = "http://127.0.0.1:" + upstream;
    Load load = new Load(root.resolve("benchmarks/gateway/call.lua"), key, address + "/v1");
    try (Contender direct = upstream(directory, upstream);
        Contender nginx = nginx(directory, upstream);
        ServerProcess server = server(directory, address)) {
      Contender ours = new Contender("innkeeper", server.gatewayPort, () -> {});
      for (Contender each : List.of(nginx, ours)) load.run(each.port(), 32, PROMPT, WARM_SECONDS);
      for (int round = 0; round < ROUNDS; round++) {
        for (int connections : List.of(1, 32)) {
          for (Contender each : List.of(direct, nginx, ours))
            note(load, each, connections, PROMPT, "");
        }
        add("innkeeper, bytes not in the ledger after a round", server.bytesBehind());
        add("innkeeper, resident after a round, MB", server.residentMegabytes());
      }
    }
    Benchmarks.delete(directory);
    series.forEach(results::add);
  }

  private void calls(Path directory, String key) throws Exception {
    int upstream = ServerProcess.freePort();
    String address = "http://127.0.0.1:" + upstream;
    Path script = root.resolve("benchmarks/gateway/call.lua");
    Load load = new Load(script, key, address + "/v1");
    try (Contender direct = upstream(directory, upstream);
        Contender nginx = nginx(directory, upstream);
        ServerProcess server = server(directory, address);
        Contender peer = peer()) {
      Contender ours = new Contender("innkeeper", server.gatewayPort, () -> {});
      List<Contender> all = List.of(direct, nginx, ours, peer);
      add("innkeeper, resident before the first call, MB", server.residentMegabytes());
      Load.Figures cold = load.run(ours.port(), 32, PROMPT, SECONDS);
      add("innkeeper, c=32, the first seconds after its start, calls/s", cold.perSecond());
      for (Contender each : all) load.run(each.port(), 32, PROMPT, WARM_SECONDS);
      for (int round = 0; round < ROUNDS; round++) {
        for (int connections : List.of(1, 8, 32, 128)) {
          for (Contender each : all) note(load, each, connections, PROMPT, "");
        }
        for (Contender each : all) note(load, each, 8, LONG_PROMPT, ", prompts of 200 kB");
        add("innkeeper, resident after a round, MB", server.residentMegabytes());
      }
    }
  }

  private void note(Load load, Contender each, int connections, int prompt, String more)
      throws Exception {
    Load.Figures figures = load.run(each.port(), connections, prompt, SECONDS);
    Thread.sleep(1_000); // whatever it still has to do must not slow the next one
    String what = "%s, c=%d%s, ".formatted(each.name(), connections, more);
    add(what + "calls/s", figures.perSecond());
    add(what + "p50, us", figures.p50());
    add(what + "p99, us", figures.p99());
    add(what + "p99.9, us", figures.p999());
    add(what + "errors", figures.errors());
  }

  private void streams(Path directory, String key) throws Exception {
    int upstream = ServerProcess.freePort();
    try (Contender direct = Seeds.simulator(root, directory, upstream);
        Contender nginx = nginx(directory, upstream);
        ServerProcess server = server(directory, "http://127.0.0.1:" + upstream + "/api/v1")) {
      PacedStreams streams = new PacedStreams();
      for (int round = -WARM_STREAMS; round < ROUNDS; round++) {
        note(round, "direct", streams.run(direct.port(), "/api", UPSTREAM_KEY, STREAMS));
        note(round, "nginx", streams.run(nginx.port(), "/api", UPSTREAM_KEY, STREAMS));
        note(round, "innkeeper", streams.run(server.gatewayPort, "", key, STREAMS));
        if (round >= 0)
          add("innkeeper, resident after 512 streams, MB", server.residentMegabytes());
      }
    }
  }

  /** The rounds before the first one only warm everybody. */
  private void note(int round, String name, PacedStreams.Outcome outcome) {
    if (round < 0) return;
    String what = name + ", 512 streams, ";
    add(what + "first piece p50, us", at(outcome.first(), 0.5));
    add(what + "first piece p99, us", at(outcome.first(), 0.99));
    add(what + "every piece p50, us", at(outcome.all(), 0.5));
    add(what + "every piece p99, us", at(outcome.all(), 0.99));
    add(what + "pieces", outcome.all().size());
    add(what + "lost", outcome.lost());
    add(what + "merged late", outcome.merged());
  }

  private static long at(List<Long> values, double share) {
    List<Long> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.round(share * (sorted.size() - 1)));
  }

  private void add(String what, long value) {
    series.computeIfAbsent(what, key -> new ArrayList<>()).add(value);
  }

  private Contender upstream(Path directory, int port) throws Exception {
    String answer = "Nad ranem przestaje. ".repeat(28);
    return Contender.nginx(
        "direct",
        root.resolve("benchmarks/gateway/upstream.conf"),
        Files.createDirectories(directory.resolve("upstream")),
        port,
        Map.of("UPSTREAM", "" + port, "ANSWER", answer));
  }

  private Contender nginx(Path directory, int upstream) throws Exception {
    int port = ServerProcess.freePort();
    return Contender.nginx(
        "nginx",
        root.resolve("benchmarks/gateway/nginx.conf"),
        Files.createDirectories(directory.resolve("nginx")),
        port,
        Map.of("UPSTREAM", "" + upstream, "PORT", "" + port));
  }

  private ServerProcess server(Path directory, String upstream) throws Exception {
    return ServerProcess.start(
        root,
        directory.resolve("home"),
        "--innkeeper.openrouter.base-url=" + upstream,
        "--innkeeper.openrouter.prices-every=0s",
        "--innkeeper.rates.every=0s");
  }

  /** A gateway of the same kind that installs from npm. */
  private Contender peer() throws Exception {
    Path directory = Files.createDirectories(root.resolve("build/benchmark/portkey"));
    Path start = directory.resolve("node_modules/@portkey-ai/gateway/build/start-server.js");
    if (!Files.exists(start)) install(directory);
    int port = ServerProcess.freePort();
    return Contender.process(
        "portkey", port, directory, List.of("node", start.toString(), "--port=" + port, "--headless"));
  }

  private static void install(Path directory) throws Exception {
    Process npm =
        new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "@portkey-ai/gateway@" + PEER)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (npm.waitFor() != 0) throw new IOException(output);
  }
}
