package io.innkeeper.infrastructure.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.audit.AuditLine;
import io.innkeeper.client.age.AgeKey;
import io.innkeeper.client.age.AgeOpen;
import io.innkeeper.client.glass.GlassAccount;
import io.innkeeper.client.glass.GlassReader;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.SourceKind;
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

class BreakGlassTest {
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
    vault.account(lab, "esx01", "root", "First1!", "k8#\"\\Qw\nż");
    vault.account(lab, "edge01", "root");
  }

  private GlassReader.Whole opened(AgeKey with) throws IOException {
    found.clear();
    try (AgeOpen open = AgeOpen.with(Files.newInputStream(glass.path()), with)) {
      return GlassReader.read(open, found::add);
    }
  }

  @StoreTest
  void theCopyOpensWithAPersonsKeyAndHoldsEveryPassword() throws IOException {
    assertThatThrownBy(() -> glass.make(TestingVault.BY)).hasMessageContaining("nobody");

    glass.add(
        "The safe in Warsaw", key.recipient().toUpperCase(java.util.Locale.ROOT), TestingVault.BY);

    GlassReader.Whole whole = opened(key);
    assertThat(whole.end().credentials()).isEqualTo(2);
    assertThat(found.getFirst().passwords())
        .extracting(GlassAccount.Value::password)
        .containsExactly("k8#\"\\Qw\nż", "First1!");
    assertThat(glass.copy().made().orElseThrow().holds()).isEqualTo(new GlassCopy.Holds(1, 2, 2));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(glass.path())))
        .isEqualTo("rw-------");
    assertThat(Files.readString(glass.path(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("esx01", "k8#", "lab-waw");
    assertThatThrownBy(() -> opened(AgeKey.make())).hasMessageContaining("another key");
  }

  @StoreTest
  void theCopyIsMadeAnewAtEachChangeAndNotWithoutOne() throws IOException {
    glass.add("safe", key.recipient(), TestingVault.BY);
    assertThat(glass.freshen()).isEmpty();

    vault.account(lab, "esx02", "root", "Another1!");

    assertThat(glass.old()).isTrue();
    assertThat(glass.freshen()).isEqualTo("Made anew: 3 credentials.");
    assertThat(opened(key).end().passwords()).isEqualTo(3);
    vault.environments.remove(lab.id(), TestingVault.BY);
    assertThat(glass.freshen()).isNotEmpty();
    Files.delete(glass.path());
    assertThat(glass.freshen()).isNotEmpty();
  }

  @StoreTest
  void theDrillTellsACopyThatIsNotWhatIsStored() throws IOException {
    glass.add("safe", key.recipient(), TestingVault.BY);
    assertThat(glass.drill()).isEqualTo("2 of 2 credentials equal.");
    byte[] copy = Files.readAllBytes(glass.path());
    copy[copy.length - 1] ^= 1;
    Files.write(glass.path(), copy);

    assertThatThrownBy(glass::drill)
        .isInstanceOf(Fault.class)
        .hasMessageContaining("does not open");

    assertThat(glass.copy().drill().orElseThrow().whole()).isFalse();
    assertThat(vault.lines()).anyMatch(line -> line.verb().equals("break-glass.drill"));
  }

  @StoreTest
  void whoOpenedItProvesItByWhatStandsInIt() throws IOException {
    glass.add("safe", key.recipient(), TestingVault.BY);
    String proof = opened(key).head().proof();
    assertThatThrownBy(() -> glass.opened("AAAA-AAAA", TestingVault.BY))
        .hasMessageContaining("does not stand");
    assertThat(glass.opened(proof.toLowerCase(java.util.Locale.ROOT), TestingVault.BY).opened())
        .isPresent();
  }

  @StoreTest
  void withoutItsAuditLineThereIsNoNewCopy(Database database) throws IOException {
    glass.add("safe", key.recipient(), TestingVault.BY);
    byte[] before = Files.readAllBytes(glass.path());
    database.change(handle -> handle.execute("alter table audit_lines rename to audit_gone"));
    assertThatThrownBy(() -> glass.make(TestingVault.BY))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo("audit-down"));
    assertThat(Files.readAllBytes(glass.path())).isEqualTo(before);
  }

  @StoreTest
  void aRecipientThatIsTakenAwayOpensNoLaterCopy() throws IOException {
    Recipient one = glass.add("safe", key.recipient(), TestingVault.BY);
    AgeKey other = AgeKey.make();
    glass.add("notary", other.recipient(), TestingVault.BY);
    opened(key);

    glass.remove(one.id(), TestingVault.BY);

    opened(other);
    assertThatThrownBy(() -> opened(key)).hasMessageContaining("another key");
  }

  @StoreTest
  void whoIsTakenAwayWhileItIsMadeOpensNothing(Database database) throws IOException {
    AgeKey other = AgeKey.make();
    glass.add("safe", key.recipient(), TestingVault.BY);
    glass.add("notary", other.recipient(), TestingVault.BY);
    // The file asks for the time when it begins to be written.
    Clock late =
        new Interrupted(
            clock,
            () ->
                database.change(
                    handle ->
                        handle.execute("delete from break_glass_recipients where name = 'safe'")));
    Reading.Ground ground = new Reading.Ground(database, vault.box, vault.audit, vault.ids, late);
    BreakGlass racing = new BreakGlass(ground, home.resolve("break-glass"));

    racing.make(TestingVault.BY);

    opened(other);
    assertThatThrownBy(() -> opened(key)).hasMessageContaining("another key");
    assertThat(glass.old()).isFalse();
  }

  @StoreTest
  void aShareThatIsNotThereIsNotMadeUpAndNotTriedWithoutEnd() throws IOException {
    Path share = home.resolve("share");
    BreakGlass away = new BreakGlass(vault.ground(), new BreakGlass.Place(share, true));
    assertThatThrownBy(() -> away.add("safe", key.recipient(), TestingVault.BY))
        .hasMessageContaining("could not");
    assertThat(away.recipients()).isEmpty();
    assertThat(share).doesNotExist();

    Files.createDirectory(share);
    away.add("safe", key.recipient(), TestingVault.BY);
    Files.delete(away.path());
    Files.delete(share);
    assertThat(away.old()).isTrue();
    assertThatThrownBy(away::freshen).isInstanceOf(Fault.class);
    assertThat(away.freshen()).as("waits a while").isEmpty();
    assertThat(vault.lines())
        .filteredOn(line -> line.verb().equals("break-glass.make"))
        .extracting(AuditLine::result)
        .containsExactly("failed", "done");
    Files.createDirectory(share);
    clock.pass(Duration.ofMinutes(2));
    assertThat(away.freshen()).isNotEmpty();
    Files.writeString(away.path(), "another file");
    assertThat(away.old()).isTrue();
  }

  @StoreTest
  void withTheLastRecipientTheFileGoes() {
    Recipient one = glass.add("safe", key.recipient(), TestingVault.BY);
    glass.remove(one.id(), TestingVault.BY);
    assertThat(glass.path()).doesNotExist();
    assertThat(glass.copy()).isEqualTo(GlassCopy.NONE);
    assertThat(glass.freshen()).isEmpty();
  }

  @StoreTest
  void aPasswordThatDoesNotOpenIsToldAndTheDrillIsRed(Database database) throws IOException {
    database.change(
        handle -> handle.execute("update credential_values set sealed = 'AAAA' where number = 2"));
    glass.add("safe", key.recipient(), TestingVault.BY);
    opened(key);
    assertThat(found.getFirst().passwords())
        .extracting(GlassAccount.Value::opens)
        .containsExactly(false, true);
    assertThatThrownBy(glass::drill).hasMessageContaining("1 passwords do not open");
  }

  @StoreTest
  void theCopySaysWhatHoldsNoMore() throws IOException {
    vault.account(lab, SourceKind.INSTALLER, "esx01", "root", "Initial1!");
    Environment gone = vault.environment("gone");
    vault.account(gone, "old", "root", "Old1!");
    vault.environments.remove(gone.id(), TestingVault.BY);
    glass.add("safe", key.recipient(), TestingVault.BY);
    opened(key);
    assertThat(found).extracting(GlassAccount::initial).containsExactly(false, false, true, false);
    assertThat(found.getLast().removedAt()).isNotNull();
    assertThat(found.getLast().environmentId()).isEqualTo(gone.id());
  }
}
