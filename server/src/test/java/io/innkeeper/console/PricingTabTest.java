package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.usage.Prices;
import io.innkeeper.usage.TestingPrices;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prices of models in an organisation's currency: acme/lark-mini costs 0.15 and 0.6 USD. */
class PricingTabTest {
  @TempDir Path home;
  private UsageHouse house;
  private String pricing;

  @BeforeEach
  void open() throws Exception {
    house = new UsageHouse(home);
    pricing = "/usage/" + house.brzoza.slug() + "/pricing";
    new Prices(house.rooms().foundation().database(), TestingPrices::reading, house.clock)
        .refresh();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private String page(String query) {
    return house.viewer(pricing + query).body();
  }

  private String mini(String query) {
    return house
        .viewer(pricing + "/csv" + query)
        .body()
        .lines()
        .filter(line -> line.startsWith("\"acme/lark-mini\","))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void pricesAreInItsCurrencyAtTodaysRateWithDollarsBelow() {
    // List 0.15 × 3.7323; billed 0.15 × 1.3 × 3.7323.
    assertThat(page(""))
        .contains(">0.5598<small>USD 0.1500</small>", ">0.7278<small>USD 0.1950</small>")
        .contains("PLN for a million tokens, USD below it.", "list price × 1.30")
        .contains("1 USD = 3.7323 PLN, NBP A, table ", " of 19 Nov 2026.")
        .contains("Prices are at the rate of today");
    assertThat(page("?lang=pl")).contains("PLN za milion tokenów, poniżej w USD.", ">0,5598<");
    assertThat(mini(""))
        .contains("\"0.15\",\"0.6\",\"0.195\",\"0.78\"")
        .contains("\"0.7277985\",\"2.911194\",\"PLN\",\"3.7323\",\"NBP A\"")
        .endsWith("\"2026-11-19\",\"no\"");
  }

  @Test
  void dollarsStayAloneWhereTheyAreAskedFor() {
    assertThat(page("?currency=USD"))
        .contains(">0.1500</td>", ">0.1950</td>", "USD for a million tokens. Billed is")
        .doesNotContain("<small>USD", "1 USD =", "rate of today");
    assertThat(mini("?currency=USD"))
        .endsWith("\"0.195\",\"0.78\",\"USD\",\"\",\"\",\"\",\"\",\"\"");
  }

  @Test
  void aStandInIsMarkedAndAMissingRateLeavesDollars() {
    house.rates.publish(LocalDate.of(2026, 11, 19), "3.9", true);
    assertThat(page("")).contains(">0.5850<", "This rate stands in for one");
    assertThat(mini("")).endsWith("\"2026-11-19\",\"yes\"");
    house.rates.forget();
    assertThat(page(""))
        .contains("No rate of PLN is known for today, so prices are in USD.", ">0.1500</td>");
    assertThat(mini("")).contains("\"0.195\",\"0.78\",\"USD\",\"\"");
  }
}
