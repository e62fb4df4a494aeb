package io.innkeeper.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.fault.Fault;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.TestingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class PriceHistoryTest {
  private final TestingClock clock = new TestingClock();
  private final List<OfferedModel> upstream = new ArrayList<>(TestingPrices.offers());
  private final Set<String> unread = new HashSet<>();

  private PriceHistory read(Database database) {
    new Prices(database, () -> new PriceReading(upstream, unread), clock).refresh();
    return new PriceHistory(database);
  }

  private String state(PriceHistory history, String model) {
    return history.all().stream()
        .filter(one -> one.price().model().equals(model))
        .map(one -> one.state(clock.instant()))
        .reduce("", String::concat);
  }

  @StoreTest
  void whatWasThereFromTheBeginningIsNotNew(Database database) {
    PriceHistory history = read(database);
    assertThat(history.all()).hasSize(6).allMatch(one -> one.firstSeen().isEmpty());
    assertThat(state(history, "acme/lark-mini")).isEqualTo("listed");
  }

  @StoreTest
  void modelIsNewForTwoWeeksAndThenGoneForGood(Database database) {
    OfferedModel late = upstream.removeLast();
    String model = late.price().model();
    read(database);
    clock.pass(Duration.ofDays(1));
    upstream.add(late);
    PriceHistory history = read(database);
    assertThat(state(history, model)).isEqualTo("new");
    clock.pass(Duration.ofDays(14));
    assertThat(state(history, model)).isEqualTo("listed");
    upstream.remove(late);
    read(database);
    assertThat(state(history, model)).isEqualTo("gone");
    assertThat(history.all().getLast().until()).hasValue(clock.instant());
    upstream.add(late);
    assertThat(state(read(database), model)).isEqualTo("listed");
  }

  @StoreTest
  void modelWhosePriceCanNotBeReadKeepsItsLastOne(Database database) {
    OfferedModel garbled = upstream.removeLast();
    String model = garbled.price().model();
    upstream.add(garbled);
    read(database);
    clock.pass(Duration.ofDays(1));
    upstream.remove(garbled);
    unread.add(model);
    PriceHistory history = read(database);
    assertThat(state(history, model)).isEqualTo("listed");
    assertThat(history.of(model))
        .singleElement()
        .satisfies(one -> assertThat(one.price()).isEqualTo(garbled.price()));
    unread.clear();
    assertThat(state(read(database), model)).isEqualTo("gone");
  }

  @StoreTest
  void everyPriceIsRememberedWithItsTime(Database database) {
    read(database);
    clock.pass(Duration.ofDays(2));
    upstream.removeIf(one -> one.price().model().equals("acme/lark-mini"));
    upstream.add(TestingPrices.repriced("acme/lark-mini", "0.0000002"));
    List<PricedModel> found = read(database).of("acme/lark-mini");
    assertThat(found)
        .extracting(one -> one.price().told(PricePart.PROMPT).orElseThrow())
        .containsExactly("0.2", "0.15");
    assertThat(found.getLast().until()).hasValue(clock.instant());
    assertThatThrownBy(() -> new PriceHistory(database).of("acme/lark"))
        .isInstanceOf(Fault.class)
        .hasMessage("There never was a price of “acme/lark”.");
  }

  @StoreTest
  void routersPriceIsVariableAndNoNumber(Database database) {
    PriceHistory history = read(database);
    assertThat(history.of("openrouter/auto").getFirst().price().told(PricePart.PROMPT))
        .hasValue("variable");
    assertThat(TestingPrices.of("nimbus/night-owl").told(PricePart.REQUEST)).hasValue("0.0005");
    assertThat(TestingPrices.of("acme/lark-mini:free").told(PricePart.PROMPT)).hasValue("0");
    assertThat(TestingPrices.of("acme/lark-mini").told(PricePart.AUDIO_IN)).isEmpty();
  }
}
