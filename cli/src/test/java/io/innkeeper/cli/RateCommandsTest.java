package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.simulators.banks.BankSimulator;
import io.innkeeper.simulators.openrouter.OpenRouterSimulator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a dollar and what models cost, as the command line tells it. */
class RateCommandsTest {
  @TempDir private static Path directory;
  private static BankSimulator banks;
  private static OpenRouterSimulator upstream;
  private static TestingHouse house;
  private static TestingDesk desk;

  @BeforeAll
  static void open() {
    banks = BankSimulator.start(0, Clock.systemUTC());
    upstream = OpenRouterSimulator.start(0);
    house =
        TestingHouse.in(
            directory,
            "--innkeeper.openrouter.base-url=" + upstream.baseUrl(),
            "--innkeeper.rates.nbp-url=" + banks.nbpUrl(),
            "--innkeeper.rates.ecb-url=" + banks.ecbUrl());
    desk = house.admin();
  }

  @AfterAll
  static void close() {
    house.close();
    upstream.close();
    banks.close();
  }

  @Test
  void ratesAreReadShownAndListed() {
    assertThat(desk.run("rate", "show", "2020-01-07").code()).isEqualTo(6);
    assertThat(desk.done("rate", "refresh", "--from", "2019-12-20").out())
        .contains("tables are new.");
    assertThat(desk.done("rate", "show", "2020-01-07").out())
        .contains("Published for  2020-01-03", "002/A/NBP/2020", "NBP A");
    assertThat(desk.done("rate", "list", "--from", "2020-01-01", "--to", "2020-01-07").out())
        .contains("003/A/NBP/2020", "002/A/NBP/2020", "published");
    assertThat(desk.done("rate", "status").out()).contains("NBP A", "/A/NBP/");
    assertThat(desk.done("rate", "traded", "--from", "2020-01-01", "--to", "2020-01-07").out())
        .contains("003/C/NBP/2020", "002/C/NBP/2020", "NBP C", "2020-01-02");
    String ahead = LocalDate.now(Clock.systemUTC()).plusDays(9).toString();
    assertThat(desk.run("rate", "show", ahead).err()).contains("No bank has published yet");
    assertThat(desk.run("rate", "list", "--currency", "zloty").code()).isEqualTo(3);
    assertThat(desk.done("audit", "list").out()).contains("rate.refresh");
  }

  @Test
  void pricesAreListedWithTheirHistory() {
    house.inn().server().rooms().money().prices().refresh();
    assertThat(desk.done("price", "list").out()).contains("acme/lark-mini", "0.15", "variable");
    assertThat(desk.done("price", "list", "--search", "night", "-q").line())
        .isEqualTo("nimbus/night-owl");
    assertThat(desk.done("price", "history", "acme/lark-mini").out()).contains("0.15", "listed");
    assertThat(desk.run("price", "history", "acme/gone").code()).isEqualTo(6);
    assertThat(desk.run("price", "history", "acme").code()).isEqualTo(2);
    assertThat(desk.run("price", "list", "--state", "old").code()).isEqualTo(3);
  }
}
