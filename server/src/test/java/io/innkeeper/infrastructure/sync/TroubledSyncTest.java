package io.innkeeper.infrastructure.sync;

import static io.innkeeper.infrastructure.VcfHouse.BY;
import static io.innkeeper.infrastructure.VcfHouse.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.innkeeper.audit.AuditLine;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.EnvironmentSpec;
import io.innkeeper.infrastructure.Source.Status;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.SyncRun;
import io.innkeeper.infrastructure.SyncRun.State;
import io.innkeeper.infrastructure.ValueStore;
import io.innkeeper.infrastructure.VcfHouse;
import io.innkeeper.job.Job;
import io.innkeeper.job.LogLine;
import io.innkeeper.secret.Secret;
import io.innkeeper.simulators.vcf.VcfSimulator;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.CapturedLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Syncs whose sources, store or people get in the way. */
class TroubledSyncTest {
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
  void withoutTheScopeNothingIsRead() throws InterruptedException {
    Environment one = house.lab();
    house.manager.tokensAllow("OTHER_READ");
    assertThat(house.sync(one).state()).isEqualTo(Job.State.TAKEN_BACK);
    assertThat(house.lastRun(one).problem().orElseThrow().code()).isEqualTo("vcf-no-scope");
    assertThat(house.passwords(house.numbered(one, 1))).hasSize(1);
    assertThat(house.manager.sessions()).isZero();
  }

  @StoreTest
  void partialFailureDeletesNothing() throws InterruptedException {
    String second = "aaaaaaaa-0000-4000-8000-000000000009";
    house.installer.installations().add(second, "lab-w01");
    Environment one = house.environment("Lab", house.managerSpec(), house.installerSpec());
    house.sync(one);
    assertThat(house.credentials(one).keySet()).hasSize(10 + 2 * 25);
    house.installer.always("GET /v1/sddcs/" + second + "/spec", "status=500");
    house.manager.at("GET /v1/credentials", "page-short", 1);
    assertThat(house.sync(one).state()).isEqualTo(Job.State.FINISHED);
    assertThat(house.room().runs().of(one.id(), Optional.empty(), 2))
        .extracting(SyncRun::state)
        .containsExactly(State.PARTIAL, State.PARTIAL);
    assertThat(house.room().environments().get(one.id()).status()).isEqualTo(Status.PARTIAL);
    house.installer.always("POST /v1/tokens", "status=503");
    house.manager.always("GET /v1/credentials", "html");
    assertThat(house.sync(one).state()).isEqualTo(Job.State.TAKEN_BACK);
    house.manager.forget();
    house.manager.always("GET /v1/credentials", "cut");
    house.sync(one);
    assertThat(house.credentials(one).keySet()).hasSize(10 + 2 * 25);
    assertThat(house.credentials(one).values()).allMatch(each -> each.missingSince().isEmpty());
    assertThat(house.source(one.id(), SourceKind.MANAGER).standing().problem().orElseThrow().code())
        .isEqualTo("vcf-cut-off");
  }

  @StoreTest
  void oneSourceFailingIsToldAsSuchAndTheOtherIsKept() throws InterruptedException {
    Environment one = house.environment("Lab", house.managerSpec(), house.installerSpec());
    house.installer.always("POST /v1/tokens", "status=500");
    assertThat(house.sync(one).state()).isEqualTo(Job.State.FINISHED);
    Environment now = house.room().environments().get(one.id());
    assertThat(now.status()).isEqualTo(Status.PARTIAL);
    house.sync(one, SourceKind.MANAGER);
    assertThat(house.room().environments().get(one.id()).status()).isEqualTo(Status.PARTIAL);
    assertThat(now.source(SourceKind.MANAGER).orElseThrow().standing().problem()).isEmpty();
    assertThat(
            now.source(SourceKind.INSTALLER)
                .orElseThrow()
                .standing()
                .problem()
                .orElseThrow()
                .said())
        .contains("VCF Installer", "It was told to answer 500.", "K7Q2ZD");
  }

