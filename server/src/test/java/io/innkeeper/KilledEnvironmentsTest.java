package io.innkeeper;

import static io.innkeeper.testing.TestingServer.BY;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.audit.AuditFilter;
import io.innkeeper.audit.Verification;
import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.client.CredentialChangeRequest;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.CredentialFilter;
import io.innkeeper.infrastructure.Credentials;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.EnvironmentSpec;
import io.innkeeper.infrastructure.HostAddress;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.SourceSpec;
import io.innkeeper.infrastructure.Trust;
import io.innkeeper.infrastructure.ValueStore;
import io.innkeeper.infrastructure.expiry.Drift.Finding;
import io.innkeeper.infrastructure.reading.TestingVault;
import io.innkeeper.infrastructure.rotation.Change;
import io.innkeeper.infrastructure.rotation.Wish;
import io.innkeeper.job.Job;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.simulators.vcf.Certificates;
import io.innkeeper.simulators.vcf.Product;
import io.innkeeper.simulators.vcf.VcfSimulator;
import io.innkeeper.store.Database;
import io.innkeeper.store.Home;
import io.innkeeper.store.Migrations;
import io.innkeeper.testing.FreePort;
import io.innkeeper.testing.TestingProcess;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole program killed at each question that a sync, a look at ends, a comparison and an order
 * ask an SDDC Manager, and a renewal of the master key with it. The stand-ins live here, so what
 * they were asked outlives it.
 */
@SuppressWarnings("NullAway.Init") // made by each test for its store
class KilledEnvironmentsTest {
  private static final String SENT = "PATCH /v1/credentials";
  private static final int SECRETS = 1_500;
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration SOON = Duration.ofMillis(5);
  private static final Principal ADMIN =
      new Principal(
          Actor.Kind.OPERATOR, new UUID(1, 1), "marta", Role.ADMIN, Optional.empty(), false);

  /** What is done to an environment of its own each, and how the server is told. */
  private enum Deed {
    SYNC,
    ENDS,
    DRIFT,
    ORDER
  }

  /** An environment with its stand-in, and what was asked there for the deed undisturbed. */
  private record Place(
      Environment environment, VcfSimulator manager, List<String> undisturbed, long lines) {

    /** The first question of each sort, and the last one: each step asks one of them. */
    List<Integer> points() {
      SortedSet<Integer> all = new TreeSet<>();
      for (String line : undisturbed) all.add(undisturbed.indexOf(line));
      all.add(undisturbed.lastIndexOf(undisturbed.reversed().get(1)));
      // Whoever signs out has done what was to be done, and may still do so in the next round.
      all.removeIf(point -> undisturbed.get(point).startsWith("DELETE"));
      return List.copyOf(all);
    }

    /** How often a question that begins like this round's is asked before it. */
    int before(int round) {
      return (int)
          undisturbed.subList(0, points().get(round)).stream()
              .filter(line -> line.startsWith(beginning(round)))
              .count();
    }

    String beginning(int round) {
      return at(round).replace("{id}", "");
    }

    int rounds() {
      return points().size();
    }

    String at(int round) {
      return undisturbed.get(points().get(round));
    }
  }

  @TempDir private Path directory;
  private final Map<Deed, Place> places = new LinkedHashMap<>();
  private final int port = FreePort.any();
  private TestingProcess process;
  private Database database;
  private Rooms rooms;

  @BeforeEach
  void open() {
    Home home = new Home(directory.resolve("home"));
    assertThat(home.storeDirectory().toFile().mkdirs()).isTrue();
    database = Database.sqlite(home.sqliteFile());
    new Migrations(database).apply();
    rooms = rooms(home);
  }

  @AfterEach
  void close() {
    if (process != null) process.close();
    rooms.close();
    places.values().forEach(place -> place.manager().close());
  }

