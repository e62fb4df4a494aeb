import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The console's pages with 1,000 tenants in the store, each with a past: from the request on a kept
 * connection to the last byte, which is a little more than the server's own time.
 */
final class PagesBenchmark {
  private static final int TENANTS = Integer.getInteger("tenants", 1_000);
  private static final int ROUNDS = Integer.getInteger("rounds", 200);
  private static final int WARM = 40;

  private static final Map<String, String> PAGES = new LinkedHashMap<>();

  static {
    PAGES.put("overview", "/");
    PAGES.put("organisations", "/organisations");
    PAGES.put("one organisation", "/organisations/client-500");
    PAGES.put("its spend", "/organisations/client-500/spend");
    PAGES.put("tenants", "/tenants");
    PAGES.put("tenants, filtered and sorted", "/tenants?q=space-5&state=stopped&sort=-organisation");
    PAGES.put("one tenant", "/tenants/workspace-500");
    PAGES.put("its history", "/tenants/workspace-500/history");
    PAGES.put("jobs", "/jobs");
    PAGES.put("audit", "/audit");
    PAGES.put("audit, searched", "/audit?q=workspace-77");
    PAGES.put("usage", "/usage");
    PAGES.put("usage, filtered", "/usage?organisation=client-500&days=all");
  }

  private final Path root;
  private final Results results;

  PagesBenchmark(Path root, Results results) {
    this.root = root;
    this.results = results;
  }

  void run() throws Exception {
    Map<String, List<Long>> series = new LinkedHashMap<>();
    PAGES.keySet().forEach(name -> series.put(name, new ArrayList<>()));
    try (House house = House.of(root, TENANTS)) {
      // In turns, so that no page profits from having just been asked.
      for (int round = -WARM; round < ROUNDS; round++) {
        for (Map.Entry<String, String> page : PAGES.entrySet()) {
          long began = System.nanoTime();
          house.page(page.getValue());
          long millis = (System.nanoTime() - began) / 1_000_000;
          if (round >= 0) series.get(page.getKey()).add(millis);
        }
      }
    }
    series.forEach((name, millis) -> results.add(name + ", ms", millis));
  }
}
