package io.innkeeper.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.ValueStore;
import io.innkeeper.infrastructure.reading.ReadingRoom;
import io.innkeeper.infrastructure.reading.TestingVault;
import io.innkeeper.infrastructure.room.InfrastructureRoom;
import io.innkeeper.job.Job;
import io.innkeeper.job.JobSettings;
import io.innkeeper.job.Jobs;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.TestingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {
  private static final List<SealedPlace> PLACES =
      Stream.concat(InfrastructureRoom.sealedPlaces().stream(), ReadingRoom.sealedPlaces().stream())
          .toList();

  @TempDir Path home;
  private final TestingClock clock = new TestingClock(Instant.parse("2026-11-29T12:00:00Z"));
  private TestingVault vault;
  private Credential root;
  private Environment lab;

  @BeforeEach
  void open(Database database) {
    vault = new TestingVault(database, box(), clock);
    lab = vault.environment("lab-waw");
    vault.many(lab, 1_200);
    vault.drillKey();
    root = vault.account(lab, "vc01", "root", "First1!", "Second2!");
    vault.account(lab, "damaged", "root", "Lost1!");
    database.change(
        handle ->
            handle.execute(
                "update credential_values set sealed = 'AAAA' where credential_id ="
                    + " (select id from credentials where resource_name = 'damaged')"));
  }

  private SecretBox box() {
    return SecretBox.open(home.resolve("master.key"));
  }

  private List<String> sealed() {
    return vault.database.read(
        handle ->
            handle
                .createQuery(
                    "select sealed from credential_values where sealed <> 'AAAA' union all select"
                        + " sealed_password from environment_sources union all select"
                        + " sealed_drill_key from break_glass_copy")
                .mapTo(String.class)
                .list());
  }

  private Jobs jobs() {
    return new Jobs(
        vault.database, new Ids(clock), clock, new JobSettings(1, Duration.ofDays(1)), vault.audit);
  }

  private KeyRotation rotation(Jobs jobs) {
    // A process that was started anew reads the key file anew.
    return new SealingRoom(
            new SealingRoom.Needs(vault.database, box(), vault.audit, jobs, clock), PLACES)
        .rotation();
  }

  @StoreTest
  void killedAnywhereItGoesOnWithTheSameKey() throws InterruptedException {
    SecretBox running = vault.box;
    String before = running.keyId();
    try (Jobs jobs = jobs()) {
      KeyRotation work = rotation(jobs);
      jobs.register(List.of(work));
      Job job = work.order(TestingVault.BY);
      Map<String, String> facts = new HashMap<>();
      for (int step = 0; step < 2; step++) {
        // Each step may have been done when the process died: doing it again changes nothing.
        rotation(jobs).steps(job).get(step).act().run(new DyingProgress(facts, 9));
        rotation(jobs).steps(job).get(step).act().run(new DyingProgress(facts, 9));
      }
      String fresh = box().keyId();
      assertThat(fresh).isNotEqualTo(before);
      assertThat(running.keyId()).as("another process seals with it too").isEqualTo(fresh);
      assertThatThrownBy(
              () -> rotation(jobs).steps(job).get(2).act().run(new DyingProgress(facts, 1)))
          .isInstanceOf(InterruptedException.class);
      assertThat(sealed().stream().filter(running::stale).count()).isBetween(1L, 1_203L);

      for (int step = 2; step < rotation(jobs).steps(job).size(); step++)
        rotation(jobs).steps(job).get(step).act().run(new DyingProgress(facts, 99));

      assertThat(sealed()).hasSize(1_203 + 1).noneMatch(running::stale);
      assertThat(box().keyId()).isEqualTo(fresh);
    }
    assertThat(opened(running, 1)).isEqualTo("First1!");
    assertThat(opened(box(), 2)).isEqualTo("Second2!");
    assertThat(vault.audit.verify()).isInstanceOf(io.innkeeper.audit.Verification.Whole.class);
  }

  @StoreTest
  void killedAfterAnyRowTheRestIsSealedAnewAndNoneTwice() throws InterruptedException {
    int rows = 12;
    Environment small = vault.environment("lab-gda");
    vault.many(small, rows);
    vault.database.change(
        handle ->
            handle.execute(
                "delete from credentials where environment_id = ?", lab.id().toString()));
    vault.box.renew(vault.box.keyId());
    SealedPlace passwords = PLACES.getFirst();
    for (int killed = 1; killed <= rows; killed++) {
      Resealing once = new Resealing(vault.database, box(), List.of(passwords), 1);
      DyingProgress progress = new DyingProgress(Map.of(), killed);
      assertThatThrownBy(() -> once.renew(passwords, seen -> progress.checkCancelled()))
          .isInstanceOf(InterruptedException.class);
      assertThat(passwords().stream().filter(vault.box::stale)).hasSize(rows - killed);
    }
    Resealing last = new Resealing(vault.database, box(), List.of(passwords), 1);
    assertThat(last.renew(passwords, seen -> {}).renewed()).isZero();
  }

  @StoreTest
  void whatChangedMeanwhileIsNotOverwritten() {
    vault.box.renew(vault.box.keyId());
    SealedPlace passwords = PLACES.getFirst();
    SealedPlace.Sealed read =
        vault.database.read(handle -> passwords.next(handle, Optional.empty(), 1)).getFirst();
    vault.database.change(
        handle ->
            handle.execute(
                "update credential_values set sealed = 'newer' where id = ?",
                read.key().getFirst()));
    int replaced = vault.database.write(handle -> passwords.replace(handle, Map.of(read, "older")));
    assertThat(replaced).isZero();
    assertThat(passwords()).contains("newer").doesNotContain("older");
  }

  private List<String> passwords() {
    return vault.database.read(
        handle ->
            handle.createQuery("select sealed from credential_values").mapTo(String.class).list());
  }

  @StoreTest
  void theKeysAreReadableByTheirOwnerOnlyWhateverBecomesOfThem() throws IOException {
    String first = vault.box.keyId();
    vault.box.renew(first);
    vault.box.retire(Set.of(first));
    for (String name : List.of("master.key", "master.key-" + first))
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(name))))
          .as(name)
          .isEqualTo("rw-------");
    assertThatThrownBy(() -> vault.box.retire(Set.of(vault.box.keyId())))
        .as("the one that seals never goes")
        .isInstanceOf(IllegalArgumentException.class);
  }

  @StoreTest
  void aRowThatWasCopiedElsewhereOpensNowhere() {
    Credential other = vault.account(lab, "nsx01", "admin", "Nsx1!");
    vault.database.change(
        handle ->
            handle.execute(
                "update credential_values set sealed = (select sealed from credential_values where"
                    + " credential_id = ? and number = 1) where credential_id = ?",
                root.id().toString(),
                other.id().toString()));
    assertThatThrownBy(
            () ->
                vault.database.read(
                    handle -> new ValueStore(vault.box).open(handle, other.id(), Optional.empty())))
        .hasMessageContaining("another place");
  }

  private String opened(SecretBox with, long number) {
    return vault
        .database
        .read(handle -> new ValueStore(with).open(handle, root.id(), Optional.of(number)))
        .map(ValueStore.Opened::secret)
        .map(Secret::unwrap)
        .orElseThrow();
  }
}
