package io.innkeeper.infrastructure;

import static io.innkeeper.infrastructure.VcfHouse.BY;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.audit.AuditLine;
import io.innkeeper.client.EnvironmentChange;
import io.innkeeper.client.SourceInput;
import io.innkeeper.client.SourceTestView;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job;
import io.innkeeper.secret.Secret;
import io.innkeeper.simulators.vcf.Certificates;
import io.innkeeper.simulators.vcf.Product;
import io.innkeeper.simulators.vcf.VcfSimulator;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentsTest {
  private static final Map<SourceKind, Secret> PASSWORDS =
      Map.of(SourceKind.MANAGER, Secret.of(VcfSimulator.PASSWORD));

  @TempDir private Path home;
  private VcfHouse house;

  @BeforeEach
  void open(Database database) {
    house = new VcfHouse(database, home);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static String refusal(Runnable deed) {
    try {
      deed.run();
      return "";
    } catch (Fault e) {
      return e.code() + e.fields().stream().map(Fault.Field::name).toList();
    }
  }

  @StoreTest
  void historySurvivesEnvironmentDeletion(Database database) throws InterruptedException {
    Environment first = house.environment("Lab", house.managerSpec());
    house.sync(first);
    house.manager.vault().password(VcfHouse.id(1), "changed-1");
    house.sync(first);
    Credential kept = house.numbered(first, 1);
    database.change(
        handle ->
            handle.execute(
                "insert into credential_reads (id, environment_id, credential_id, read_at, read_by,"
                    + " way, reason) values ('r-1', ?, ?, 1, 'marta', 'show', 'ticket 9')",
                first.id().toString(),
                kept.id().toString()));
    house.room().environments().remove(first.id(), BY);
    assertThat(reads(database, kept)).isOne();
    assertThat(house.passwords(kept)).containsExactly("changed-1", "Esx!01-pass'word");
    assertThat(
            refusal(() -> house.room().sources().entry(first.id(), SourceKind.MANAGER).password()))
        .startsWith("no-such-source");

    Environment second = house.environment("Lab", house.managerSpec());
    house.sync(second);
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(house.passwords(house.numbered(second, 1))).containsExactly("changed-1");
    assertThat(house.passwords(kept)).hasSize(2);

    assertThat(refusal(() -> house.room().environments().erase(second.id(), BY)))
        .startsWith("environment-lives");
    for (Environment each : List.of(first, second))
      database.change(
          handle ->
              handle.execute(
                  "insert into credential_rights values ('1', 'jan', ?, 'reveal', 1, 'marta')",
                  each.id().toString()));
    Environments.Erased erased = house.room().environments().erase(first.id(), BY);
    List<String> rights =
        database.read(
            handle ->
                handle
                    .createQuery("select environment_id from credential_rights")
                    .mapTo(String.class)
                    .list());
    assertThat(rights).containsExactly(second.id().toString());
    assertThat(erased).isEqualTo(new Environments.Erased(10, 10));
    assertThat(house.history(kept)).isEmpty();
    assertThat(house.credentials(second)).hasSize(10);
    assertThat(house.lines()).extracting(AuditLine::verb).contains("environment.erase");
  }

  private static long reads(Database database, Credential one) {
    return database.read(
        handle ->
            handle
                .createQuery("select count(*) from credential_reads where credential_id = :id")
                .bind("id", one.id())
                .mapTo(Long.class)
                .one());
  }

  @StoreTest
  void aRemovedOneIsRestoredWithItsHistoryAndItsPasswordsAnew() throws InterruptedException {
    Environment one = house.environment("Lab", house.managerSpec());
    house.sync(one);
    house.room().environments().remove(one.id(), BY);
    assertThat(house.room().environments().get(one.id()).sources()).hasSize(1);
    assertThat(refusal(() -> house.room().restoring().restore(one.id(), Map.of(), BY)))
        .isEqualTo("secret-missing[manager.password]");
    Environment other = house.environment("lab", house.managerSpec());
    Map<SourceKind, Secret> again = Map.of(SourceKind.MANAGER, Secret.of(VcfSimulator.PASSWORD));
    assertThat(refusal(() -> house.room().restoring().restore(one.id(), again, BY)))
        .isEqualTo("environment-taken[name]");
    assertThat(house.room().environments().get(one.id()).removed()).isPresent();
    house.room().environments().remove(other.id(), BY);

    Environment back = house.room().restoring().restore(one.id(), again, BY);

    assertThat(back.removed()).isEmpty();
    assertThat(house.room().sources().due()).containsKey(one.id());
    house.sync(back);
    assertThat(house.lastRun(back).counts().words()).isEqualTo("10 seen, 1 without a password.");
    assertThat(house.credentials(back)).hasSize(10);
    assertThat(house.lines()).extracting(AuditLine::verb).contains("environment.restore");
  }

  @StoreTest
  void whereASourceLeadsElsewhereItsPasswordIsNeededAgain() {
    Environment one = house.environment("Lab", house.managerSpec());
    SourceSpec now = house.managerSpec();
    SourceInput elsewhere =
        new SourceInput("evil.example", null, null, null, null, null, null, null);
    SourceInput user = new SourceInput(null, null, "other", null, null, null, null, null);
    SourceInput port = new SourceInput(null, 9999, null, null, null, null, null, null);
    SourceInput off = new SourceInput(null, null, null, null, "off", null, null, null);
    for (SourceInput input : List.of(elsewhere, user, port, off))
      assertThat(refusal(() -> change(one, input))).isEqualTo("secret-again[manager.password]");
    for (int minutes : new int[] {0, 1440, 5, 60}) {
      change(one, new SourceInput(null, null, null, null, null, null, null, minutes));
      assertThat(house.source(one.id(), SourceKind.MANAGER).spec().everyMinutes())
          .isEqualTo(minutes);
    }
    SourceInput both =
        new SourceInput("sddc.lab.example", null, null, "new-one", null, null, null, null);
    change(one, both);
    assertThat(house.room().sources().entry(one.id(), SourceKind.MANAGER).password())
        .isEqualTo(Secret.of("new-one"));
    assertThat(house.lines().toString())
        .contains("environment.change", now.at().host())
        .doesNotContain("new-one")
        .doesNotContain(VcfSimulator.PASSWORD);
  }

  private Environment change(Environment one, SourceInput manager) {
    Environment now = house.room().environments().get(one.id());
    EnvironmentInput.Given given =
        EnvironmentInput.changed(now, new EnvironmentChange(null, null, null, manager, null, null));
    return house
        .room()
        .environments()
        .change(one.id(), given.spec(), given.passwords(), now.version(), BY);
  }

  @StoreTest
  void aNewPasswordGoesToNoHostBeforeIt() throws InterruptedException {
    Environment before = house.environment("Lab", house.managerSpec());
    try (VcfSimulator other =
        VcfSimulator.start(Product.MANAGER_9, Certificates.SELF_SIGNED, 0, house.clock)) {
      SourceSpec there =
          new SourceSpec(
              SourceKind.MANAGER,
              HostAddress.parse("host", "localhost", other.port()),
              VcfSimulator.USER,
              Trust.parse("trust", "pin", other.fingerprint()),
              true,
              60);
      EnvironmentSpec wanted = new EnvironmentSpec("Lab", "", false, List.of(there));
      house.room().environments().change(before.id(), wanted, PASSWORDS, before.version(), BY);

      // As whoever looked it up just before the change goes on.
      assertThat(house.room().trials().saved(before, BY)).allMatch(SourceTestView::works);

      assertThat(house.manager.asked()).isEmpty();
      assertThat(other.asked()).contains("POST /v1/tokens");
    }
  }

  @StoreTest
  void ofManyChangesOfOneVersionOneIsMade() throws Exception {
    Environment one = house.environment("Lab", house.managerSpec());
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      CyclicBarrier together = new CyclicBarrier(6);
      List<Callable<String>> all = new ArrayList<>();
      for (int number = 0; number < 6; number++) {
        EnvironmentSpec wanted =
            new EnvironmentSpec("Lab", "by " + number, false, one.spec().sources());
        all.add(
            () -> {
              together.await();
              return refusal(
                  () ->
                      house
                          .room()
                          .environments()
                          .change(one.id(), wanted, Map.of(), one.version(), BY));
            });
      }
      List<String> ends = new ArrayList<>();
      for (Future<String> end : threads.invokeAll(all)) ends.add(end.get());
      assertThat(ends).filteredOn(String::isEmpty).hasSize(1);
      assertThat(ends).filteredOn(end -> end.startsWith("changed-meanwhile")).hasSize(5);
    }
    assertThat(house.room().environments().get(one.id()).version()).isEqualTo(one.version() + 1);
  }

  @StoreTest
  void whatIsWorkedOnIsNeitherRemovedNorErased() throws InterruptedException {
    Environment one = house.environment("Lab", house.managerSpec());
    house.manager.at("GET /v1/credentials", "late=1500", 1);
    Job job = house.room().syncs().order(one.id(), List.of(), false, BY);
    Environments room = house.room().environments();
    assertThat(refusal(() -> room.remove(one.id(), BY))).startsWith("job-running");
    assertThat(refusal(() -> room.erase(one.id(), BY))).startsWith("job-running");
    assertThat(house.ended(job).state()).isEqualTo(Job.State.FINISHED);
    room.remove(one.id(), BY);
    assertThat(room.erase(one.id(), BY).credentials()).isEqualTo(10);
  }

  @StoreTest
  void aSourceThatIsTakenAwayLeavesItsCredentialsMissing() throws InterruptedException {
    Environment one = house.environment("Lab", house.managerSpec(), house.installerSpec());
    house.sync(one);
    Environment now = house.room().environments().get(one.id());
    EnvironmentInput.Given given =
        EnvironmentInput.changed(
            now, new EnvironmentChange(null, null, null, null, null, List.of("installer")));
    house.room().environments().change(one.id(), given.spec(), Map.of(), now.version(), BY);
    assertThat(house.credentials(one).values())
        .allSatisfy(each -> assertThat(each.missingSince().isPresent()).isEqualTo(each.initial()));
  }

  @StoreTest
  void namesAreOneWhateverTheirCaseAndFreeAgainAfterRemoval() {
    Environment one = house.environment("Lab", house.managerSpec());
    assertThat(refusal(() -> house.environment("LAB ", house.managerSpec())))
        .isEqualTo("environment-taken[name]");
    house.room().environments().remove(one.id(), BY);
    house.environment("lab", house.managerSpec());
    assertThat(house.room().environments().list(true)).hasSize(2);
    assertThat(house.room().environments().named("Lab").id()).isNotEqualTo(one.id());
  }

  @StoreTest
  void schedulesSurviveRestartAndCatchUpOnce() throws InterruptedException {
    Environment one = house.environment("Lab", house.managerSpec(), house.installerSpec());
    assertThat(house.room().sources().due())
        .containsExactly(Map.entry(one.id(), List.of(SourceKind.MANAGER)));
    house.room().syncs().due();
    house.endedLatest();
    Instant next = house.source(one.id(), SourceKind.MANAGER).standing().nextAt().orElseThrow();
    assertThat(next)
        .isBetween(
            house.clock.instant().plus(Duration.ofMinutes(60)),
            house.clock.instant().plus(Duration.ofMinutes(65)));
    assertThat(house.room().sources().due()).isEmpty();
    house.restart();
    assertThat(house.source(one.id(), SourceKind.MANAGER).standing().nextAt()).contains(next);
    house.clock.pass(Duration.ofDays(3));
    assertThat(house.room().syncs().due()).isEqualTo("1 environments are read.");
    house.endedLatest();
    assertThat(house.room().syncs().due()).isEmpty();
    assertThat(house.room().runs().count(one.id())).isEqualTo(2);
    house.room().environments().remove(one.id(), BY);
    house.clock.pass(Duration.ofDays(3));
    assertThat(house.room().sources().due()).isEmpty();
  }

  @StoreTest
  void aRowThatIsMadeToLeadElsewhereOpensNothing(Database database) {
    Environment one = house.environment("Lab", house.managerSpec());
    for (String change :
        List.of("host = 'thief.example'", "port = 8443", "username = 'thief'", "trust = 'off'")) {
      database.change(handle -> handle.execute("update environment_sources set " + change));
      assertThat(
              refusal(() -> house.room().sources().entry(one.id(), SourceKind.MANAGER).password()))
          .as(change)
          .startsWith("secret-does-not-open");
    }
  }

  @StoreTest
  void passwordsFromBeforeAreBoundToWhereTheyGoAtTheStart(Database database) {
    Environment one = house.environment("Lab", house.managerSpec());
    String before =
        house.box.seal(Secret.of("Before1!"), "environment/" + one.id() + "/manager/password");
    database.change(
        handle -> handle.execute("update environment_sources set sealed_password = ?", before));
    house.room().sources().bind();
    assertThat(house.room().sources().entry(one.id(), SourceKind.MANAGER).password())
        .isEqualTo(Secret.of("Before1!"));
  }

  @StoreTest
  void filesOfBothFormsComeBackAsTheyWentOut() {
    SourceSpec manager =
        new SourceSpec(
            SourceKind.MANAGER,
            HostAddress.parse("host", "sddc.lab.example", 8443),
            "svc@vsphere.local",
            Trust.parse("trust", "ca", house.manager.pem()),
            true,
            1440);
    SourceSpec installer =
        new SourceSpec(
            SourceKind.INSTALLER,
            HostAddress.parse("host", "10.20.0.9", 443),
            "admin@local",
            Trust.parse("trust", "pin", house.installer.fingerprint()),
            false,
            5);
    Environment one = house.environment("Läb", manager, installer);
    for (String file : List.of(ConfigFile.json(one, Map.of()), ConfigFile.yaml(one, Map.of()))) {
      EnvironmentInput.Given back = EnvironmentInput.created(ConfigFile.read(file, "p-1", "q-1"));
      assertThat(back.spec().sources())
          .as(file)
          .containsExactlyInAnyOrderElementsOf(one.spec().sources());
      assertThat(back.spec().name()).isEqualTo(one.name());
      assertThat(file).doesNotContain(VcfSimulator.PASSWORD);
    }
  }
}
