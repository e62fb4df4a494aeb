package io.innkeeper.infrastructure.expiry;

import static io.innkeeper.infrastructure.VcfHouse.BY;
import static io.innkeeper.infrastructure.VcfHouse.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.VcfHouse;
import io.innkeeper.infrastructure.expiry.Drift.Finding;
import io.innkeeper.job.Job;
import io.innkeeper.simulators.vcf.VcfSimulator;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What our copy says against what the sources say now. */
class DriftTest {
  @TempDir private Path home;
  private VcfHouse house;
  private Drifts drifts;

  @BeforeEach
  void open(Database database) {
    house = new VcfHouse(database, home);
    drifts = house.room().expiry().drifts();
  }

  @AfterEach
  void close() {
    assertThat(house.manager.violations()).isEmpty();
    house.close();
  }

  private Drift compared(Environment one) throws InterruptedException {
    assertThat(house.ended(drifts.order(one.id(), BY)).state()).isEqualTo(Job.State.FINISHED);
    return drifts.last(one.id()).orElseThrow();
  }

  private List<String> found(Environment one, Finding finding) {
    return drifts.lines(one.id(), List.of(finding), 0, 99).stream()
        .map(line -> line.username() + " on " + line.host())
        .toList();
  }

  @StoreTest
  void eachAccountIsToldAndNothingIsChanged() throws InterruptedException {
    Environment one = house.environment("Lab", house.managerSpec());
    house.sync(one);
    Instant synced = house.clock.instant();
    assertThat(drifts.last(one.id())).isEmpty();
    house.clock.pass(Duration.ofHours(1));
    Map<String, Credential> before = house.credentials(one);
    house.manager.vault().password(id(1), "Another-One-1!");
    house.manager.vault().hide(id(2));
    house.manager.vault().reidentify(id(9), id(99));
    house.manager.vault().rename(id(99), "sddc02.lab.example");

    Drift drift = compared(one);

    assertThat(DriftLook.words(drift))
        .isEqualTo("6 the same, 1 different, 1 missing there, 1 missing here, 2 unreadable.");
    assertThat(drift.drifted()).isEqualTo(3);
    assertThat(found(one, Finding.DIFFERENT)).containsExactly("root on m01-esx01.lab.example");
    assertThat(found(one, Finding.MISSING_THERE)).containsExactly("backup on sddc01.lab.example");
    assertThat(found(one, Finding.MISSING_HERE)).containsExactly("backup on sddc02.lab.example");
    assertThat(house.numbered(one, 3).verifiedAt()).contains(house.clock.instant());
    assertThat(house.numbered(one, 1).verifiedAt()).contains(synced);
    assertThat(house.passwords(house.numbered(one, 1))).containsExactly("Esx!01-pass'word");
    assertThat(house.credentials(one).keySet()).isEqualTo(before.keySet());
    assertThat(house.credentials(one).values())
        .allMatch(each -> each.missingSince().isEmpty())
        .allMatch(each -> each.seen().last().equals(synced));
    assertThat(house.room().runs().count(one.id())).isOne();
    Job job = house.running().get(java.util.UUID.fromString(drift.job()));
    assertThat(house.running().log(job.id(), 0).toString() + house.lines() + job)
        .doesNotContain("Another-One-1!", "Esx!01", VcfSimulator.PASSWORD);

    house.sync(one);
    Drift after = compared(one);
    assertThat(after.drifted()).isZero();
    assertThat(found(one, Finding.DIFFERENT)).isEmpty();
  }

  @StoreTest
  void whatIsHalfReadIsNotMissing() throws InterruptedException {
    Environment one = house.environment("Lab", house.managerSpec(), house.installerSpec());
    house.sync(one);
    house.manager.at("GET /v1/credentials", "page-short", 1);
    house.installer.always("POST /v1/tokens", "status=503");

    Drift drift = compared(one);

    assertThat(drift.count(Finding.MISSING_THERE)).isZero();
    assertThat(drift.drifted()).isZero();
    assertThat(drift.problem()).isPresent();
    house.manager.always("POST /v1/tokens", "status=503");
    Job failed = house.ended(drifts.order(one.id(), BY));
    assertThat(failed.state()).isEqualTo(Job.State.TAKEN_BACK);
    assertThat(drifts.last(one.id()).orElseThrow().at()).isEqualTo(drift.at());
    Drift.Failure failure = drifts.failure(one.id()).orElseThrow();
    assertThat(failure.problem().said()).contains("503", "And 1 more");
    assertThat(house.lines())
        .anyMatch(
            line -> line.verb().equals("environment.drift") && line.result().equals("failed"));

    house.manager.forget();
    house.installer.forget();
    compared(one);
    assertThat(drifts.failure(one.id())).isEmpty();
  }

  @StoreTest
  void everyProblemOfAComparisonIsCounted() throws InterruptedException {
    Environment one = house.environment("Lab", house.managerSpec(), house.installerSpec());
    house.sync(one);
    house.manager.at("GET /v1/credentials", "page-short", 1);
    house.installer.always("POST /v1/tokens", "status=503");
    assertThat(compared(one).problem().orElseThrow().said())
        .endsWith("And 1 more; the job tells them.");
  }

  @StoreTest
  void erasingAnEnvironmentErasesItsComparison() throws InterruptedException {
    Environment one = house.environment("Lab", house.managerSpec());
    house.sync(one);
    compared(one);
    house.room().environments().remove(one.id(), BY);
    house.room().environments().erase(one.id(), BY);
    assertThat(drifts.last(one.id())).isEmpty();
  }
}