  @StoreTest
  void tokensThatEndMidWayAreRenewedAndThrottlingIsWaitedOut() throws InterruptedException {
    Environment one = house.environment("Lab", house.managerSpec());
    house.manager.at("GET /v1/credentials", "throttle", 2);
    house.manager.at("GET /v1/credentials", "status=503", 1);
    house.manager.at("GET /v1/credentials", "expire", 1);
    assertThat(house.sync(one).state()).isEqualTo(Job.State.FINISHED);
    assertThat(house.credentials(one)).hasSize(10);
    assertThat(house.manager.asked()).contains("PATCH /v1/tokens/access-token/refresh");
    assertThat(house.manager.asked().stream().filter("POST /v1/tokens"::equals)).hasSize(1);
    house.manager.tokensLive(60);
    house.sync(one);
    assertThat(house.lastRun(one).state()).isEqualTo(State.SUCCESS);
    assertThat(house.manager.sessions()).isZero();
  }

  @StoreTest
  void aRefusedPasswordIsNotTriedOften() throws InterruptedException {
    Environment one = house.lab();
    house.manager.password("another");
    house.manager.forget();
    house.sync(one);
    house.sync(one);
    assertThat(house.manager.asked().stream().filter("POST /v1/tokens"::equals)).hasSize(2);
    var standing = house.source(one.id(), SourceKind.MANAGER).standing();
    assertThat(standing.failures()).isEqualTo(2);
    assertThat(standing.nextAt().orElseThrow())
        .isAfterOrEqualTo(house.clock.instant().plus(Duration.ofHours(2)));
    assertThat(standing.problem().orElseThrow().said())
        .contains("does not accept this user and password")
        .contains("The user name or password is not valid.");
    assertThat(house.lines()).extracting(AuditLine::result).contains("failed");
  }

  @StoreTest
  void concurrentSyncsAreOne() throws InterruptedException {
    Environment one = house.environment("Lab", house.managerSpec(), house.installerSpec());
    house.manager.at("GET /v1/credentials", "slow=700", 1);
    Job first = house.room().syncs().order(one.id(), List.of(), false, BY);
    Job again = house.room().syncs().order(one.id(), List.of(), false, BY);
    Job part = house.room().syncs().order(one.id(), List.of(SourceKind.MANAGER), false, BY);
    assertThat(List.of(again.id(), part.id())).containsOnly(first.id());
    house.room().syncs().due();
    house.ended(first);
    assertThat(house.room().runs().count(one.id())).isEqualTo(2);
    assertThat(house.manager.asked().stream().filter("POST /v1/tokens"::equals)).hasSize(1);
  }

  @StoreTest
  void aSyncCutOffAtAnyQuestionGoesOn() throws Exception {
    Environment whole = house.environment("Whole", house.managerSpec(), house.installerSpec());
    house.sync(whole);
    List<String> places =
        List.of(
            "POST /v1/tokens",
            "GET /v1/system/appliance-info",
            "GET /v1/credentials",
            "GET /v1/sddcs",
            "DELETE /v1/tokens/refresh-token");
    for (String place : places) {
      Environment one = house.environment(place, house.managerSpec(), house.installerSpec());
      VcfSimulator there = place.contains("sddcs") ? house.installer : house.manager;
      there.forget();
      there.at(place, "slow=1500", 1);
      Job job = house.room().syncs().order(one.id(), List.of(), false, BY);
      await().until(() -> there.asked().contains(place));
      house.restart();
      assertThat(house.ended(house.running().get(job.id())).state())
          .as(place)
          .isEqualTo(Job.State.FINISHED);
      assertThat(house.credentials(one).keySet()).isEqualTo(house.credentials(whole).keySet());
      assertThat(house.credentials(one).values()).allMatch(each -> each.values() <= 1);
      assertThat(house.room().runs().of(one.id(), Optional.empty(), 9))
          .extracting(SyncRun::state)
          .containsExactly(State.SUCCESS, State.SUCCESS);
    }
  }

