package io.innkeeper.infrastructure.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.ValueStore;
import io.innkeeper.job.Job;
import io.innkeeper.job.JobSettings;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Progress;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.TestingClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {
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
    database.write(new GlassStore(vault.box)::drillKey);
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
    return new KeyRotation(
        new Reading.Ground(vault.database, box(), vault.audit, vault.ids, clock), jobs);
  }

  /** Ends the process after some questions whether it was cancelled. */
  private static final class Killed implements Progress {
    private final Map<String, String> facts;
    private int left;

    Killed(Map<String, String> facts, int left) {
      this.facts = facts;
      this.left = left;
    }

    @Override
    public void now(String words) {}

    @Override
    public void say(String line) {}

    @Override
    public void remember(String name, String value) {
      facts.put(name, value);
    }

    @Override
    public String recall(String name) {
      return facts.getOrDefault(name, "");
    }

    @Override
    public void checkCancelled() throws InterruptedException {
      if (left-- <= 0) throw new InterruptedException("killed");
    }
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
        rotation(jobs).steps(job).get(step).act().run(new Killed(facts, 9));
        rotation(jobs).steps(job).get(step).act().run(new Killed(facts, 9));
      }
      String fresh = box().keyId();
      assertThat(fresh).isNotEqualTo(before);
      assertThat(running.keyId()).as("another process seals with it too").isEqualTo(fresh);
      assertThatThrownBy(() -> rotation(jobs).steps(job).get(2).act().run(new Killed(facts, 1)))
          .isInstanceOf(InterruptedException.class);
      assertThat(sealed().stream().filter(running::stale).count()).isBetween(1L, 1_203L);

      for (int step = 2; step < 5; step++)
        rotation(jobs).steps(job).get(step).act().run(new Killed(facts, 99));

      assertThat(sealed()).hasSize(1_203 + 1).noneMatch(running::stale);
      assertThat(box().keyId()).isEqualTo(fresh);
    }
    assertThat(opened(running, 1)).isEqualTo("First1!");
    assertThat(opened(box(), 2)).isEqualTo("Second2!");
    assertThat(vault.audit.verify()).isInstanceOf(io.innkeeper.audit.Verification.Whole.class);
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
