package io.innkeeper.openrouter.provision;

import static io.innkeeper.openrouter.provision.KeyHouse.BY;
import static io.innkeeper.openrouter.provision.KeyHouse.MANAGEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.innkeeper.job.Job;
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

class KeyOwnersTest {
  private static final Secret FILED =
      Secret.of(OpenRouterSimulator.TEST_KEYS + "from-the-file-0001");

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
  void rotatedKeyStaysThoughTheFileHasTheOldOne() throws InterruptedException {
    Organisation acme = started(FILED);
    house.ended(house.rotate(acme, Duration.ZERO).id());
    Secret made = house.secret(acme);
    assertThat(made).isNotEqualTo(FILED);
    started(FILED);
    started(FILED);
    assertThat(house.secret(acme)).isEqualTo(made);
    assertThat(house.answers(made)).isTrue();
  }

  @StoreTest
  void newKeyInTheFileIsTaken() throws InterruptedException {
    Organisation acme = started(FILED);
    assertThat(house.secret(acme)).isEqualTo(FILED);
    house.ended(house.rotate(acme, Duration.ZERO).id());
    Secret other = Secret.of(OpenRouterSimulator.TEST_KEYS + "from-the-file-0002");
    started(other);
    assertThat(house.secret(acme)).isEqualTo(other);
    assertThat(house.text("SELECT * FROM organisations")).doesNotContain(other.unwrap());
  }

  @StoreTest
  void closedOrganisationTakesNoKeyOfTheFile() {
    Organisation acme = started(FILED);
    house.organisations.close(acme.id(), BY);
    house.follow();
    Organisation before = house.organisations.get(acme.id());
    started(Secret.of(OpenRouterSimulator.TEST_KEYS + "from-the-file-0002"));
    assertThat(house.organisations.get(acme.id())).isEqualTo(before);
  }

  @StoreTest
  void keyOfALostJobIsTakenAway() {
    Organisation acme = house.organisation("Acme", "");
    house.upstream.at("POST /keys", "first-byte=1500");
    house.room().follow();
    await().until(() -> house.reached("POST /keys", 0));
    ProvisionedKey wanted = house.state(acme).earlier().getFirst();
    assertThat(wanted.state()).isEqualTo(State.WANTED);
    boolean _ = house.database.write(handle -> ProvisionedRows.left(handle, wanted.id()));
    house.settle();
    assertThat(house.lastJob().state()).isEqualTo(Job.State.TAKEN_BACK);
    assertThat(house.there(acme)).isEmpty();
    assertThat(house.organisations.upstreamKey(acme.id())).isEmpty();
    house.follow();
    assertThat(house.onlyOne(acme).name()).doesNotStartWith(wanted.tag());
    assertThat(house.state(acme).word()).isEqualTo("in-use");
  }

  @StoreTest
  void whoComesLateMovesNoRow() {
    Organisation acme = house.served("Acme", "");
    ProvisionedKey used = house.state(acme).current().orElseThrow();
    house.database.change(
        handle -> {
          assertThat(ProvisionedRows.left(handle, used.id())).isFalse();
          assertThat(ProvisionedRows.gone(handle, used.id(), house.clock.instant())).isFalse();
          assertThat(ProvisionedRows.made(handle, used.id(), "a", "b", "c", "d")).isFalse();
          assertThatThrownBy(() -> ProvisionedRows.use(handle, used.id(), house.clock.instant()))
              .hasMessage("Somebody else has meanwhile dealt with this key.");
        });
    assertThat(house.state(acme).current()).hasValue(used);
  }

  /** As the server starts with this key in its file. */
  private Organisation started(Secret key) {
    Organisation named = house.organisations.fromEnvironment("acme-1", "Acme", key);
    house.follow();
    return named;
  }
}
