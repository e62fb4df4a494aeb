import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Raw figures of one benchmark with the command that made them, kept as JSON. */
final class Results {
  private final String name;
  private final Map<String, List<Long>> series = new LinkedHashMap<>();

  Results(String name) {
    this.name = name;
  }

  void add(String what, List<Long> values) {
    series.put(what, List.copyOf(values));
    List<Long> sorted = values.stream().sorted().toList();
    System.out.printf(
        "  %-48s median %d, p95 %d, p99 %d, of %d%n",
        what, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), values.size());
  }

  /** Between two values by their distance, so that the median of two is their mean. */
  private static long at(List<Long> sorted, double share) {
    double place = share * (sorted.size() - 1);
    long below = sorted.get((int) Math.floor(place));
    long above = sorted.get((int) Math.ceil(place));
    return Math.round(below + (above - below) * (place - Math.floor(place)));
  }

  private String command() {
    String flags = System.getenv().getOrDefault("BENCHMARK_FLAGS", "");
    String given = flags.isEmpty() ? "" : "BENCHMARK_FLAGS='%s' ".formatted(flags);
    return given + "./innkeeper benchmark " + name;
  }

  void write(Path root) throws IOException {
    String figures =
        series.entrySet().stream()
            .map(each -> "    \"%s\": %s".formatted(each.getKey(), each.getValue()))
            .collect(Collectors.joining(",\n"));
    String text =
        """
        {
          "command": "%s",
          "at": "%s",
          "java": "%s",
          "machine": "%s",
          "load": "%s",
          "figures": {
        %s
          }
        }
        """
            .formatted(
                command(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Runtime.version(),
                machine(),
                Files.readString(Path.of("/proc/loadavg")).strip(),
                figures);
    Path file = root.resolve("benchmarks/results/" + name + ".json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String machine() throws IOException {
    String model = line("/proc/cpuinfo", "model name");
    String memory = line("/proc/meminfo", "MemTotal").replaceAll("\\s+", " ");
    return "%d cores, %s, %s".formatted(Runtime.getRuntime().availableProcessors(), model, memory);
  }

  private static String line(String file, String key) throws IOException {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(each -> each.startsWith(key))
        .map(each -> each.substring(each.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }
}
