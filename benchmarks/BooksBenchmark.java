import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Full books on both engines: fifty organisations of twenty people, the first of which made a tenth of
 * all calls, in one month. Its pages of usage from the request to the last byte, all lines of its month
 * as CSV, and its month closed.
 */
final class BooksBenchmark {
  private static final int LINES = Integer.getInteger("lines", 10_000_000);
  private static final int ROUNDS = Integer.getInteger("rounds", 50);
  private static final int WARM = 10;

  private final Path root;
  private final Results results;
  private final YearMonth month = YearMonth.now(ZoneId.of("Europe/Warsaw")).minusMonths(1);

  BooksBenchmark(Path root, Results results) {
    this.root = root;
    this.results = results;
  }

  void run() throws Exception {
    for (String engine : List.of("SQLITE", "POSTGRESQL")) measure(engine);
  }

  private void measure(String engine) throws Exception {
    Path home = Files.createTempDirectory("innkeeper-benchmark");
    Files.createDirectories(home.resolve("store"));
    try (Seeds.Stock books = Seeds.books(root, home, engine, LINES);
        House house = new House(root, home, books.access(), books.flags())) {
      pages(engine, house, books.first());
      export(engine, house, books.first());
      close(engine, house, books.first());
    }
  }

  private void pages(String engine, House house, String organisation) throws Exception {
    Map<String, String> pages = new LinkedHashMap<>();
    String base = "/usage/" + organisation;
    pages.put("usage stats", base);
    pages.put("by user", base + "/users");
    pages.put("by model", base + "/models");
    pages.put("subscription", base + "/subscription");
    pages.put("model pricing", base + "/pricing");
    Map<String, List<Long>> series = new LinkedHashMap<>();
    pages.keySet().forEach(name -> series.put(name, new ArrayList<>()));
    for (int round = -WARM; round < ROUNDS; round++) {
      for (Map.Entry<String, String> page : pages.entrySet()) {
        long began = System.nanoTime();
        house.page(page.getValue() + "?month=" + month);
        long millis = (System.nanoTime() - began) / 1_000_000;
        if (round >= 0) series.get(page.getKey()).add(millis);
      }
    }
    series.forEach((name, millis) -> results.add("%s: %s, ms".formatted(engine, name), millis));
  }

  private void export(String engine, House house, String organisation) throws Exception {
    String path =
        "/api/v1/ledger/export.csv?organisation=%s&from=%s&to=%s"
            .formatted(organisation, month.atDay(1), month.atEndOfMonth());
    List<Long> megabytes = new ArrayList<>();
    List<Long> resident = new ArrayList<>(List.of(house.residentMegabytes()));
    for (int round = 0; round < 3; round++) {
      long began = System.nanoTime();
      long bytes = house.counted(path);
      megabytes.add(bytes * 1_000 / (System.nanoTime() - began));
      resident.add(house.residentMegabytes());
    }
    results.add(engine + ": lines of a month as CSV, MB/s", megabytes);
    results.add(engine + ": resident before and after each, MB", resident);
  }

  private void close(String engine, House house, String organisation) throws Exception {
    String path = "/api/v1/organisations/%s/statements/%s/issue".formatted(organisation, month);
    long began = System.nanoTime();
    house.ordered(path, "{\"accept\":[\"upstream\",\"rate\"]}");
    results.add(
        engine + ": a month closed, ms", List.of((System.nanoTime() - began) / 1_000_000));
  }
}
