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

  /** Prepares {@code directory/home} for paid calls; answers the key that they show. */
  static String gateway(Path root, Path directory) throws Exception {
    return said(run(root, "io.innkeeper.SeededGateway", directory.toString()), "key ");
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
    command.addAll(List.of("-cp", path, main));
    command.addAll(List.of(words));
    return command;
  }
}
