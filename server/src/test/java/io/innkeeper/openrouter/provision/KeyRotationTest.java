package io.innkeeper.openrouter.provision;

import static io.innkeeper.openrouter.provision.KeyHouse.BY;
import static io.innkeeper.openrouter.provision.KeyHouse.MANAGEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.innkeeper.audit.AuditLine;
import io.innkeeper.job.Job;
import io.innkeeper.openrouter.UpstreamKey;
import io.innkeeper.openrouter.provision.ProvisionedKey.State;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.secret.Secret;
import io.innkeeper.simulators.openrouter.OpenRouterSimulator;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest {
  @TempDir private Path home;
  private KeyHouse house;

  @BeforeEach
  void open(Database database) {
    house = new KeyHouse(database, home, Optional.of(MANAGEMENT));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @StoreTest
  void rotatedWithOverlap() throws InterruptedException {
    Organisation acme = house.served("Acme", "20");
    Secret before = house.secret(acme);
    Job job = house.rotate(acme, Duration.ofSeconds(60));
    house.overlapping(job);
    house.follow(acme);
    assertThat(house.answers(before)).isTrue();
    assertThat(house.answers(house.secret(acme))).isTrue();
    house.clock.pass(Duration.ofSeconds(61));
    assertThat(house.ended(job.id()).state()).isEqualTo(Job.State.FINISHED);
    assertThat(house.answers(before)).isFalse();
    assertThat(house.answers(house.secret(acme))).isTrue();
    assertThat(house.there(acme)).hasSize(2);
    assertThat(house.lines())
        .extracting(AuditLine::verb)
        .contains(
            "upstream-key.rotate",
            "upstream-key.make",
            "upstream-key.use",
            "organisation.key",
            "upstream-key.switch-off");
    house.clock.pass(KeySwitch.GRACE);
    house.follow();
    assertThat(house.answers(house.secret(acme))).isTrue();
    assertThat(house.onlyOne(acme).disabled()).isFalse();
  }

  @StoreTest
  void refusedTestLeavesTheKeyInUse() throws InterruptedException {
    Organisation acme = house.served("Acme", "");
    Secret before = house.secret(acme);
    for (int time = 0; time < 3; time++) house.upstream.at("GET /key", "status=500");
    Job job = house.ended(house.rotate(acme, Duration.ZERO).id());
    assertThat(job.state()).isEqualTo(Job.State.TAKEN_BACK);
    assertThat(job.failure().orElseThrow()).contains("trouble of its own").contains("Try again");
    assertThat(house.secret(acme)).isEqualTo(before);
    assertThat(house.answers(before)).isTrue();
    house.onlyOne(acme);
    assertThat(house.state(acme).trouble().problem()).isPresent();
  }

  @StoreTest
  void cancelledOverlapGoesBackToTheKeyBefore() throws InterruptedException {
    Organisation acme = house.served("Acme", "");
    Secret before = house.secret(acme);
    Job job = house.rotate(acme, Duration.ofSeconds(60));
    house.overlapping(job);
    assertThat(house.secret(acme)).isNotEqualTo(before);
    house.jobs().cancel(job.id(), BY);
    assertThat(house.ended(job.id()).state()).isEqualTo(Job.State.CANCELLED);
    assertThat(house.secret(acme)).isEqualTo(before);
    assertThat(house.answers(before)).isTrue();
    house.onlyOne(acme);
    house.follow();
    assertThat(house.state(acme).word()).isEqualTo("in-use");
  }

  @StoreTest
  void lostAnswerDoublesNothing() throws InterruptedException {
    house.upstream.at("POST /keys", "cut-after-deed");
    Organisation acme = house.served("Acme", "");
    assertThat(house.answers(house.secret(acme))).isTrue();
    UpstreamKey first = house.onlyOne(acme);
    house.upstream.at("POST /keys", "cut-after-deed");
    house.upstream.at("POST /keys", "status=502");
    Job job = house.ended(house.rotate(acme, Duration.ZERO).id());
    assertThat(job.state()).isEqualTo(Job.State.FINISHED);
    assertThat(house.there(acme)).hasSize(2);
    assertThat(house.there(acme).getLast().hash()).isEqualTo(first.hash());
    assertThat(house.there(acme).getLast().disabled()).isTrue();
  }

  @StoreTest
  void killedAtEveryStepNothingDoubled() throws InterruptedException {
    Organisation acme = house.served("Acme", "9");
    for (String slow :
        new String[] {"GET /keys", "POST /keys", "GET /key", "PATCH /keys", "DELETE /keys"}) {
      Secret before = house.secret(acme);
      house.upstream.at(slow, "first-byte=1500");
      long asked = house.upstream.requestCount();
      Job job = house.rotate(acme, Duration.ZERO);
      await().until(() -> house.reached(slow, asked) || house.ended(job));
      house.restart();
      assertThat(house.ended(job.id()).state()).as(slow).isEqualTo(Job.State.FINISHED);
      assertThat(house.secret(acme)).isNotEqualTo(before);
      assertThat(house.answers(house.secret(acme))).isTrue();
      assertThat(house.answers(before)).isFalse();
      assertThat(house.there(acme).stream().filter(key -> !key.disabled())).hasSize(1);
    }
    assertThat(house.there(acme)).hasSize(6);
    house.clock.pass(KeySwitch.GRACE);
    house.follow();
    house.onlyOne(acme);
  }

  @StoreTest
  void lostWayBackIsGoneLater() throws InterruptedException {
    Organisation acme = house.served("Acme", "");
    for (int time = 0; time < 3; time++) house.upstream.at("GET /key", "status=500");
    house.upstream.at("DELETE /keys", "status=503");
    house.ended(house.rotate(acme, Duration.ZERO).id());
    assertThat(house.there(acme)).hasSize(2);
    assertThat(house.state(acme).earlier().getFirst().state()).isEqualTo(State.LEFT);
    house.follow();
    house.onlyOne(acme);
    assertThat(house.state(acme).earlier().getFirst().state()).isEqualTo(State.GONE);
  }

  @StoreTest
  void answerCarriedOutTooLateIsTakenAway() {
    Organisation acme = house.served("Acme", "");
    String hash = house.onlyOne(acme).hash();
    house.orphan(house.onlyOne(acme).name());
    house.keys().sync(BY);
    assertThat(house.onlyOne(acme).hash()).isEqualTo(hash);
  }

  @StoreTest
  void pastedKeyGivesWayToOneOfOurs() throws InterruptedException {
    Organisation acme = house.organisation("Acme", "");
    Secret pasted = Secret.of(OpenRouterSimulator.TEST_KEYS + "pasted-by-an-operator-0001");
    house.organisations.giveKey(acme.id(), pasted, BY);
    house.follow();
    assertThat(house.there(acme)).isEmpty();
    house.ended(house.rotate(acme, Duration.ZERO).id());
    assertThat(house.secret(acme)).isNotEqualTo(pasted);
    assertThat(house.answers(pasted)).isTrue();
    house.organisations.giveKey(acme.id(), pasted, BY);
    house.follow();
    assertThat(house.secret(acme)).isEqualTo(pasted);
    assertThat(house.onlyOne(acme).disabled()).isTrue();
  }

  @StoreTest
  void keyGivenMeanwhileStays() {
    Organisation acme = house.organisation("Acme", "");
    house.upstream.at("POST /keys", "first-byte=1500");
    house.room().follow();
    Secret pasted = Secret.of(OpenRouterSimulator.TEST_KEYS + "pasted-by-an-operator-0001");
    house.organisations.giveKey(acme.id(), pasted, BY);
    house.settle();
    assertThat(house.secret(acme)).isEqualTo(pasted);
    assertThat(house.there(acme)).isEmpty();
  }

  @StoreTest
  void oneRotationAtATime() throws InterruptedException {
    Organisation acme = house.served("Acme", "");
    Job job = house.rotate(acme, Duration.ofSeconds(30));
    assertThatThrownBy(() -> house.rotate(acme, Duration.ZERO))
        .hasMessageContaining("is still running");
    assertThatThrownBy(() -> house.rotate(acme, Duration.ofHours(1)))
        .hasMessage("The overlap is 0 to 600 seconds.");
    house.overlapping(job);
    house.clock.pass(Duration.ofMinutes(10));
    house.ended(job.id());
    house.organisations.suspend(acme.id(), "not paid", BY);
    assertThatThrownBy(() -> house.rotate(acme, Duration.ZERO))
        .hasMessage("Acme is suspended, so no key is made for it.");
  }
}
