import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.ArrayList;

/**
 * The front door on a real nginx: a change with 500 tenants until it is served, and an answer's first
 * byte through nginx beside the app's own.
 */
final class IngressBenchmark {
  private static final int TENANTS = Integer.getInteger("tenants", 500);
  private static final int ROUNDS = Integer.getInteger("rounds", 10);

  private final Path root;
  private final Results results;

  IngressBenchmark(Path root, Results results) {
    this.root = root;
    this.results = results;
  }

  void run() throws Exception {
    Map<String, List<Long>> figures = new TreeMap<>();
    for (String line : Seeds.front(root, TENANTS, ROUNDS).lines().toList()) {
      if (!line.matches("(change|direct|nginx) \\d+")) continue;
      String[] words = line.split(" ");
      figures.computeIfAbsent(words[0], name -> new ArrayList<>()).add(Long.valueOf(words[1]));
    }
    results.add("a change with %d tenants until served, ms".formatted(TENANTS), figures.get("change"));
    results.add("first byte of the app itself, µs", figures.get("direct"));
    results.add("first byte through nginx and TLS, µs", figures.get("nginx"));
  }
}
