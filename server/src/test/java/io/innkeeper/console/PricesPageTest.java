package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.caller.Role;
import io.innkeeper.client.OrganisationChange;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.simulators.banks.BankSimulator;
import io.innkeeper.simulators.banks.BankSimulator.Bank;
import io.innkeeper.simulators.openrouter.OpenRouterSimulator;
import io.innkeeper.testing.TestingClock;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricesPageTest {
  @TempDir private Path home;
  private final TestingClock clock = new TestingClock(Instant.parse("2026-11-12T16:00:00Z"));
  private BankSimulator banks;
  private OpenRouterSimulator upstream;
  private TestingServer inn;
  private TestingVisitor operator;
  private TestingVisitor viewer;

  @BeforeEach
  void begin() {
    banks = BankSimulator.start(0, clock);
    upstream = OpenRouterSimulator.start(0);
    inn =
        TestingServer.at(
            clock,
            home,
            "--innkeeper.openrouter.base-url=" + upstream.baseUrl(),
            "--innkeeper.rates.nbp-url=" + banks.nbpUrl(),
            "--innkeeper.rates.ecb-url=" + banks.ecbUrl());
    operator = TestingVisitor.named(inn.server(), "marta", Role.OPERATOR);
    viewer = TestingVisitor.named(inn.server(), "kuba", Role.VIEWER);
  }

  @AfterEach
  void end() {
    operator.close();
    viewer.close();
    inn.close();
    upstream.close();
    banks.close();
  }

  @Test
  void ratesShowByDayWithTableAndSource() {
    assertThat(viewer.get("/prices").body())
        .contains("No rate of PLN is known", "No price is known yet")
        .doesNotContain("Read rates now");
    assertThat(viewer.post("/prices/read-rates", Map.of()).statusCode()).isEqualTo(403);
    paysIn("EUR");
    assertThat(operator.post("/prices/read-rates", Map.of()).statusCode()).isEqualTo(303);
    assertThat(viewer.get("/prices").body())
        .contains("220/A/NBP/2026", "3.8125", "Fri 13 Nov 2026", "NBP A read now", ">today<")
        .contains("NBP bids 3.7744 and asks 3.8506 PLN for 1 USD, traded Tue 10 Nov 2026")
        .contains("table 220/C/NBP/2026 of Thu 12 Nov 2026", "NBP C read now")
        .doesNotContain(">stands in<");
    assertThat(viewer.get("/prices?currency=EUR").body())
        .contains(
            "EUR for 1 USD",
            "0.8889",
            "title=\"0.88888888888888888889\"",
            "<td class=\"second\">ECB");
  }

  @Test
  void whatStandsInIsMarkedAndWhyIsSaid() {
    inn.server().rooms().money().rates().catchUp();
    clock.pass(Duration.ofDays(2));
    banks.behave(Bank.NBP, "html");
    try (TestingVisitor later = TestingVisitor.named(inn.server(), "ola", Role.OPERATOR)) {
      assertThat(later.post("/prices/read-rates", Map.of()).statusCode()).isEqualTo(502);
      assertThat(later.get("/prices").body())
          .contains(">stands in<", "answer is not what it should be");
    }
  }

  @Test
  void modelsShowWithTheirPricesAndAreFound() {
    inn.server().rooms().money().prices().refresh();
    assertThat(viewer.get("/prices").body())
        .contains("acme/lark-mini", "0.1500", "variable", "1,000,000", "cache read 0.075")
        .contains(">now</time>");
    assertThat(viewer.fragment("/prices?q=night", "list").body())
        .contains("nimbus/night-owl", "each request 0.0005")
        .doesNotContain("acme/lark-mini", "<h1>");
    assertThat(viewer.get("/prices?q=nothing-like-it").body()).contains("No model matches");
    assertThat(viewer.get("/prices/commands").body()).contains("innkeeper rate list");
  }

  @Test
  void clientsDoNotSeeWhatOthersPayIn() {
    Organisation one = inn.organisation("Atelier Korb");
    try (TestingVisitor client = TestingVisitor.client(inn.server(), "anna", one.id())) {
      assertThat(client.get("/prices").statusCode()).isEqualTo(403);
      assertThat(client.get("/usage").body()).doesNotContain("Prices and rates");
    }
  }

  private void paysIn(String currency) {
    Organisation one = inn.organisation("Nordwind");
    OrganisationChange change =
        new OrganisationChange(null, null, currency, null, null, null, null);
    inn.server()
        .rooms()
        .entrance()
        .organisations()
        .change(one.id(), one.spec().changed(change), one.version(), TestingServer.BY);
  }
}
