package io.innkeeper.infrastructure.login;

import static io.innkeeper.infrastructure.login.LoginHouse.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.LastTry;
import io.innkeeper.infrastructure.LoginOutcome;
import io.innkeeper.store.DyingStore;
import io.innkeeper.store.StoreTest;
import io.innkeeper.store.TestingStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** A try whose process dies before each of its statements, one after the other. */
class KilledLoginTest {
  @TempDir private Path home;

  @StoreTest
  void killedAnywhereItIsToldTrulyAndNotRepeated(TestingStore store) throws Exception {
    try (LoginHouse house = new LoginHouse(store.database(), home)) {
      Environment lab = house.lab("Lab");
      int unknown = 0;
      boolean dead = true;
      for (int statement = 1; dead; statement++) {
        Credential one = house.esx(lab, "svc-" + statement, RIGHT);
        house.ssh.account("svc-" + statement, RIGHT);
        int before = house.ssh.tried().size();
        dead = killed(house, store, one, statement);
        boolean reached = house.ssh.tried().size() > before;
        if (dead && told(house, one, reached)) unknown++;
      }
      assertThat(unknown).as("kills after the password was sent").isPositive();
    }
  }

  private static boolean killed(LoginHouse house, TestingStore store, Credential one, int statement)
      throws Exception {
    try (DyingStore way = DyingStore.of(store, statement)) {
      LoginHouse process = house.beside(way.database());
      try {
        LoginTry _ = process.attempt(one);
      } catch (DyingStore.Killed e) {
        assertThat(way.dead()).isTrue();
      } finally {
        process.stop();
      }
      return way.dead();
    }
  }

  /** Whether its outcome is told to be unknown; then its password isn't sent again either. */
  private static boolean told(LoginHouse house, Credential one, boolean reached)
      throws InterruptedException {
    Optional<LastTry> tried = house.now(one).tried();
    if (reached) assertThat(tried.map(LastTry::outcome)).contains(LoginOutcome.UNKNOWN);
    if (tried.isEmpty()) return false;
    assertThat(house.code(one)).isIn("login-too-soon", "login-known-wrong");
    house.clock.pass(Duration.ofHours(1));
    boolean unknown = tried.get().outcome() == LoginOutcome.UNKNOWN;
    int before = house.ssh.tried().size();
    assertThat(house.code(one)).isEqualTo(unknown ? "login-known-wrong" : "signs-in");
    assertThat(house.ssh.tried()).hasSize(unknown ? before : before + 1);
    return reached;
  }
}
