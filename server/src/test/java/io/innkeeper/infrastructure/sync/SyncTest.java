package io.innkeeper.infrastructure.sync;

import static io.innkeeper.infrastructure.VcfHouse.BY;
import static io.innkeeper.infrastructure.VcfHouse.id;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.audit.AuditLine;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.CredentialValue;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.EnvironmentSpec;
import io.innkeeper.infrastructure.Source.Status;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.SourceSpec;
import io.innkeeper.infrastructure.SyncRun;
import io.innkeeper.infrastructure.SyncRun.State;
import io.innkeeper.infrastructure.VcfHouse;
import io.innkeeper.job.Job;
import io.innkeeper.job.JobFilter;
import io.innkeeper.secret.Secret;
import io.innkeeper.simulators.vcf.VcfSimulator;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SyncTest {
  @TempDir private Path home;
  private VcfHouse house;

  @BeforeEach
  void open(Database database) {
    house = new VcfHouse(database, home);
  }

  @AfterEach
  void close() {
    assertThat(house.manager.violations()).isEmpty();
    assertThat(house.installer.violations()).isEmpty();
    house.close();
  }

  @StoreTest
  void everythingIsReadPageByPageAndSignedOut() throws InterruptedException {
    Environment one = house.lab();
    Map<String, Credential> all = house.credentials(one);
    assertThat(all).hasSize(10);
    SyncRun run = house.lastRun(one);
    assertThat(run.counts().words()).isEqualTo("10 seen, 10 new, 1 without a password.");
    assertThat(house.manager.asked().stream().filter("GET /v1/credentials"::equals)).hasSize(3);
    assertThat(house.manager.sessions()).isZero();
    Credential third = house.numbered(one, 3);
    assertThat(house.passwords(third)).containsExactly("=Vc\\root&<9>");
    assertThat(third.lifetime().endsBeforeRotation()).isTrue();
    assertThat(house.numbered(one, 4).account().domains()).containsExactly("lab-m01", "lab-w01");
    assertThat(house.numbered(one, 8).account().domains()).containsExactly("lab-w01");
    assertThat(house.numbered(one, 8).unreadableSince()).isPresent();
    assertThat(house.numbered(one, 8).values()).isZero();
    assertThat(house.numbered(one, 10).account().domains()).isEmpty();
    assertThat(house.passwords(house.numbered(one, 10))).containsExactly("Spare-Hôst-1!");
    assertThat(house.source(one.id(), SourceKind.MANAGER).standing().version()).contains("9.0.2.0");
    assertThat(house.lines())
        .extracting(AuditLine::verb)
        .contains("environment.create", "environment.sync");
  }

  @StoreTest
  void changedAtMeansChangedAndOldPasswordsStay() throws InterruptedException {
    Environment one = house.lab();
    house.clock.pass(Duration.ofHours(5));
    house.sync(one);
    Instant lastSeen = house.clock.instant();
    house.clock.pass(Duration.ofHours(1));
    house.manager.vault().password(id(1), "second'\"\\");
    Instant changed = house.clock.instant();
    house.clock.pass(Duration.ofHours(1));
    house.sync(one);
    Credential first = house.numbered(one, 1);
    assertThat(house.passwords(first)).containsExactly("second'\"\\", "Esx!01-pass'word");
    List<CredentialValue> history = house.history(first);
    assertThat(history.getFirst().changedAt()).contains(changed);
    assertThat(history.getFirst().firstSeen()).isEqualTo(house.clock.instant());
    assertThat(history.getLast().lastSeen()).isEqualTo(lastSeen);
    assertThat(house.lastRun(one).counts().changed()).isOne();
    house.clock.pass(Duration.ofHours(1));
    house.sync(one);
    assertThat(house.history(house.numbered(one, 1)).getFirst().lastSeen())
        .isEqualTo(house.clock.instant());
    assertThat(house.history(first)).hasSize(2);
  }

  @StoreTest
  void emptyPasswordNeverReplaces() throws InterruptedException {
    Environment one = house.lab();
    house.manager.vault().hide(id(1));
    house.sync(one);
    Credential hidden = house.numbered(one, 1);
    assertThat(house.passwords(hidden)).containsExactly("Esx!01-pass'word");
    assertThat(hidden.unreadableSince()).isPresent();
    house.manager.vault().password(id(2), "");
    house.manager.vault().show(false);
    house.sync(one);
    assertThat(house.passwords(house.numbered(one, 2))).containsExactly("k8#Qw*2zP!r7Lt$Vn1aS");
    assertThat(house.lastRun(one).counts().unreadable()).isEqualTo(10);
    house.manager.vault().show(true);
    house.manager.vault().password(id(1), "Esx!01-pass'word");
    house.sync(one);
    assertThat(house.numbered(one, 1).unreadableSince()).isEmpty();
    assertThat(house.history(hidden)).hasSize(1);
  }

  @StoreTest
  void aRenameIsARenameAndNewIdsOfTheSameAreTheSame() throws InterruptedException {
    Environment one = house.lab();
    UUID before = house.numbered(one, 1).id();
    house.manager.vault().rename(id(1), "m01-esx77.lab.example");
    house.manager.vault().reidentify(id(9), id(99));
    UUID ninth = house.numbered(one, 9).id();
    house.sync(one);
    Credential renamed = house.numbered(one, 1);
    assertThat(renamed.id()).isEqualTo(before);
    assertThat(renamed.account().resourceName()).isEqualTo("m01-esx77.lab.example");
    assertThat(renamed.former().orElseThrow().name()).contains("m01-esx01.lab.example");
    assertThat(house.numbered(one, 99).id()).isEqualTo(ninth);
    SyncRun run = house.lastRun(one);
    assertThat(run.counts().words()).isEqualTo("10 seen, 1 renamed, 1 without a password.");
  }

  @StoreTest
  void whatIsToldNoMoreIsMissingAndKeepsItsHistory() throws InterruptedException {
    Environment one = house.lab();
    house.manager.vault().remove(id(9));
    house.sync(one);
    Credential gone = house.numbered(one, 9);
    assertThat(gone.missingSince()).contains(house.clock.instant());
    assertThat(house.passwords(gone)).hasSize(1);
    assertThat(house.lastRun(one).counts().missing()).isOne();
  }

  @StoreTest
  void manyMissingAtOnceAskFirst() throws InterruptedException {
    Environment one = house.lab();
    house.manager.vault().password(id(1), "Another-Vault's-1!");
    house.manager.vault().reidentify(id(1), id(77));
    for (int gone = 2; gone <= 10; gone++) house.manager.vault().remove(id(gone));
    house.sync(one);
    assertThat(house.lastRun(one).state()).isEqualTo(State.ASKS);
    assertThat(house.passwords(house.numbered(one, 1))).containsExactly("Esx!01-pass'word");
    house.manager.vault().clear();
    house.sync(one);
    assertThat(house.lastRun(one).state()).isEqualTo(State.ASKS);
    assertThat(house.room().environments().get(one.id()).status()).isEqualTo(Status.ASKS);
    assertThat(house.lastRun(one).counts().missing()).isEqualTo(10);
    assertThat(house.credentials(one).values()).allMatch(each -> each.missingSince().isEmpty());
    house.ended(house.room().syncs().order(one.id(), List.of(), true, BY));
    assertThat(house.lastRun(one).state()).isEqualTo(State.SUCCESS);
    assertThat(house.credentials(one).values()).allMatch(each -> each.missingSince().isPresent());
  }

  @StoreTest
  void installerRowsAreInitialAndTheRightOnes() throws InterruptedException {
    Environment one = house.environment("Lab", house.installerSpec());
    house.sync(one);
    Map<String, Credential> all = house.credentials(one);
    assertThat(all.values()).allMatch(Credential::initial);
    assertThat(all.values().stream().filter(each -> each.values() == 1)).hasSize(21);
    assertThat(passwords(all, "vcf on sddc01.lab.example (SSH)"))
        .containsExactly("Sm-Vcf-Initial-1!");
    assertThat(passwords(all, "admin@local on sddc01.lab.example (API)"))
        .containsExactly("Sm-Local-Init-1!");
  }

  @StoreTest
  void aFileOfCloudBuilderGivesInitialPasswords() throws InterruptedException {
    Environment one = house.environment("Old", house.managerSpec());
    SpecImport room = house.specs();
    assertThat(room.take(one.id(), VcfSimulator.fixture("spec5"), BY).state())
        .isEqualTo(State.SUCCESS);
    Map<String, Credential> all = house.credentials(one);
    assertThat(passwords(all, "vcf on sddc.old.local (SSH)")).containsExactly("Vcf5x1!");
    assertThat(passwords(all, "admin@local on sddc.old.local (API)"))
        .containsExactly("Local5x-Pass1!");
    assertThat(passwords(all, "administrator@vsphere.local on vc.old.local (SSO)"))
        .containsExactly("Sso5x-1!");
    room.take(one.id(), VcfSimulator.fixture("spec5"), BY);
    assertThat(house.credentials(one)).hasSameSizeAs(all);
  }

  @StoreTest
  void twentyOfAHundredMayGoAndTwentyOneAskFirst() throws InterruptedException {
    house.manager.vault().grow(90);
    Environment few = house.lab();
    Environment many = house.environment("Many", house.managerSpec());
    house.sync(many);
    for (int gone = 0; gone < 20; gone++) house.manager.vault().remove(grown(gone));
    house.sync(few);
    assertThat(house.lastRun(few).state()).isEqualTo(State.SUCCESS);
    house.manager.vault().remove(grown(20));
    house.sync(many);
    assertThat(house.lastRun(many).state()).isEqualTo(State.ASKS);
    assertThat(house.lastRun(many).counts().missing()).isEqualTo(21);
  }

  private static SourceSpec every(SourceSpec one, int minutes) {
    return new SourceSpec(one.kind(), one.at(), one.username(), one.trust(), true, minutes);
  }

  private static String grown(int number) {
    return new UUID(99, 10 + number).toString();
  }

  @StoreTest
  void aRhythmSetWhileItIsReadHolds() throws Exception {
    SourceSpec still = every(house.managerSpec(), 0);
    Environment one = house.environment("Lab", still);
    house.manager.at("GET /v1/credentials", "slow=1500", 1);
    Job job = house.room().syncs().order(one.id(), List.of(), false, BY);
    await().until(() -> house.manager.asked().contains("GET /v1/credentials"));
    change(one, every(still, 60), Map.of());
    house.ended(job);
    assertThat(house.source(one.id(), SourceKind.MANAGER).standing().nextAt()).isPresent();
  }

  @StoreTest
  void whatAnotherUserWasToldIsNotKept() throws Exception {
    Environment one = house.environment("Lab", house.managerSpec());
    house.manager.at("GET /v1/credentials", "slow=1500", 1);
    Job job = house.room().syncs().order(one.id(), List.of(), false, BY);
    await().until(() -> house.manager.asked().contains("GET /v1/credentials"));
    SourceSpec before = house.managerSpec();
    change(
        one,
        new SourceSpec(
            before.kind(), before.at(), "another", before.trust(), true, before.everyMinutes()),
        Map.of(SourceKind.MANAGER, Secret.of("Another1!")));
    house.ended(job);
    assertThat(house.lastRun(one).problem().orElseThrow().code()).isEqualTo("source-changed");
    assertThat(house.credentials(one)).isEmpty();
  }

  private void change(Environment one, SourceSpec to, Map<SourceKind, Secret> passwords) {
    EnvironmentSpec spec = new EnvironmentSpec(one.name(), "", false, List.of(to));
    house.room().environments().change(one.id(), spec, passwords, one.version(), BY);
  }

  @StoreTest
  void aNewPasswordIsTriedAtOnce() throws InterruptedException {
    Environment one = house.lab();
    house.manager.password("another");
    for (int time = 0; time < 4; time++) house.sync(one);
    house.clock.pass(Duration.ofMinutes(1));
    assertThat(house.room().sources().due()).isEmpty();
    change(one, house.managerSpec(), Map.of(SourceKind.MANAGER, Secret.of("another")));
    var standing = house.source(one.id(), SourceKind.MANAGER).standing();
    assertThat(standing.nextAt()).contains(house.clock.instant());
    assertThat(standing.problem()).isEmpty();
    assertThat(standing.status()).isEqualTo(Status.SUCCESS);
    house.room().syncs().due();
    house.ended(house.running().list(JobFilter.ALL, Optional.empty(), 1).getFirst());
    assertThat(house.lastRun(one).state()).isEqualTo(State.SUCCESS);
  }

  @StoreTest
  void pagesThatMoveWhileTheyAreReadMakeNothingMissing() throws Exception {
    Environment one = house.lab();
    house.manager.forget();
    house.manager.at("GET /v1/credentials", "shrink", 1);
    house.sync(one);
    assertThat(house.lastRun(one).state()).isEqualTo(State.PARTIAL);
    assertThat(house.credentials(one).values()).allMatch(each -> each.missingSince().isEmpty());
    house.manager.at("GET /v1/credentials", "bare", 1);
    house.sync(one);
    assertThat(house.lastRun(one).state()).isEqualTo(State.PARTIAL);
  }

  @StoreTest
  void theLatestInstallationHoldsAndOneThatEndedOddlyIsAGap() throws InterruptedException {
    String again = "aaaaaaaa-0000-4000-8000-000000000009";
    house
        .installer
        .installations()
        .again(again, "2025-12-01T00:00:00Z", "Sm-Vcf-Initial-1!", "Newer-1!");
    Environment one = house.environment("Lab", house.installerSpec());
    house.sync(one);
    assertThat(passwords(house.credentials(one), "vcf on sddc01.lab.example (SSH)"))
        .containsExactly("Newer-1!");
    house.installer.installations().status(again, "HALTED");
    house.sync(one);
    assertThat(house.lastRun(one).state()).isEqualTo(State.PARTIAL);
    assertThat(house.credentials(one).values()).allMatch(each -> each.missingSince().isEmpty());
  }

  @StoreTest
  void twoResourcesOfOneNameStayTwo() throws InterruptedException {
    house.manager.vault().twin(id(1), id(21), "VCENTER", "Twin-Vc-1!");
    house.manager.vault().twin(id(1), id(22), "ESXI", "Twin-Esx-1!");
    Environment one = house.lab();
    house.manager.vault().password(id(21), "Twin-Vc-2!");
    house.sync(one);
    assertThat(house.passwords(house.numbered(one, 1))).containsExactly("Esx!01-pass'word");
    assertThat(house.passwords(house.numbered(one, 21)))
        .containsExactly("Twin-Vc-2!", "Twin-Vc-1!");
    assertThat(house.passwords(house.numbered(one, 22))).containsExactly("Twin-Esx-1!");
  }

  private List<String> passwords(Map<String, Credential> all, String initial) {
    return house.passwords(requireNonNull(all.get("installer: " + initial), initial));
  }
}
