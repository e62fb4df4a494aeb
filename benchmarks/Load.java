import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** wrk against one port. */
final class Load {
  private static final Pattern FIGURES =
      Pattern.compile("figures (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

  /**
   * What it counted.
   *
   * @param p50 microseconds, and so on
   */
  record Figures(long perSecond, long p50, long p99, long p999, long errors) {}

  private final Path script;
  private final String key;
  private final String upstream;

  Load(Path script, String key, String upstream) {
    this.script = script;
    this.key = key;
    this.upstream = upstream;
  }

  Figures run(int port, int connections, int promptBytes, int seconds) throws Exception {
    List<String> command = new ArrayList<>(List.of("wrk", "--timeout", "10s"));
    command.addAll(List.of("-t", connections == 1 ? "1" : "2", "-c", "" + connections));
    command.addAll(List.of("-d", seconds + "s", "-s", script.toString()));
    command.addAll(List.of("http://127.0.0.1:" + port + "/v1/chat/completions", "--"));
    command.addAll(List.of(key, "" + promptBytes, upstream));
    Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher found = FIGURES.matcher(output);
    if (wrk.waitFor() != 0 || !found.find()) throw new IOException(output);
    long requests = Long.parseLong(found.group(1));
    long micros = Long.parseLong(found.group(2));
    return new Figures(
        requests * 1_000_000 / micros,
        Long.parseLong(found.group(3)),
        Long.parseLong(found.group(4)),
        Long.parseLong(found.group(5)),
        Long.parseLong(found.group(6)));
  }
}
