package io.innkeeper.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.TestingClock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;

class ThrottleTest {
  private static final String HERE = "192.0.2.7";

  private final TestingClock clock = new TestingClock();
  private Database database;
  private Throttle throttle;

  @BeforeEach
  void open(Database store) {
    database = store;
    throttle = new Throttle(store, clock);
  }

  @StoreTest
  void waitsGrowToFiveMinutes() {
    assertThat(waits("anna", 15))
        .containsExactly(0L, 0L, 0L, 1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L, 300L);
  }

  @StoreTest
  void aTryWhileWaitingCountsNothing() {
    waits("anna", 3);
    throttle.begin("anna", HERE);
    for (int i = 0; i < 9; i++)
      assertThat(throttle.begin("anna", HERE)).isEqualTo(new Throttle.Wait(Duration.ofSeconds(1)));
    clock.pass(Duration.ofSeconds(1));
    assertThat(throttle.begin("anna", HERE))
        .isInstanceOfSatisfying(
            Throttle.Go.class, go -> assertThat(go.next()).isEqualTo(Duration.ofSeconds(2)));
  }

  @StoreTest
  void failuresAreForgivenWithTime() {
    waits("anna", 6);
    clock.pass(Duration.ofMinutes(61));
    assertThat(waits("anna", 2)).containsExactly(0L, 1L);
  }

  @StoreTest
  void anAddressThatTriesManyNamesWaits() {
    for (int i = 0; i < 11; i++) throttle.begin("name" + i, HERE);
    assertThat(throttle.begin("another", HERE)).isInstanceOf(Throttle.Wait.class);
    assertThat(throttle.begin("another", "192.0.2.8")).isInstanceOf(Throttle.Go.class);
  }

  @StoreTest
  void onesOwnSuccessDoesNotCleanTheAddress() {
    for (int i = 0; i < 11; i++) {
      Throttle.Go own = (Throttle.Go) throttle.begin("mallory", HERE);
      database.change(handle -> throttle.takeBack(handle, own));
      throttle.begin("name" + i, HERE);
    }
    assertThat(throttle.begin("another", HERE)).isInstanceOf(Throttle.Wait.class);
  }

  @StoreTest
  void oneNetworkOfTheNewProtocolIsOneAddress() {
    for (int i = 0; i < 11; i++) throttle.begin("name" + i, "2001:db8:1:2::" + i);
    assertThat(throttle.begin("another", "2001:db8:1:2:ffff::1")).isInstanceOf(Throttle.Wait.class);
    assertThat(throttle.begin("another", "2001:db8:1:3::1")).isInstanceOf(Throttle.Go.class);
  }

  @StoreTest
  void guessingInParallelGainsNothing() throws Exception {
    Callable<Throttle.Verdict> guess = () -> throttle.begin("anna", HERE);
    try (ExecutorService many = Executors.newFixedThreadPool(8)) {
      long looked = 0;
      for (var verdict : many.invokeAll(Collections.nCopies(24, guess)))
        if (verdict.get() instanceof Throttle.Go) looked++;
      assertThat(looked).isEqualTo(4);
    }
  }

  @StoreTest
  void oldCountsAreForgotten() {
    throttle.begin("anna", HERE);
    clock.pass(Duration.ofDays(2));
    throttle.begin("jan", HERE);
    int rows =
        database.read(
            handle ->
                handle
                    .createQuery("select count(*) from login_attempts")
                    .mapTo(Integer.class)
                    .one());
    assertThat(rows).isEqualTo(2);
  }

  /** Fails from ever new addresses, waiting each time as told; the answer is how long. */
  private List<Long> waits(String name, int times) {
    return IntStream.range(0, times)
        .mapToObj(
            i -> {
              Throttle.Go go = (Throttle.Go) throttle.begin(name, "10.0.0." + i);
              clock.pass(go.next());
              return go.next().toSeconds();
            })
        .toList();
  }
}
