package io.innkeeper.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.money.Usd;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PriceListTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private final PriceList list = TestingPrices.list();

  @Test
  void modelIsFoundByIdPermanentNameAndSuffix() {
    assertThat(list.find("acme/lark-mini:free")).get().matches(ModelPrice::free);
    assertThat(list.find("acme/lark-mini-20260801").map(ModelPrice::model))
        .hasValue("acme/lark-mini");
    assertThat(list.find("acme/lark-large:nitro").map(ModelPrice::model))
        .hasValue("acme/lark-large");
    assertThat(list.find("acme/unknown")).isEmpty();
  }

  @Test
  void unknownAndVaryingPricesCountAsTheDearest() {
    Usd dearest = TestingPrices.of("acme/lark-large").worstCase(1000, 1000, NOON);
    assertThat(list.worstCase("openrouter/auto", 1000, 1000, NOON)).hasValue(dearest);
    assertThat(list.worstCase("somebody/new", 1000, 1000, NOON)).hasValue(dearest);
    assertThat(list.worstCase("acme/lark-mini", 1000, 1000, NOON)).hasValue(Usd.parse("0.00075"));
    assertThat(PriceList.EMPTY.worstCase("somebody/new", 1, 1, NOON)).isEmpty();
  }
}