  @Test
  void serverKilledAtEveryStepLosesDoublesAndSendsNothingTwice() throws Exception {
    rooms.foundation().jobs().start();
    for (Deed deed : Deed.values()) places.put(deed, place(deed));
    rooms.foundation().jobs().close();
    many();
    int rounds = places.values().stream().mapToInt(Place::rounds).max().orElseThrow();
    Set<Integer> stepsOfKeys = new HashSet<>();
    process = process();
    for (int round = 0; round < rounds; round++) {
      Map<Deed, Job> ordered = new LinkedHashMap<>();
      Map<Deed, Map<String, List<String>>> before = new LinkedHashMap<>();
      for (Deed deed : Deed.values()) {
        Place place = at(deed);
        if (round >= place.rounds()) continue;
        before.put(deed, passwords(place.environment()));
        prepare(deed, place, round);
        ordered.put(deed, order(deed, place.environment()));
      }
      for (Deed deed : ordered.keySet()) held(at(deed), round);
      Job keys = rooms.vault().sealing().rotation().order(BY);
      stepsOfKeys.add(renewing(keys, round, rounds));
      process.kill();
      process = process();
      for (Job job : ordered.values()) finished(job, process);
      finished(keys, process);
      for (Deed deed : ordered.keySet()) exact(deed, round, requireNonNull(before.get(deed)));
      assertThat(rooms.vault().sealing().keys().earlier()).hasSize(round + 1);
    }
    process.kill();
    assertThat(at(Deed.ORDER).undisturbed()).containsOnlyOnce(SENT);
    assertThat(stepsOfKeys).as("steps of the key's renewal at which it died").hasSizeGreaterThan(3);
    assertThat(rooms.foundation().audit().verify()).isInstanceOf(Verification.Whole.class);
    assertThat(stale()).isZero();
    places.values().forEach(place -> assertThat(place.manager().violations()).isEmpty());
  }

  /** An environment that is known, and whose deed has been done once undisturbed. */
  private Place place(Deed deed) throws InterruptedException {
    VcfSimulator manager =
        VcfSimulator.start(Product.MANAGER_9, Certificates.SELF_SIGNED, 0, Clock.systemUTC());
    manager.tasks().take(1);
    SourceSpec source =
        new SourceSpec(
            SourceKind.MANAGER,
            HostAddress.parse("host", "localhost", manager.port()),
            VcfSimulator.USER,
            Trust.parse("trust", "pin", manager.fingerprint()),
            true,
            0);
    Environment one =
        rooms
            .vault()
            .infrastructure()
            .environments()
            .create(
                new EnvironmentSpec(deed.name(), "", false, List.of(source)),
                Map.of(SourceKind.MANAGER, Secret.of(VcfSimulator.PASSWORD)),
                BY);
    ended(order(Deed.SYNC, one));
    if (deed == Deed.DRIFT) manager.vault().password(id(1), "Changed-By-Somebody-1!");
    manager.forget();
    ended(order(deed, one));
    Place place = new Place(one, manager, asked(manager), lines(deed, one));
    manager.forget();
    return place;
  }

  private Place at(Deed deed) {
    return requireNonNull(places.get(deed));
  }

  private void ended(Job job) throws InterruptedException {
    Job ended = rooms.foundation().jobs().await(job.id(), Duration.ofMinutes(1));
    assertThat(ended.state()).as(ended.failure().orElse("")).isEqualTo(Job.State.FINISHED);
  }

  private Job order(Deed deed, Environment one) {
    return switch (deed) {
      case SYNC -> rooms.vault().infrastructure().syncs().order(one.id(), List.of(), false, BY);
      case ENDS -> rooms.vault().infrastructure().expiry().checks().order(one.id(), BY);
      case DRIFT -> rooms.vault().infrastructure().expiry().drifts().order(one.id(), BY);
      case ORDER ->
          rooms.vault().rotation().changes().order(one, wish(one), ADMIN, ADMIN.actor("", ""));
    };
  }

  private Wish wish(Environment one) {
    List<UUID> accounts = List.of(numbered(one, 3).id(), numbered(one, 9).id());
    return Wish.of(new CredentialChangeRequest("rotate", accounts, null, null, "ticket 4312"));
  }

