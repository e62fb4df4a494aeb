package io.innkeeper.simulators.banks;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.simulators.banks.BankSimulator.Bank;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BankSimulatorTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private final BankSimulator banks =
      BankSimulator.start(0, Clock.fixed(Instant.parse("2026-11-12T15:30:00Z"), ZoneOffset.UTC));

  @AfterEach
  void close() {
    http.close();
    banks.close();
  }

  private HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> nbp(String path) throws IOException, InterruptedException {
    return get(banks.nbpUrl() + "/exchangerates" + path);
  }

  @Test
  void oneCurrencysDaysAreAnObjectWithTheTablesNumbers() throws Exception {
    assertThat(nbp("/rates/a/usd/2026-11-09/2026-11-12/").body())
        .isEqualTo(
            "{\"table\":\"A\",\"currency\":\"dolar amerykański\",\"code\":\"USD\",\"rates\":["
                + "{\"no\":\"218/A/NBP/2026\",\"effectiveDate\":\"2026-11-09\",\"mid\":3.7990},"
                + "{\"no\":\"219/A/NBP/2026\",\"effectiveDate\":\"2026-11-10\",\"mid\":3.8051},"
                + "{\"no\":\"220/A/NBP/2026\",\"effectiveDate\":\"2026-11-12\",\"mid\":3.8125}]}");
  }

  @Test
  void tableOfTwoPricesTellsTheDayThatItWasTradedOn() throws Exception {
    assertThat(nbp("/tables/c/2026-11-12/").body())
        .startsWith(
            "[{\"table\":\"C\",\"no\":\"220/C/NBP/2026\",\"tradingDate\":\"2026-11-10\","
                + "\"effectiveDate\":\"2026-11-12\",\"rates\":["
                + "{\"currency\":\"dolar amerykański\",\"code\":\"USD\",\"bid\":3.7744,\"ask\":3.8506}");
    assertThat(nbp("/rates/c/usd/2026-11-12/").body())
        .endsWith(
            "{\"no\":\"220/C/NBP/2026\",\"effectiveDate\":\"2026-11-12\",\"bid\":3.7744,\"ask\":3.8506}]}");
    assertThat(nbp("/rates/c/idr/2026-11-12/").statusCode()).isEqualTo(404);
  }

  @Test
  void refusalsAreTextToTheLetter() throws Exception {
    HttpResponse<String> free = nbp("/tables/a/2026-11-11/?format=json");
    assertThat(free.statusCode()).isEqualTo(404);
    assertThat(free.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
    assertThat(free.body()).isEqualTo("404 NotFound - Not Found - Brak danych");
    assertThat(nbp("/tables/a/2026-01-01/2026-06-01/").body())
        .isEqualTo(
            "400 BadRequest - Przekroczony limit 93 dni / Limit of 93 days has been exceeded");
    assertThat(nbp("/rates/a/usd/last/256/").body())
        .isEqualTo(
            "400 BadRequest - Przekroczony limit 255 wyników / Maximum size of 255 data series"
                + " has been exceeded");
    assertThat(nbp("/tables/a/2026-06-01/2026-01-01/").body())
        .isEqualTo("400 BadRequest - Błędny zakres dat / Invalid date range");
  }

  @Test
  void euroFilesHaveTheirDaysNewestFirst() throws Exception {
    assertThat(get(banks.ecbUrl() + "/eurofxref-daily.xml").body())
        .contains("<Cube time='2026-11-12'>", "<Cube currency='CZK' rate='24.310'/>")
        .doesNotContain("2026-11-11");
    assertThat(get(banks.ecbUrl() + "/eurofxref-hist-90d.xml").body())
        .contains("<Cube time='2026-11-11'>")
        .contains("<Cube currency='CZK' rate='");
  }

  @Test
  void skippedDayTakesNoNumber() throws Exception {
    banks.skip(Bank.NBP, LocalDate.of(2026, 11, 10));
    assertThat(nbp("/tables/a/2026-11-10/").statusCode()).isEqualTo(404);
    assertThat(nbp("/tables/a/").body()).contains("\"no\":\"219/A/NBP/2026\"");
  }
}
