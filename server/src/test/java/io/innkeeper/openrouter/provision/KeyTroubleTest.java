package io.innkeeper.openrouter.provision;

import static io.innkeeper.openrouter.provision.KeyHouse.BY;
import static io.innkeeper.openrouter.provision.KeyHouse.MANAGEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.job.Job;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class KeyTroubleTest {
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
  void suspendedThoughTheUpstreamWasInTrouble() throws InterruptedException {
    Organisation acme = house.served("Acme", "");
    Secret key = house.secret(acme);
    refusedRotation(acme);
    house.organisations.suspend(acme.id(), "not paid", BY);
    house.follow();
    assertThat(house.answers(key)).isFalse();
    assertThat(house.onlyOne(acme).disabled()).isTrue();
  }

  @StoreTest
  void resumedAtOnceAfterARefusedRotation() throws InterruptedException {
    Organisation acme = house.served("Acme", "");
    Secret key = house.secret(acme);
    refusedRotation(acme);
    house.organisations.suspend(acme.id(), "not paid", BY);
    house.follow();
    refusedBudget(acme);
    house.organisations.resume(acme.id(), BY);
    house.follow();
    assertThat(house.answers(key)).isTrue();
  }

  @StoreTest
  void closedThoughTheUpstreamWasInTrouble() throws InterruptedException {
    Organisation acme = house.served("Acme", "");
    Secret key = house.secret(acme);
    refusedRotation(acme);
    house.organisations.close(acme.id(), BY);
    house.follow();
    assertThat(house.answers(key)).isFalse();
    assertThat(house.organisations.upstreamKey(acme.id())).isEmpty();
  }

  @StoreTest
  void standingIsTriedByTheMinute() {
    Organisation acme = house.served("Acme", "");
    Secret key = house.secret(acme);
    house.organisations.suspend(acme.id(), "not paid", BY);
    for (int time = 0; time < 3; time++) {
      house.upstream.at("PATCH /keys", "status=503");
      assertThat(asked(house::follow)).isOne();
      assertThat(asked(house::follow)).isZero();
      house.clock.pass(Duration.ofSeconds(61));
    }
    house.follow();
    assertThat(house.answers(key)).isFalse();
  }

  @StoreTest
  void ownRefusalIsNoTroubleOfTheUpstream() throws InterruptedException {
    Organisation acme = house.served("Acme", "");
    house.upstream.at("GET /keys", "first-byte=1500");
    long asked = house.upstream.requestCount();
    Job job = house.rotate(acme, Duration.ZERO);
    await().until(() -> house.reached("GET /keys", asked));
    house.organisations.suspend(acme.id(), "not paid", BY);
    assertThat(house.ended(job.id()).failure().orElseThrow()).contains("Acme is suspended");
    assertThat(house.state(acme).trouble().problem()).isEmpty();
  }

  @StoreTest
  void anotherAccountsManagementKeyLosesNothing() {
    Organisation acme = house.served("Acme", "");
    Secret key = house.secret(acme);
    Job made = house.lastJob();
    house.upstream.at("PATCH /keys", "error=not-found");
    house.budget(acme, "7");
    house.follow();
    assertThat(house.state(acme).word()).isEqualTo("in-use");
    assertThat(house.state(acme).trouble().drift().orElseThrow()).startsWith("The key works, but");
    assertThat(house.state(acme).trouble().problem()).isPresent();
    assertThat(asked(house::follow)).isZero();
    assertThat(house.secret(acme)).isEqualTo(key);
    assertThat(house.lastJob().id()).isEqualTo(made.id());
  }

  @StoreTest
  void lostKeyIsMadeAnewForWhoIsServed() {
    Organisation acme = house.served("Acme", "");
    Secret before = house.secret(acme);
    house.client.delete(house.onlyOne(acme).hash()).orFault();
    house.organisations.suspend(acme.id(), "not paid", BY);
    house.follow();
    assertThat(house.state(acme).word()).isEqualTo("lost");
    assertThat(house.there(acme)).isEmpty();
    house.organisations.resume(acme.id(), BY);
    house.follow();
    assertThat(house.secret(acme)).isNotEqualTo(before);
    assertThat(house.answers(house.secret(acme))).isTrue();
  }

  @StoreTest
  void leftoverWaitsAsLongAsTheUpstreamAsks() throws InterruptedException {
    Organisation acme = house.served("Acme", "");
    Secret before = house.secret(acme);
    for (int time = 0; time < 2; time++)
      house.upstream.at("PATCH /keys", "error=rate-limit, retry-after=300");
    house.ended(house.rotate(acme, Duration.ZERO).id());
    assertThat(asked(house::follow)).isOne();
    house.clock.pass(Duration.ofSeconds(61));
    assertThat(asked(house::follow)).isZero();
    house.clock.pass(Duration.ofSeconds(240));
    house.follow();
    assertThat(house.answers(before)).isFalse();
  }

  @StoreTest
  void changeThatChangesNothingIsNotRepeated() {
    Organisation acme = house.served("Acme", "");
    house.upstream.at("PATCH /keys", "deaf");
    house.budget(acme, "8");
    house.follow();
    assertThat(house.state(acme).trouble().problem())
        .hasValue(
            "Tried to change a key, but in OpenRouter's answer its cap was none instead of USD 10.");
    assertThat(asked(house::follow)).isZero();
    house.keys().sync(BY);
    assertThat(house.onlyOne(acme).limit()).hasValue(Usd.parse("10"));
    assertThat(house.state(acme).trouble().problem()).isEmpty();
  }

  @StoreTest
  void followingWritesNothingWhileAllIsInStep() {
    house.served("Acme", "5");
    house.follow();
    house.database.change(
        handle -> {
          handle.execute("UPDATE organisations SET version = version");
          CompletableFuture.runAsync(house.room()::follow).orTimeout(20, TimeUnit.SECONDS).join();
        });
  }

  @StoreTest
  void followerSurvivesWhatNobodyForesaw() {
    house.failingAccount.set(true);
    house.room().start();
    await().until(() -> !house.failingAccount.get());
    Organisation acme = house.organisation("Acme", "");
    await().until(() -> house.state(acme).word().equals("in-use"));
  }

  @StoreTest
  void oneOrganisationKeepsNoOtherFromItsKey() {
    Organisation acme = house.served("Acme", "");
    Organisation borch = house.served("Borch", "");
    house.budget(acme, "4");
    house.budget(borch, "8");
    house.failingBudget.set(true);
    house.follow();
    assertThat(house.onlyOne(acme).limit()).isEmpty();
    assertThat(house.onlyOne(borch).limit()).hasValue(Usd.parse("10"));
    house.follow();
    assertThat(house.onlyOne(acme).limit()).hasValue(Usd.parse("5"));
  }

  private void refusedRotation(Organisation one) throws InterruptedException {
    house.upstream.at("POST /keys", "error=management-only");
    Job job = house.ended(house.rotate(one, Duration.ZERO).id());
    assertThat(job.state()).isEqualTo(Job.State.TAKEN_BACK);
    assertThat(house.state(one).trouble().retryAt()).isPresent();
  }

  private void refusedBudget(Organisation one) {
    house.upstream.at("PATCH /keys", "error=management-only");
    house.budget(one, "6");
    house.follow();
    assertThat(house.state(one).trouble().retryAt()).isPresent();
  }

  /** How often the upstream is asked meanwhile. */
  private long asked(Runnable deed) {
    long before = house.upstream.requestCount();
    deed.run();
    return house.upstream.requestCount() - before;
  }
}