  /** The question of this round stays without its answer; an order is carried out all the same. */
  private static void prepare(Deed deed, Place place, int round) {
    place.manager().forget();
    if (deed == Deed.SYNC) place.manager().vault().password(id(1), told(round));
    String question = place.beginning(round);
    if (place.before(round) > 0) place.manager().at(question, "slow=0", place.before(round));
    boolean asks = place.at(round).startsWith("GET");
    place.manager().at(question, asks ? "slow=60000" : "late=60000", 1);
  }

  private static void held(Place place, int round) {
    await()
        .atMost(PATIENCE)
        .pollInterval(SOON)
        .until(
            () ->
                place.manager().asked().stream()
                        .filter(line -> line.startsWith(place.beginning(round)))
                        .count()
                    > place.before(round));
  }

  /** Tasks have other ids each time. */
  private static List<String> asked(VcfSimulator manager) {
    return manager.asked().stream()
        .map(line -> line.replaceFirst("[0-9a-f-]{36}$", "{id}"))
        .toList();
  }

  /** Waits until the key's renewal is so far; answers in which step it is. */
  private int renewing(Job job, int round, int rounds) {
    int target = rooms.vault().sealing().rotation().steps(job).size() * round / rounds;
    await().atMost(PATIENCE).pollInterval(SOON).until(() -> step(job) >= target);
    return step(job);
  }

  private int step(Job job) {
    String sql =
        "select coalesce(max(position), -1) from job_steps where job_id = ? and state <> 'waiting'";
    return database.read(
        handle -> handle.select(sql, job.id().toString()).mapTo(Integer.class).one());
  }

  private void finished(Job job, TestingProcess process) {
    await()
        .atMost(PATIENCE)
        .pollInterval(SOON)
        .until(() -> rooms.foundation().jobs().get(job.id()).state().ended() || !process.running());
    Job ended = rooms.foundation().jobs().get(job.id());
    assertThat(ended.state())
        .as(ended.title() + ": " + ended.failure().orElse(process.output()))
        .isEqualTo(Job.State.FINISHED);
  }

  /** What the store says now is what one undisturbed deed would have made of it. */
  private void exact(Deed deed, int round, Map<String, List<String>> before) {
    Place place = at(deed);
    String at = deed + " killed at " + place.at(round);
    Map<String, List<String>> expected = new LinkedHashMap<>(before);
    if (deed == Deed.SYNC) expected.merge(id(1), List.of(told(round)), KilledEnvironmentsTest::on);
    if (deed == Deed.ORDER) {
      for (int number : List.of(3, 9)) {
        List<String> now = List.of(place.manager().vault().password(id(number)));
        expected.merge(id(number), now, KilledEnvironmentsTest::on);
      }
      assertThat(place.manager().asked()).as(at).containsOnlyOnce(SENT);
      assertThat(
              rooms
                  .vault()
                  .rotation()
                  .changes()
                  .list(place.environment().id(), Optional.empty(), 1))
          .as(at)
          .allMatch(change -> change.state() == Change.State.DONE);
    }
    if (deed == Deed.DRIFT)
      assertThat(rooms.vault().infrastructure().expiry().drifts().last(place.environment().id()))
          .hasValueSatisfying(drift -> assertThat(drift.count(Finding.DIFFERENT)).isEqualTo(1));
    if (deed == Deed.ENDS)
      assertThat(
              rooms
                  .vault()
                  .infrastructure()
                  .expiry()
                  .checks()
                  .last(place.environment().id())
                  .problem())
          .as(at)
          .isEmpty();
    assertThat(passwords(place.environment())).as(at).isEqualTo(expected);
    long each = deed == Deed.ORDER ? 2 : 1;
    assertThat(lines(deed, place.environment()))
        .as(at + ": lines in the audit")
        .isEqualTo(place.lines() + each * (round + 1));
    assertThat(
            rooms.vault().infrastructure().runs().of(place.environment().id(), Optional.empty(), 9))
        .as(at)
        .allMatch(run -> run.ended().isPresent());
  }

