package io.innkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.gateway.Tariff;
import io.innkeeper.money.Usd;
import io.innkeeper.usage.PriceList;
import io.innkeeper.usage.TestingPrices;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ListTariffTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private final Tariff tariff = new ListTariff(TestingPrices.list());

  @Test
  void theDearestOfManyIsEachOnesAtLeast() {
    Tariff.Price dearest = tariff.dearest(model -> true).orElseThrow();
    TestingPrices.list()
        .priced(model -> true)
        .forEach(
            price -> {
              Usd one = price.worstCase(1_000, 1_000, NOON);
              assertThat(dearest.worstCase(1_000, 1_000, NOON)).isGreaterThanOrEqualTo(one);
              assertThat(dearest.picture(NOON)).isGreaterThanOrEqualTo(price.picture(NOON));
            });
  }

  @Test
  void onlyWhatIsAllowedCounts() {
    assertThat(tariff.dearest("acme/lark-mini"::equals).orElseThrow().worstCase(1_000, 1_000, NOON))
        .isEqualTo(Usd.parse("0.00075"));
    assertThat(tariff.dearest(model -> false)).isEmpty();
    assertThat(new ListTariff(PriceList.EMPTY).dearest(model -> true)).isEmpty();
  }
}
