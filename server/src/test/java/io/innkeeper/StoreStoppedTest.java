package io.innkeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.store.Home;
import io.innkeeper.store.TestingPostgres;
import io.innkeeper.usage.LedgerEntry;
import io.innkeeper.usage.ListedCall;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the store can't be had, calls go on as if nothing were; afterwards none is missing. */
class StoreStoppedTest {
  private static final int CALLERS = 8;

  /** Longer than the store's own patience with a lock. {@code -Dinnkeeper.away=PT60S} for more. */
  private static final Duration AWAY =
      Duration.parse(System.getProperty("innkeeper.away", "PT12S"));

  @TempDir Path directory;

  @Test
  void storeStoppedUnderLoad() throws Exception {
    TestingPostgres postgres = TestingPostgres.own();
    try (PaidHome home = new PaidHome(directory, "--store=" + postgres.freshDatabase());
        Server server = home.start()) {
      List<Integer> before = calls(home, Instant.now().plusSeconds(1));
      postgres.stop();
      List<Integer> meanwhile = calls(home, Instant.now().plus(AWAY));
      postgres.resume();
      assertServed(before);
      assertServed(meanwhile);
      assertNoneMissing(home, server);
    }
  }

  @Test
  void storeLockedUnderLoad() throws Exception {
    try (PaidHome home = new PaidHome(directory);
        Server server = home.start()) {
      List<Integer> meanwhile;
      Path file = new Home(directory.resolve("home")).sqliteFile();
      try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
          Statement statement = other.createStatement()) {
        statement.execute("begin immediate");
        meanwhile = calls(home, Instant.now().plus(AWAY));
        statement.execute("rollback");
      }
      assertServed(meanwhile);
      assertNoneMissing(home, server);
    }
  }

  private static void assertServed(List<Integer> statuses) {
    assertThat(statuses).hasSizeGreaterThan(CALLERS).containsOnly(200);
  }

  private static void assertNoneMissing(PaidHome home, Server server) {
    Map<String, BigDecimal> charged = home.charged();
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .until(() -> home.calls(server).size() >= charged.size());
    Map<String, BigDecimal> lines = new HashMap<>();
    for (ListedCall call : home.calls(server)) {
      LedgerEntry.Generation line = call.generation().orElseThrow();
      lines.put(line.generation(), line.cost().decimal().stripTrailingZeros());
    }
    charged.replaceAll((id, cost) -> cost.stripTrailingZeros());
    assertThat(lines).isEqualTo(charged);
  }

  private static List<Integer> calls(PaidHome home, Instant until) throws Exception {
    Callable<List<Integer>> caller = () -> callsOfOne(home, until);
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<List<Integer>>> all = java.util.Collections.nCopies(CALLERS, caller);
      for (Future<List<Integer>> each : threads.invokeAll(all)) statuses.addAll(each.get());
    }
    return statuses;
  }

  private static List<Integer> callsOfOne(PaidHome home, Instant until)
      throws IOException, InterruptedException {
    List<Integer> statuses = new ArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (Instant.now().isBefore(until)) statuses.add(home.call(client));
    }
    return statuses;
  }
}
