package io.innkeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.client.NewTenant;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationSpec;
import io.innkeeper.secret.Secret;
import io.innkeeper.simulators.openrouter.Charge;
import io.innkeeper.simulators.openrouter.OpenRouterSimulator;
import io.innkeeper.tenant.TenantInput;
import io.innkeeper.tenant.TenantRoom;
import io.innkeeper.testing.FreePort;
import io.innkeeper.testing.TestingProcess;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.usage.CallFilter;
import io.innkeeper.usage.LedgerEntry;
import io.innkeeper.usage.ListedCall;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole program killed while it answers many kinds of calls. The upstream's own books are the
 * truth. {@code -Dinnkeeper.rounds=100} kills it more often.
 */
class KilledGatewayTest {
  private static final int ROUNDS = Integer.getInteger("innkeeper.rounds", 10);
  private static final int PAGE = 500;

  @TempDir private Path directory;
  private final OpenRouterSimulator upstream = OpenRouterSimulator.start(0);
  private final int port = FreePort.any();
  private final Set<String> whole = new HashSet<>();
  private UUID owner;
  private Secret key;

  @AfterEach
  void close() {
    upstream.close();
  }

  @Test
  void nothingLostNothingDoubledUnderKill9() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    prepare();
    for (int round = 0; round < ROUNDS; round++) killedAfter(200 + random.nextInt(1_500));
    try (Server server = start()) {
      await().atMost(Duration.ofMinutes(2)).until(() -> askedAgain(server));
      List<ListedCall> calls = calls(server);
      assertEachChargeOnce(calls, seed);
      assertThat(server.rooms().usage().reports().check().run().whole()).isTrue();
    }
  }

  private void assertEachChargeOnce(List<ListedCall> calls, long seed) {
    Map<String, BigDecimal> charged =
        upstream.charges().stream().collect(Collectors.toMap(Charge::generation, Charge::total));
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
    return calls(server).stream()
        .filter(call -> !withoutId(call))
        .allMatch(call -> List.of("settled", "reconciled").contains(call.state()));
  }

  private List<ListedCall> calls(Server server) {
    List<ListedCall> all = new ArrayList<>();
    Optional<UUID> before = Optional.empty();
    while (true) {
      List<ListedCall> page =
          server.rooms().usage().calls().list(CallFilter.of(owner), before, PAGE);
      all.addAll(page);
      if (page.size() < PAGE) return all;
      before = Optional.of(page.getLast().call().call());
    }
  }

  private void killedAfter(int millis) throws Exception {
    List<String> words = Stream.concat(Stream.of("serve"), flags().stream()).toList();
    try (TestingProcess process = TestingProcess.start(Main.class, directory, words)) {
      await().atMost(Duration.ofMinutes(1)).until(() -> answers() || !process.running());
      assertThat(process.running()).as(process.output()).isTrue();
      MixedCallers callers = new MixedCallers(URI.create("http://127.0.0.1:" + port), key);
      try (callers) {
        await().atMost(Duration.ofMinutes(1)).until(() -> callers.whole().size() > 10);
        Thread.sleep(millis);
        process.kill();
      }
      whole.addAll(callers.whole());
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  /** An organisation with a key and a tenant; the tenant's container is not needed. */
  private void prepare() {
    try (Server server = start()) {
      Organisation made =
          server
              .rooms()
              .organisations()
              .create(OrganisationSpec.named("Klinika"), Optional.empty(), TestingServer.BY);
      owner = made.id();
      Secret upstreamKey = Secret.of(OpenRouterSimulator.TEST_KEYS + "klinika");
      server.rooms().organisations().giveKey(owner, upstreamKey, TestingServer.BY);
      server.rooms().prices().refresh();
      TenantRoom room = server.rooms().tenants();
      NewTenant given =
          new NewTenant(
              "klinika", "Recepcja", null, null, null, null, null, Map.of(), null, null, null, null);
      room.tenants()
          .open(owner, new TenantInput(room.settings()).asked(given), TestingServer.BY);
      key = room.workspaces().all().getFirst().key();
    }
  }

  private Server start() {
    return Server.start(InnkeeperSettings.read(flags(), Map.of()), Clock.systemUTC(), step -> {});
  }

  private List<String> flags() {
    return List.of(
        "--home=" + directory.resolve("home"),
        "--innkeeper.http.host=127.0.0.1",
        "--innkeeper.http.port=0",
        "--innkeeper.http.metrics-port=0",
        "--innkeeper.tenant.gateway-port=" + port,
        "--innkeeper.openrouter.prices-every=0s",
        "--innkeeper.openrouter.base-url=" + upstream.baseUrl(),
        "--innkeeper.engine.address=unix://" + directory.resolve("no-engine.sock"));
  }
}
