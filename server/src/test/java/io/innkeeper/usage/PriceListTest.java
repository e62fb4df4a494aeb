package io.innkeeper.usage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PriceListTest {
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
  void pricesThatVaryAreNoPrices() {
    assertThat(list.priced(model -> true))
        .extracting(ModelPrice::model)
        .contains("acme/lark-mini", "acme/lark-large")
        .doesNotContain("openrouter/auto");
    assertThat(list.priced(model -> model.equals("acme/lark-mini"))).hasSize(1);
  }
}
