import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Homes and stand-ins that measuring begins with, made by the tests' own programs. */
final class Seeds {
  /** A home with so many stopped tenants. */
  static Path tenants(Path root, int count) throws Exception {
    Path home = Files.createTempDirectory("innkeeper-benchmark");
    Files.createDirectories(home.resolve("store"));
    if (count > 0) run(root, "io.innkeeper.tenant.SeededTenants", home.toString(), "" + count);
    return home;
  }

  /** How somebody is known to a prepared server. */
  record Access(String session, String token) {}

  /** Prepares a home with an admin, and so many tenants with a past. */
  static Access house(Path root, Path home, int tenants) throws Exception {
    String output = run(root, "io.innkeeper.SeededHouse", home.toString(), "" + tenants);
    return new Access(said(output, "session "), said(output, "token "));
  }

  /**
   * Prepares {@code directory/home} for paid calls, with so many old ones in its ledger; answers
   * the key that they show.
   */
  static String gateway(Path root, Path directory, int old) throws Exception {
    return said(run(root, "io.innkeeper.SeededGateway", "" + directory, "" + old), "key ");
  }

  /**
   * A home that was filled; its store lives until this is closed.
   *
   * @param first what names the first of what it was filled with
   */
  record Stock(Access access, String first, String store, Process process)
      implements AutoCloseable {
    /** With what a server opens its store. */
    String[] flags() {
      return store.isEmpty() ? new String[0] : new String[] {"--innkeeper.store.url=" + store};
    }

    @Override
    public void close() throws Exception {
      process.getOutputStream().close();
      process.waitFor();
    }
  }

  /** Prepares a home with so many lines in its ledger. */
  static Stock books(Path root, Path home, String engine, int lines) throws Exception {
    return stock(
        home,
        "organisation ",
        command(root, "io.innkeeper.SeededBooks", "" + home, engine, "" + lines));
  }

  /** Prepares a home with so many environments of so many accounts each. */
  static Stock credentials(Path root, Path home, String engine, int environments, int accounts)
      throws Exception {
    String main = "io.innkeeper.SeededCredentials";
    return stock(
        home,
        "environment ",
        command(root, main, "" + home, engine, "" + environments, "" + accounts));
  }

  private static Stock stock(Path home, String first, List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectError(home.resolve("seed.log").toFile())
            .start();
    StringBuilder output = new StringBuilder();
    BufferedReader reader = process.inputReader();
    for (String line = reader.readLine(); !"ready".equals(line); line = reader.readLine()) {
      if (line == null) throw new IOException(Files.readString(home.resolve("seed.log")));
      output.append(line).append('\n');
    }
    String all = output.toString();
    Access access = new Access(said(all, "session "), said(all, "token "));
    return new Stock(access, said(all, first), said(all, "store "), process);
  }

  private static String said(String output, String begins) {
    return output
        .lines()
        .filter(line -> line.startsWith(begins))
        .findFirst()
        .orElseThrow()
        .substring(begins.length());
  }

  /** Drains six times 50,000 calls; lines per second of each. */
  static List<Long> drain(Path root, String engine, int old) throws Exception {
    return run(root, "io.innkeeper.usage.DrainBenchmark", engine, "" + old, "6")
        .lines()
        .filter(line -> line.matches("\\d+"))
        .map(Long::valueOf)
        .toList();
  }

  /** Merges a reading into a store that holds many; milliseconds of each. */
  static List<Long> merges(Path root, String engine, int environments, int accounts, int rounds)
      throws Exception {
    String main = "io.innkeeper.infrastructure.sync.MergeBenchmark";
    return run(root, main, engine, "" + environments, "" + accounts, "" + rounds)
        .lines()
        .filter(line -> line.matches("\\d+"))
        .map(Long::valueOf)
        .toList();
  }

  /** Makes all of a brand's files so often from one source; milliseconds of each. */
  static List<Long> brands(Path root, String source, int rounds) throws Exception {
    return run(root, "io.innkeeper.branding.BrandBenchmark", source, "" + rounds)
        .lines()
        .filter(line -> line.matches("\\d+"))
        .map(Long::valueOf)
        .toList();
  }

  /** The first brand of each of so many processes that run as a server does, AOT cache and all. */
  static List<Long> firstBrands(Path root, String source, int rounds) throws Exception {
    List<Long> millis = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      List<String> command =
          new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
      command.addAll(List.of(System.getProperty("server.flags").split(" ")));
      command.add("-XX:AOTCache=" + root + "/build/server/server.aot");
      command.addAll(List.of("-Xlog:aot*=off", "-Xlog:cds*=off"));
      String path = "%1$s/build/server/server.jar:%1$s/server/target/test-classes".formatted(root);
      command.addAll(
          List.of("-cp", path, "io.innkeeper.branding.BrandBenchmark", source, "1"));
      String first = Commands.run(command).lines().findFirst().orElseThrow();
      millis.add(Long.valueOf(first));
    }
    return millis;
  }

  /** A change and first bytes at a front door with so many tenants, as lines. */
  static String front(Path root, int tenants, int rounds) throws Exception {
    return run(root, "io.innkeeper.ingress.FrontBenchmark", "" + tenants, "" + rounds);
  }

  /** The OpenRouter stand-in as a process. */
  static Contender simulator(Path root, Path directory, int port) throws Exception {
    String main = "io.innkeeper.simulators.openrouter.OpenRouterSimulator";
    return Contender.process(
        "direct", port, directory, command(root, main, "--port=" + port));
  }

  private static String run(Path root, String main, String... words) throws Exception {
    return Commands.run(command(root, main, words));
  }

  private static List<String> command(Path root, String main, String... words) {
    String path =
        "%1$s/server/target/test-classes:%1$s/simulators/openrouter/target/classes:%1$s/build/server/server.jar"
            .formatted(root);
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-Dpostgres.durable=true"); // a server as it comes, not one for tests
    command.addAll(List.of("-cp", path, main));
    command.addAll(List.of(words));
    return command;
  }
}
