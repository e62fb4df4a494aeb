package io.innkeeper.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.fault.Fault;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.TestingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

class PricesTest {
  private final TestingClock clock = new TestingClock();
  private List<OfferedModel> upstream = TestingPrices.offers();
  private boolean down;

  private Prices prices(Database database) {
    return new Prices(database, this::fetch, clock);
  }

  private PriceReading fetch() {
    if (down) throw Fault.of(Fault.Kind.UNAVAILABLE, "down", "The upstream does not answer.");
    return new PriceReading(upstream, Set.of());
  }

  @StoreTest
  void whatWasReadIsKept(Database database) {
    prices(database).refresh();
    assertThat(prices(database).list().offers()).containsExactlyElementsOf(upstream);
  }

  @StoreTest
  void lastGoodPricesOutliveTheUpstreamsSilence(Database database) {
    Prices prices = prices(database);
    prices.refresh();
    Instant read = clock.instant();
    clock.pass(Duration.ofHours(1));
    down = true;
    assertThatThrownBy(prices::refresh).isInstanceOf(Fault.class);
    assertThat(prices.list().offers()).hasSize(6);
    assertThat(prices.age().asOf()).hasValue(read);
    assertThat(prices.age().problem()).hasValue("The upstream does not answer.");
  }

  @StoreTest
  void freshPricesAreNotAskedForAgain(Database database) {
    Prices prices = prices(database);
    prices.refreshIfOlderThan(Duration.ofHours(1));
    Instant read = clock.instant();
    clock.pass(Duration.ofMinutes(59));
    prices.refreshIfOlderThan(Duration.ofHours(1));
    assertThat(prices.age().asOf()).hasValue(read);
    clock.pass(Duration.ofMinutes(1));
    prices.refreshIfOlderThan(Duration.ofHours(1));
    assertThat(prices.age().asOf()).hasValue(clock.instant());
  }

  @StoreTest
  void earlierPricesAreRemembered(Database database) {
    Prices prices = prices(database);
    prices.refresh();
    Instant before = clock.instant();
    clock.pass(Duration.ofDays(1));
    ModelPrice mini = TestingPrices.of("acme/lark-mini");
    upstream = List.of(TestingPrices.repriced("acme/lark-mini", "0.0000002"));
    prices.refresh();
    assertThat(prices.at("acme/lark-mini", before)).hasValue(mini);
    assertThat(prices.at("acme/lark-mini", clock.instant())).hasValue(upstream.getFirst().price());
    assertThat(prices.at("acme/lark-large", clock.instant())).isEmpty();
    assertThat(prices.list().offers()).containsExactlyElementsOf(upstream);
  }

  @StoreTest
  void anotherProcessSeesAChangeSoon(Database database) {
    Prices one = prices(database);
    Prices other = prices(database);
    assertThat(other.list().isEmpty()).isTrue();
    one.refresh();
    clock.pass(Duration.ofSeconds(11));
    assertThat(other.list().offers()).hasSize(6);
  }
}
