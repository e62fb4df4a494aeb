package io.innkeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.budget.Budgets;
import io.innkeeper.budget.Limit;
import io.innkeeper.budget.Scope;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.testing.TestingProcess;
import io.innkeeper.testing.TestingServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many callers at one gateway, in a process that is killed while they ask. */
class BudgetHoldsTest {
  private static final int CALLERS = 64;
  private static final Usd LIMIT = Usd.parse("0.03");

  private final PaidHome home;

  BudgetHoldsTest(@TempDir Path directory) {
    home = new PaidHome(directory);
  }

  @AfterEach
  void close() {
    home.close();
  }

  @Test
  void sixtyFourCallersPassNoBudgetThoughTheGatewayIsKilled() throws Exception {
    limit();
    try (TestingProcess process = served()) {
      try (Callers callers = new Callers()) {
        await().atMost(Duration.ofMinutes(1)).until(() -> home.upstream().charges().size() > 150);
        assertThat(callers.refused).as("the kill comes before the budget is used up").isEmpty();
        process.kill();
      }
    }
    try (TestingProcess process = served();
        Callers callers = new Callers()) {
      await().atMost(Duration.ofMinutes(2)).until(() -> callers.refused.size() == CALLERS);
      assertThat(process.running()).isTrue();
    }
    assertThat(home.upstream().total())
        .isLessThanOrEqualTo(LIMIT.decimal())
        .isGreaterThan(LIMIT.decimal().movePointLeft(1));
  }

  private void limit() {
    try (Server server = home.start()) {
      Organisation owner = server.rooms().entrance().organisations().get(home.owner());
      Budgets budgets = server.rooms().money().budgets().budgets();
      long seen = budgets.of(owner).getFirst().version();
      budgets.set(
          owner, Scope.organisation(owner.id()), new Limit(LIMIT, true), seen, TestingServer.BY);
    }
  }

  private TestingProcess served() {
    TestingProcess process = home.process();
    await().atMost(Duration.ofMinutes(1)).until(() -> home.answers() || !process.running());
    assertThat(process.running()).as(process.output()).isTrue();
    return process;
  }

  /** Ask without a pause until they are closed. */
  private final class Callers implements AutoCloseable {
    private final Set<Integer> refused = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean over = new AtomicBoolean();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Callers() {
      for (int caller = 0; caller < CALLERS; caller++) {
        int number = caller;
        threads.execute(() -> ask(number));
      }
    }

    private void ask(int number) {
      while (!over.get() && !refused.contains(number)) {
        try {
          if (home.call(client, "caller" + number, "acme/lark-mini") == 402) refused.add(number);
        } catch (IOException e) {
          // The gateway was killed under this call.
          if (over.get()) return;
        } catch (InterruptedException e) {
          return;
        }
      }
    }

    @Override
    public void close() {
      over.set(true);
      threads.close();
      client.close();
    }
  }
}
