import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  /** Prepares {@code directory/home} for paid calls; answers the key that they show. */
  static String gateway(Path root, Path directory) throws Exception {
    return run(root, "io.innkeeper.SeededGateway", directory.toString())
        .lines()
        .filter(line -> line.startsWith("key "))
        .findFirst()
        .orElseThrow()
        .substring(4);
  }

  /** The OpenRouter stand-in as a process. */
  static Contender simulator(Path root, Path directory, int port) throws Exception {
    String main = "io.innkeeper.simulators.openrouter.OpenRouterSimulator";
    return Contender.process(
        "direct", port, directory, command(root, main, "--port=" + port));
  }

  private static String run(Path root, String main, String... words) throws Exception {
    Process process =
        new ProcessBuilder(command(root, main, words)).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) throw new IOException(main + ":\n" + output);
    return output;
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
