package io.innkeeper.infrastructure.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.client.age.AgeKey;
import io.innkeeper.client.age.AgeOpen;
import io.innkeeper.client.glass.GlassAccount;
import io.innkeeper.client.glass.GlassReader;
import io.innkeeper.infrastructure.Account;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.CredentialStore;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.TestingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The copy follows whatever it tells, and stays whole whoever else writes it. */
class GlassChangesTest {
  @TempDir Path home;
  private final TestingClock clock = new TestingClock(Instant.parse("2026-11-29T12:00:00Z"));
  private final AgeKey key = AgeKey.make();
  private final List<GlassAccount> found = new ArrayList<>();
  private TestingVault vault;
  private BreakGlass glass;
  private Environment lab;

  @BeforeEach
  void open(Database database) {
    vault = new TestingVault(database, SecretBox.open(home.resolve("master.key")), clock);
    glass = new BreakGlass(vault.ground(), home.resolve("break-glass"));
    lab = vault.environment("lab-waw");
    vault.account(lab, "esx01", "root", "First1!");
    vault.account(lab, "edge01", "root");
  }

  private GlassReader.Whole opened() throws IOException {
    found.clear();
    try (AgeOpen open = AgeOpen.with(Files.newInputStream(glass.path()), key)) {
      return GlassReader.read(open, found::add);
    }
  }

  @StoreTest
  void whateverTheCopyTellsMakesItAnew(Database database) throws IOException {
    Credential gone = vault.account(lab, "esx02", "root", "Second1!");
    Credential back = vault.account(lab, "esx03", "root", "Third1!");
    CredentialStore store = new CredentialStore();
    database.change(handle -> store.miss(handle, List.of(back.id()), clock.instant()));
    glass.add("safe", key.recipient(), TestingVault.BY);

    clock.pass(Duration.ofHours(1));
    database.change(
        handle -> {
          store.update(handle, List.of(back), vault.ids.next());
          store.miss(handle, List.of(gone.id()), clock.instant());
        });
    assertThat(glass.old()).isTrue();
    glass.freshen();

    Account was = back.account();
    Account moved =
        new Account(
            was.apiId(),
            was.resourceId(),
            was.resourceName(),
            was.resourceType(),
            "10.0.0.9",
            List.of("lab-w01"),
            was.username(),
            was.credentialType(),
            was.accountType());
    database.change(
        handle -> store.update(handle, List.of(vault.called(back, moved)), vault.ids.next()));
    assertThat(glass.freshen()).isNotEmpty();
    opened();
    assertThat(found).anyMatch(one -> one.domains().contains("lab-w01"));
    assertThat(glass.freshen()).isEmpty();
  }

  @StoreTest
  void twoProcessesOnOneFolderLeaveAWholeCopy(Database database) throws IOException {
    glass.add("safe", key.recipient(), TestingVault.BY);
    // The second time, its own file is begun: then the other process makes one from start to end.
    int[] asked = {0};
    Clock late =
        new Interrupted(
            clock,
            () -> {
              if (++asked[0] != 2) return;
              vault.account(lab, "esx09", "root", "Ninth1!");
              glass.make(TestingVault.BY);
            });
    Reading.Ground ground = new Reading.Ground(database, vault.box, vault.audit, vault.ids, late);
    BreakGlass other = new BreakGlass(ground, home.resolve("break-glass"));

    other.make(TestingVault.BY);

    assertThat(asked[0]).isGreaterThanOrEqualTo(2);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(glass.path())))
        .isEqualTo("rw-------");
    assertThat(opened().end().credentials()).isEqualTo(3);
    assertThat(Files.size(glass.path())).isEqualTo(glass.copy().made().orElseThrow().bytes());
    try (var all = Files.list(home.resolve("break-glass"))) {
      assertThat(all).containsExactly(glass.path());
    }
  }
}
