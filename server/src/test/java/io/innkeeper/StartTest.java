package io.innkeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.access.Session;
import io.innkeeper.access.SignIn;
import io.innkeeper.secret.Secret;
import io.innkeeper.settings.ReadSettings;
import io.innkeeper.store.Dialect;
import io.innkeeper.store.Home;
import io.innkeeper.store.StoreExam;
import io.innkeeper.store.StoreTest;
import io.innkeeper.store.TestingPostgres;
import io.innkeeper.store.TestingStore;
import io.innkeeper.testing.FreePort;
import io.innkeeper.testing.TestingProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Starting the whole program, alone and in numbers, undisturbed and killed. */
class StartTest {
  private static final int PROCESSES = 20;
  private static final int STATEMENTS_KILLED = 12;
  private static final boolean EVERYWHERE = Boolean.getBoolean("innkeeper.kill-everywhere");

  @TempDir Path directory;

  /** A home of its own on the given store, any free ports, and no engine. */
  private List<String> flags(String name, Dialect dialect, String address) {
    List<String> flags =
        new ArrayList<>(
            List.of(
                "--home=" + directory.resolve(name),
                "--innkeeper.http.host=127.0.0.1",
                "--innkeeper.http.port=0",
                "--innkeeper.tenant.gateway-port=" + FreePort.any(),
                "--innkeeper.http.metrics-port=0",
                "--innkeeper.openrouter.prices-every=0s",
                "--innkeeper.rates.every=0s",
                "--innkeeper.engine.address=unix://" + directory.resolve("no-engine.sock")));
    if (dialect == Dialect.POSTGRESQL) flags.add("--store=" + address);
    return flags;
  }

  @StoreTest(migrated = false)
  void twentyProcessesOneAdmin(TestingStore store) throws Exception {
    List<String> words =
        Stream.concat(Stream.of("serve"), flags("home", store.dialect(), store.address()).stream())
            .toList();
    List<TestingProcess> all =
        IntStream.range(0, PROCESSES)
            .mapToObj(each -> TestingProcess.start(Main.class, directory, words))
            .toList();
    try {
      for (TestingProcess each : all) awaitReady(each);
      assertThat(all.stream().filter(each -> each.output().contains("First admin: "))).hasSize(1);
      all.forEach(TestingProcess::stop);
      assertThat(all).extracting(TestingProcess::exitCode).containsOnly(0);
    } finally {
      all.forEach(TestingProcess::close);
    }
    assertSomebodyCanSignIn(words.subList(1, words.size()));
  }

  private static void awaitReady(TestingProcess process) {
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> process.output().contains("Innkeeper is ready") || !process.running());
    assertThat(process.running()).as(process.output()).isTrue();
  }

  @StoreTest(migrated = false)
  void bootstrapKilledAtEveryStep(TestingStore store) throws Exception {
    List<String> steps = new ArrayList<>();
    start(flags("undisturbed", store.dialect(), store.address()), steps::add).close();
    assertThat(steps).contains("lock", "migrate", "guard", "first admin", "ports", "ready");
    for (int step = 1; step <= steps.size(); step++) {
      if (!worthKilling(steps, step - 1)) continue;
      String address =
          store.dialect() == Dialect.SQLITE ? "" : TestingPostgres.server().freshDatabase();
      List<String> flags = flags("killed-at-" + step, store.dialect(), address);
      if (byAProcess(steps, step - 1)) assertKilled(step, flags);
      else AbandonedStart.at(step, flags, address);
      assertSomebodyCanSignIn(flags);
      if (!address.isEmpty()) TestingPostgres.server().drop(address);
    }
  }

  /**
   * All named steps; of the many statements of migrations, which are alike, a dozen from the first
   * to the last; {@code -Dinnkeeper.kill-everywhere=true} takes all.
   */
  private static boolean worthKilling(List<String> steps, int index) {
    return EVERYWHERE
        || !steps.get(index).startsWith("migrate ")
        || (index - firstStatement(steps)) % stride(steps) == 0;
  }

  /**
   * Whether a process is started to be killed, at some steps, to see that it leaves what {@link
   * AbandonedStart} leaves; {@code -Dinnkeeper.kill-everywhere=true} starts one for each.
   */
  private static boolean byAProcess(List<String> steps, int index) {
    return EVERYWHERE
        || List.of("first admin", "ports").contains(steps.get(index))
        || index == firstStatement(steps) + stride(steps) * STATEMENTS_KILLED / 2;
  }

  private static int firstStatement(List<String> steps) {
    return steps.indexOf("migrate") + 1;
  }

  private static int stride(List<String> steps) {
    long all = steps.stream().filter(step -> step.startsWith("migrate ")).count();
    return (int) Math.max(1, all / STATEMENTS_KILLED);
  }

  private void assertKilled(int step, List<String> flags) {
    List<String> words = Stream.concat(Stream.of(String.valueOf(step)), flags.stream()).toList();
    try (TestingProcess process = TestingProcess.start(KillableStart.class, directory, words)) {
      assertThat(process.exitCode()).as(process.output()).isEqualTo(KillableStart.KILLED);
    }
  }

  /** The next start finishes: one admin, whose noted password works, on a whole schema. */
  private void assertSomebodyCanSignIn(List<String> flags) throws Exception {
    ReadSettings<InnkeeperSettings> read = InnkeeperSettings.read(flags, Map.of());
    try (Server server = start(flags, step -> {})) {
      assertThat(server.rooms().entrance().operators().list()).hasSize(1);
      Map<String, String> note = note(new Home(read.settings().home()));
      SignIn.From from = new SignIn.From("127.0.0.1", "test", "test");
      assertThat(
              server
                  .rooms()
                  .entrance()
                  .signIn()
                  .attempt(
                      note.getOrDefault("name", ""),
                      Secret.of(note.getOrDefault("password", "")),
                      Session.Kind.CLI,
                      from))
          .isInstanceOf(SignIn.Accepted.class);
      assertThat(StoreExam.drift(server.rooms().foundation().database())).isEmpty();
    }
  }

  private static Server start(List<String> flags, Consumer<String> passing) {
    return Server.start(InnkeeperSettings.read(flags, Map.of()), Clock.systemUTC(), passing);
  }

  private static Map<String, String> note(Home home) throws Exception {
    return Files.readAllLines(home.firstAdmin()).stream()
        .map(line -> line.split(": ", 2))
        .collect(java.util.stream.Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }
}