  @StoreTest
  void aCancelledSyncSaysSoAndKeepsNothing() throws Exception {
    Environment one = house.environment("Lab", house.managerSpec());
    house.manager.at("GET /v1/credentials", "slow=1500", 1);
    Job job = house.room().syncs().order(one.id(), List.of(), false, BY);
    await().until(() -> house.manager.asked().contains("GET /v1/credentials"));
    house.running().cancel(job.id(), BY);
    assertThat(house.ended(job).state()).isEqualTo(Job.State.CANCELLED);
    assertThat(house.lastRun(one).problem().orElseThrow().code()).isEqualTo("sync-cancelled");
    assertThat(house.credentials(one)).isEmpty();
    assertThat(house.room().sources().due()).isEmpty();
    assertThat(house.source(one.id(), SourceKind.MANAGER).standing().failures()).isZero();
    assertThat(house.source(one.id(), SourceKind.MANAGER).standing().status())
        .isEqualTo(Status.NEVER);
  }

  @StoreTest
  void noSecretIsInJobsLogsOrAudit() throws InterruptedException {
    Environment one = house.lab();
    house.manager.vault().password(id(1), "Another-One-1!");
    Job job = house.sync(one);
    house.manager.at("GET /v1/credentials", "echo", 1);
    house.sync(one);
    house.manager.at("POST /v1/tokens", "echo", 1);
    Job echoed = house.sync(one);
    assertThat(house.lastRun(one).problem().orElseThrow().said()).contains("[redacted]");
    assertThat(
            house.running().get(echoed.id()).toString()
                + house.room().runs().of(one.id(), Optional.empty(), 9))
        .doesNotContain(VcfSimulator.PASSWORD)
        .doesNotContain("Bearer ey");
    List<LogLine> log = house.running().log(job.id(), 0);
    assertThat(log.toString() + job + house.lines())
        .contains("The password of root on m01-esx01.lab.example (SSH) is another one.")
        .doesNotContain("Another-One-1!")
        .doesNotContain(VcfSimulator.PASSWORD);
  }

  @StoreTest
  void aPasswordThatDoesNotOpenStopsNoSyncAndStays(Database database) throws InterruptedException {
    Environment one = house.lab();
    database.change(
        handle ->
            handle.execute(
                "update credential_values set sealed = 'AAAA' where credential_id = ?",
                house.numbered(one, 1).id().toString()));
    Job job = house.sync(one);
    assertThat(house.lastRun(one).state()).isEqualTo(State.SUCCESS);
    assertThat(house.lastRun(one).counts().changed()).isOne();
    assertThat(house.running().log(job.id(), 0).toString()).contains("does not open");
    Credential first = house.numbered(one, 1);
    assertThat(house.history(first)).hasSize(2);
    ValueStore values = new ValueStore(house.box);
    Optional<ValueStore.Opened> latest =
        database.read(handle -> values.open(handle, first.id(), Optional.empty()));
    assertThat(latest).map(opened -> opened.secret().unwrap()).contains("Esx!01-pass'word");
  }

  @StoreTest
  void anErrorOfOurOwnIsNotToldAsACancelledSync(Database database) throws InterruptedException {
    Environment one = house.lab();
    database.change(
        handle ->
            handle.execute("update credentials set domains = 'damaged' where api_id = ?", id(1)));
    house.sync(one);
    assertThat(house.lastRun(one).problem().orElseThrow().code()).isEqualTo("sync-broken-off");
    assertThat(house.source(one.id(), SourceKind.MANAGER).standing().failures()).isOne();
  }

  @StoreTest
  void anErrorOfTheStoreTellsNoPassword(Database database) throws InterruptedException {
    Environment one = house.lab();
    house.manager.vault().password(id(1), "Another-One-1!");
    try (CapturedLog log = CapturedLog.begin()) {
      database.change(
          handle -> handle.execute("alter table credential_values rename to values_gone"));
      Job job = house.sync(one);
      String said = log.text() + house.running().log(job.id(), 0) + job + house.lines();
      assertThat(said)
          .contains("credential_values")
          .doesNotContain("Another-One-1!", VcfSimulator.PASSWORD);
      database.change(
          handle -> handle.execute("alter table environment_sources rename to sources_gone"));
      Map<SourceKind, Secret> typed = Map.of(SourceKind.MANAGER, Secret.of("Typed-In-1!"));
      EnvironmentSpec spec = new EnvironmentSpec("Other", "", false, List.of(house.managerSpec()));
      assertThatThrownBy(() -> house.room().environments().create(spec, typed, BY))
          .hasMessageNotContaining("Typed-In-1!");
      assertThat(log.text()).doesNotContain("Typed-In-1!");
    }
  }
}
