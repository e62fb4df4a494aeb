import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A hundred environments of two thousand accounts on both engines: pages, a reading merged, every
 * password sealed with a fresh master key; and one environment with all the accounts, exported.
 */
final class CredentialsBenchmark {
  private static final int ENVIRONMENTS = Integer.getInteger("environments", 100);
  private static final int ACCOUNTS = Integer.getInteger("accounts", 2_000);
  private static final int ROUNDS = Integer.getInteger("rounds", 50);
  private static final int WARM = 10;

  private final Path root;
  private final Results results;

  CredentialsBenchmark(Path root, Results results) {
    this.root = root;
    this.results = results;
  }

  void run() throws Exception {
    for (String engine : List.of("SQLITE", "POSTGRESQL")) {
      many(engine);
      results.add(
          "%s: a reading of %,d merged, ms".formatted(engine, ACCOUNTS),
          Seeds.merges(root, engine, ENVIRONMENTS, ACCOUNTS, 20));
      one(engine);
    }
  }

  private void many(String engine) throws Exception {
    Path home = home();
    try (Seeds.Stock stock = Seeds.credentials(root, home, engine, ENVIRONMENTS, ACCOUNTS);
        House house = new House(root, home, stock.access(), stock.flags())) {
      pages(engine, house, stock.first());
      rotation(engine, house);
    }
  }

  private void pages(String engine, House house, String environment) throws Exception {
    Map<String, String> pages = new LinkedHashMap<>();
    String list = "/credentials/" + environment;
    pages.put("environments", "/credentials");
    pages.put("list", list);
    pages.put("filtered list", list + "?q=host001&resource-type=ESXI&sort=-expires");
    pages.put("expiring, all environments", "/credentials/expiring");
    pages.put("overview", "/");
    Map<String, List<Long>> series = new LinkedHashMap<>();
    pages.keySet().forEach(name -> series.put(name, new ArrayList<>()));
    for (int round = -WARM; round < ROUNDS; round++) {
      for (Map.Entry<String, String> page : pages.entrySet()) {
        long began = System.nanoTime();
        house.page(page.getValue());
        long millis = (System.nanoTime() - began) / 1_000_000;
        if (round >= 0) series.get(page.getKey()).add(millis);
      }
    }
    series.forEach((name, millis) -> results.add("%s: %s, ms".formatted(engine, name), millis));
  }

  /** From the order to the job's end. */
  private void rotation(String engine, House house) throws Exception {
    long began = System.nanoTime();
    String job = house.ordered("/api/v1/master-key/rotation", "{}");
    String id = job.replaceFirst("(?s).*?\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    String state = "";
    while (!state.equals("finished")) {
      Thread.sleep(100);
      state =
          house
              .asked("/api/v1/jobs/" + id)
              .replaceFirst("(?s).*?\"subject\".*?\"state\"\\s*:\\s*\"([^\"]+)\".*", "$1");
      if (List.of("failed", "taken-back", "cancelled").contains(state))
        throw new IllegalStateException("the rotation is " + state);
    }
    results.add(
        "%s: %,d passwords sealed anew, ms".formatted(engine, ENVIRONMENTS * ACCOUNTS),
        List.of((System.nanoTime() - began) / 1_000_000));
  }

  private void one(String engine) throws Exception {
    Path home = home();
    int all = ENVIRONMENTS * ACCOUNTS;
    try (Seeds.Stock stock = Seeds.credentials(root, home, engine, 1, all);
        House house = new House(root, home, stock.access(), stock.flags())) {
      String path = "/api/v1/environments/%s/credentials/export".formatted(stock.first());
      List<Long> seconds = new ArrayList<>();
      List<Long> resident = new ArrayList<>(List.of(house.residentMegabytes()));
      List<Long> heap = new ArrayList<>();
      for (int round = 0; round < 3; round++) {
        long began = System.nanoTime();
        try (Heap watched = new Heap(house)) {
          house.counted(path, "{\"format\":\"csv\",\"reason\":\"measuring the export\"}");
          seconds.add((System.nanoTime() - began) / 1_000_000);
          heap.add(watched.most());
        }
        resident.add(house.residentMegabytes());
      }
      results.add("%s: %,d rows as CSV, ms".formatted(engine, all), seconds);
      results.add(engine + ": resident before and after each, MB", resident);
      results.add(engine + ": most of the heap used during each, MB", heap);
    }
  }

  /** Looks five times a second how much the server's heap holds. */
  private static final class Heap implements AutoCloseable {
    private final AtomicLong most = new AtomicLong();
    private final Thread looking;

    Heap(House house) {
      looking =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      while (true) {
                        most.accumulateAndGet(house.heapMegabytes(), Math::max);
                        Thread.sleep(200);
                      }
                    } catch (InterruptedException | IOException e) {
                      // It was enough, or the server ended.
                    }
                  });
    }

    long most() {
      return most.get();
    }

    @Override
    public void close() {
      looking.interrupt();
    }
  }

  private static Path home() throws Exception {
    Path home = Files.createTempDirectory("innkeeper-benchmark");
    Files.createDirectories(home.resolve("store"));
    return home;
  }
}
