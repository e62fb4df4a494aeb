package io.innkeeper.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.identity.SignInStore.Kept;
import io.innkeeper.identity.SignInStore.Proof;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SignInStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-29T18:00:00Z");
  private static final UUID TENANT = new UUID(0, 8);
  private static final String HERE = "https://chat.wrzos.example";

  @TempDir Path home;
  private Database database;
  private SignInStore store;

  @BeforeEach
  void open(Database given) {
    database = given;
    store = new SignInStore(SecretBox.open(home.resolve("master.key")));
  }

  @StoreTest
  void whatWasProvenOfAFailedChangeNeverCountsForTheNext() {
    keep(setup("first"), 1);
    prove(1);
    keep(setup("second"), 2);
    prove(2);
    takeBack(2);
    assertThat(newest().setup()).isEqualTo(setup("first"));
    assertThat(newest().secrets().values()).extracting(Secret::unwrap).containsExactly("of first");
    assertThat(newest().version()).isEqualTo(3);
    assertThat(proof()).isEqualTo(new Proof(3, ""));
    takeBack(2);
    assertThat(newest().version()).isEqualTo(3);
  }

  @StoreTest
  void proofOfTheSetupBeforeStaysItsOwn() {
    keep(setup("first"), 1);
    prove(1);
    keep(setup("second"), 2);
    takeBack(2);
    assertThat(proof()).isEqualTo(new Proof(3, HERE));
  }

  @StoreTest
  void firstSetupTakenBackLeavesPasswordsAndItsNumber() {
    keep(setup("first"), 1);
    takeBack(1);
    assertThat(newest().setup()).isEqualTo(SignInSetup.NONE);
    assertThat(newest().version()).isEqualTo(2);
  }

  @StoreTest
  void laterChangeOutlivesAnEarlierOneTakenBack() {
    keep(setup("first"), 1);
    keep(setup("second"), 2);
    takeBack(1);
    assertThat(newest().setup()).isEqualTo(setup("second"));
    assertThat(newest().version()).isEqualTo(2);
  }

  private static SignInSetup setup(String client) {
    ProviderSetup one = new ProviderSetup(Provider.GITHUB, client, "", "", "", "", false);
    return new SignInSetup(List.of(one), AccountRules.NONE);
  }

  private void keep(SignInSetup setup, long version) {
    String client = setup.providers().getFirst().clientId();
    Kept kept =
        new Kept(setup, Map.of(Provider.GITHUB, Secret.of("of " + client)), version, NOW, "anna");
    database.change(handle -> store.insert(handle, TENANT, kept));
  }

  private void prove(long version) {
    database.change(handle -> store.prove(handle, TENANT, version, HERE));
  }

  private void takeBack(long version) {
    database.change(handle -> store.takeBack(handle, TENANT, version));
  }

  private Kept newest() {
    return database.read(handle -> store.newest(handle, TENANT)).orElseThrow();
  }

  private Proof proof() {
    return database.read(handle -> store.proof(handle, TENANT)).orElseThrow();
  }
}
