package io.innkeeper.infrastructure.sync;

import static io.innkeeper.infrastructure.VcfHouse.BY;
import static io.innkeeper.infrastructure.VcfHouse.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.audit.Verification;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.CredentialValue;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.SyncRun;
import io.innkeeper.infrastructure.VcfHouse;
import io.innkeeper.job.Job;
import io.innkeeper.store.Dialect;
import io.innkeeper.store.DyingStore;
import io.innkeeper.store.StoreTest;
import io.innkeeper.store.TestingStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A sync whose process dies before each of its statements, one after the other. */
@SuppressWarnings("NullAway.Init") // made by each test for its store
class KilledSyncTest {
  private static final String BEFORE = "Esx!01-pass'word";
  private static final String AFTER = "Changed-By-Somebody-1!";

  private static final Duration SOON = Duration.ofMillis(5);

  @TempDir private Path home;
  private VcfHouse house;

  @AfterEach
  void close() {
    house.close();
  }

  @StoreTest
  void syncKilledAtEveryStep(TestingStore store) throws InterruptedException {
    house = new VcfHouse(store.database(), home);
    Environment whole = known("Whole");
    changed();
    house.sync(whole);
    Map<String, String> undisturbed = picture(whole);
    SyncRun.Counts counts = house.lastRun(whole).counts();
    assertThat(counts.words())
        .isEqualTo("10 seen, 1 new, 1 changed, 1 missing, 2 without a password.");
    // Every second one on each engine, the odd ones here and the even ones there: together all.
    int statement = store.dialect() == Dialect.SQLITE ? 1 : 2;
    for (boolean dead = true; dead; statement += 2) {
      asBefore();
      Environment one = known("Killed " + statement);
      changed();
      dead = killed(store, one, statement);
      // The store says where to go on; whatever was not ordered yet is ordered now.
      Job job = house.room().syncs().order(one.id(), List.of(), false, BY);
      assertThat(house.ended(job).state()).as(one.name()).isEqualTo(Job.State.FINISHED);
      if (house.room().runs().count(one.id()) == 2)
        assertThat(house.lastRun(one).counts()).as(one.name()).isEqualTo(counts);
      assertThat(picture(one)).as(one.name()).isEqualTo(undisturbed);
    }
    assertThat(statement).as("statements at which it died").isGreaterThan(20);
    assertThat(house.audit.verify()).isInstanceOf(Verification.Whole.class);
    assertThat(house.manager.violations()).isEmpty();
  }

  /** Whether the process died before the sync had ended. */
  private boolean killed(TestingStore store, Environment one, int statement) {
    house.stop();
    try (DyingStore way = DyingStore.of(store, statement)) {
      VcfHouse process = house.beside(way.database());
      try {
        Job job = process.room().syncs().order(one.id(), List.of(), false, BY);
        await()
            .pollDelay(Duration.ZERO)
            .pollInterval(SOON)
            .until(() -> way.dead() || process.running().get(job.id()).state().ended());
      } catch (DyingStore.Killed e) {
        assertThat(way.dead()).isTrue();
      } finally {
        process.stop();
      }
      return way.dead();
    } finally {
      // Its claim on the job runs out, since nobody can tell here that it is dead.
      house.clock.pass(Duration.ofSeconds(31));
      house.restart();
    }
  }

  private Environment known(String name) throws InterruptedException {
    Environment one = house.environment(name, house.managerSpec());
    house.sync(one);
    return one;
  }

  /** One other password, one that is told no more, one account gone, one new. */
  private void changed() {
    house.clock.pass(Duration.ofMinutes(1));
    house.manager.vault().password(id(1), AFTER);
    house.manager.vault().hide(id(2));
    house.manager.vault().reidentify(id(9), id(99));
    house.manager.vault().rename(id(99), "sddc02.lab.example");
  }

  private void asBefore() {
    house.manager.vault().password(id(1), BEFORE);
    house.manager.vault().password(id(2), "k8#Qw*2zP!r7Lt$Vn1aS");
    house.manager.vault().reidentify(id(99), id(9));
    house.manager.vault().rename(id(9), "sddc01.lab.example");
  }

  /** All that the store says about an environment's accounts, without ids. */
  private Map<String, String> picture(Environment one) {
    Map<String, String> all = new TreeMap<>();
    house.credentials(one).forEach((name, credential) -> all.put(name, picture(credential)));
    long lines =
        house.lines().stream()
            .filter(line -> line.verb().equals("environment.sync"))
            .filter(line -> line.subject().contains(one.id().toString()))
            .filter(line -> line.note().contains("1 changed"))
            .count();
    all.put("lines of the audit about it", Long.toString(lines));
    all.put(
        "running",
        house.room().runs().of(one.id(), Optional.empty(), 9).stream()
            .filter(run -> run.ended().isEmpty())
            .toList()
            .toString());
    return all;
  }

  private String picture(Credential one) {
    List<Object> facts = new ArrayList<>();
    facts.add(house.passwords(one));
    facts.add(one.missingSince().isPresent());
    facts.add(one.unreadableSince().isPresent());
    facts.add(one.lifetime().expiresAt());
    for (CredentialValue value : house.history(one))
      facts.add(value.number() + value.origin().word());
    return facts.toString();
  }
}