  /** How often the audit says that it was done. */
  private long lines(Deed deed, Environment one) {
    String verb =
        switch (deed) {
          case SYNC -> "environment.sync";
          case ENDS -> "environment.expiry";
          case DRIFT -> "environment.drift";
          case ORDER -> "credential.rotate";
        };
    String what = deed == Deed.ORDER ? "ordered in " + one.name() : one.id().toString();
    return rooms.foundation().audit().lines(AuditFilter.ALL, Optional.empty(), 10_000).stream()
        .filter(line -> line.verb().equals(verb))
        .filter(line -> (line.subject() + line.note()).contains(what))
        .count();
  }

  private static List<String> on(List<String> before, List<String> fresh) {
    return Stream.concat(fresh.stream(), before.stream()).toList();
  }

  /** Every password of each account that is told, the newest first, by the API's id. */
  private Map<String, List<String>> passwords(Environment one) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    ValueStore values = new ValueStore(rooms.foundation().box());
    for (Credential each : credentials(one)) {
      List<String> history = new ArrayList<>();
      for (long number = each.values(); number > 0; number--) {
        Optional<Long> wanted = Optional.of(number);
        history.add(
            database
                .read(handle -> values.open(handle, each.id(), wanted))
                .orElseThrow()
                .secret()
                .unwrap());
      }
      all.put(each.account().apiId(), history);
    }
    return all;
  }

  private Credential numbered(Environment one, int number) {
    return credentials(one).stream()
        .filter(each -> each.account().apiId().equals(id(number)))
        .findFirst()
        .orElseThrow();
  }

  private List<Credential> credentials(Environment one) {
    return rooms
        .vault()
        .infrastructure()
        .credentials()
        .list(CredentialFilter.of(one.id()), Credentials.Order.HOST, false, 0, 1_000);
  }

  /** So that sealing everything anew takes a while. */
  private void many() {
    TestingVault vault = new TestingVault(database, rooms.foundation().box(), Clock.systemUTC());
    vault.many(vault.environment("Many"), SECRETS);
    // Nobody is to read it: it leads nowhere.
    database.change(handle -> handle.execute("update environment_sources set next_at = null"));
  }

  private long stale() {
    return database.read(
        handle ->
            handle.createQuery("select sealed from credential_values").mapTo(String.class).stream()
                .filter(rooms.foundation().box()::stale)
                .count());
  }

  private static String told(int round) {
    return "Told-In-Round-%d!".formatted(round);
  }

  private static String id(int number) {
    return "10000000-0000-4000-8000-%012d".formatted(number);
  }

  private Rooms rooms(Home home) {
    List<String> flags = new ArrayList<>(flags());
    InnkeeperSettings settings = InnkeeperSettings.read(flags, Map.of()).settings();
    SecretBox box = SecretBox.open(home.masterKey());
    return new Rooms(
        Foundation.of(settings, home, database, box, Clock.systemUTC()),
        new Machine(settings.engine(), settings.tenant().gatewayPort()));
  }

  private TestingProcess process() {
    List<String> words = new ArrayList<>(List.of("serve"));
    words.addAll(flags());
    return TestingProcess.start(Main.class, directory, words);
  }

  private List<String> flags() {
    return List.of(
        "--home=" + directory.resolve("home"),
        "--innkeeper.http.host=127.0.0.1",
        "--innkeeper.http.port=0",
        "--innkeeper.http.metrics-port=0",
        "--innkeeper.tenant.gateway-port=" + port,
        "--innkeeper.job.parallel=8",
        "--innkeeper.openrouter.prices-every=0s",
        "--innkeeper.rates.every=0s",
        "--innkeeper.infrastructure.networks=127.0.0.0/8,::1/128",
        "--innkeeper.infrastructure.expiry-every=0s",
        "--innkeeper.engine.address=unix://" + directory.resolve("no-engine.sock"));
  }
}
