package io.innkeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.testing.TestingProcess;
import io.innkeeper.usage.LedgerEntry;
import io.innkeeper.usage.ListedCall;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole program killed while it answers many kinds of calls. The upstream's own books are the
 * truth. {@code -Dinnkeeper.rounds=100} kills it more often.
 */
class KilledGatewayTest {
  private static final int ROUNDS = Integer.getInteger("innkeeper.rounds", 10);

  private final Set<String> whole = new HashSet<>();
  private final PaidHome home;

  KilledGatewayTest(@TempDir Path directory) {
    home = new PaidHome(directory);
  }

  @AfterEach
  void close() {
    home.close();
  }

  @Test
  void nothingLostNothingDoubledUnderKill9() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) killedAfter(200 + random.nextInt(1_500));
    try (Server server = home.start()) {
      await().atMost(Duration.ofMinutes(2)).until(() -> askedAgain(server));
      List<ListedCall> calls = home.calls(server);
      assertEachChargeOnce(calls, seed);
      assertThat(server.rooms().money().usage().reports().check().run().whole()).isTrue();
    }
  }

  private void assertEachChargeOnce(List<ListedCall> calls, long seed) {
    Map<String, BigDecimal> charged = home.charged();
    List<LedgerEntry.Generation> lines =
        calls.stream().flatMap(call -> call.generation().stream()).toList();
    List<String> known = lines.stream().flatMap(line -> id(line).stream()).toList();
    assertThat(whole).as("answers that reached their caller").hasSizeGreaterThan(10 * ROUNDS);
    assertThat(known).as("seed %d", seed).doesNotHaveDuplicates().containsAll(whole);
    for (LedgerEntry.Generation line : lines) {
      id(line)
          .ifPresent(
              id ->
                  assertThat(line.cost().decimal())
                      .as("%s, seed %d, %s", id, seed, line)
                      .isEqualByComparingTo(charged.get(id)));
    }
    // What was charged without our hearing of it stands for somebody to see.
    charged.keySet().removeAll(Set.copyOf(known));
    assertThat(charged.size()).as("seed %d", seed).isLessThanOrEqualTo(unheard(calls));
  }

  private static Optional<String> id(LedgerEntry.Generation line) {
    return line.call().answer().generation();
  }

  private static int unheard(List<ListedCall> calls) {
    return (int) calls.stream().filter(KilledGatewayTest::withoutId).count();
  }

  private static boolean withoutId(ListedCall call) {
    return call.call().answer().generation().isEmpty() && call.call().unsettled().isPresent();
  }

  /** Whether the upstream has told every cost that it knows. */
  private boolean askedAgain(Server server) {
    return home.calls(server).stream()
        .filter(call -> !withoutId(call))
        .allMatch(call -> List.of("settled", "reconciled").contains(call.state()));
  }

  private void killedAfter(int millis) throws Exception {
    try (TestingProcess process = home.process()) {
      await().atMost(Duration.ofMinutes(1)).until(() -> home.answers() || !process.running());
      assertThat(process.running()).as(process.output()).isTrue();
      MixedCallers callers = new MixedCallers(home.gateway(), home.key());
      try (callers) {
        await().atMost(Duration.ofMinutes(1)).until(() -> callers.whole().size() > 10);
        Thread.sleep(millis);
        process.kill();
      }
      whole.addAll(callers.whole());
    }
  }
}
