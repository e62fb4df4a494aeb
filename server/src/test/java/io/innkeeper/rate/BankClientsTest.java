package io.innkeeper.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.fault.Fault;
import io.innkeeper.simulators.banks.BankSimulator;
import io.innkeeper.simulators.banks.BankSimulator.Bank;
import io.innkeeper.testing.TestingClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankClientsTest {
  private static final LocalDate NINTH = LocalDate.of(2026, 11, 9);
  private static final LocalDate TWELFTH = LocalDate.of(2026, 11, 12);
  private static final Duration PATIENT = Duration.ofMinutes(1);
  private final TestingClock clock = new TestingClock(Instant.parse("2026-11-12T16:00:00Z"));
  private final BankSimulator simulator = BankSimulator.start(0, clock);
  private final NbpClient nbp = new NbpClient(simulator.nbpUrl(), PATIENT);
  private final EcbClient ecb = new EcbClient(simulator.ecbUrl(), PATIENT, clock);

  @AfterEach
  void close() {
    nbp.close();
    ecb.close();
    simulator.close();
  }

  @Test
  void valuesKeepTheDecimalsTheyWerePublishedWith() {
    RateTable table = nbp.tableA().tables(TWELFTH, TWELFTH).getFirst();
    assertThat(table.document()).isEqualTo("220/A/NBP/2026");
    assertThat(table.values())
        .containsEntry("USD", new BigDecimal("3.8125"))
        .containsEntry("EUR", new BigDecimal("4.2890"))
        .containsEntry("JPY", new BigDecimal("0.025104"))
        .containsEntry("IDR", new BigDecimal("0.00023311"));
  }

  @Test
  void tablesOfSeveralDaysAscendAndFreeDaysHaveNone() {
    assertThat(nbp.tableA().tables(NINTH, TWELFTH))
        .extracting(RateTable::document)
        .containsExactly("218/A/NBP/2026", "219/A/NBP/2026", "220/A/NBP/2026");
    assertThat(nbp.tableA().tables(NINTH.plusDays(2), NINTH.plusDays(2))).isEmpty();
    assertThat(nbp.tableB().tables(NINTH, TWELFTH)).hasSize(1);
  }

  @Test
  void tableOfTwoPricesHasBothAndTheDayItWasTradedOn() {
    RateTable table = nbp.tableC().tables(TWELFTH, TWELFTH).getFirst();
    assertThat(table.document()).isEqualTo("220/C/NBP/2026");
    assertThat(table.values()).containsEntry("USD", new BigDecimal("3.8506"));
    RateTable.Bidding bidding = table.bidding().orElseThrow();
    assertThat(bidding.traded()).isEqualTo("2026-11-10");
    assertThat(bidding.bids()).containsEntry("USD", new BigDecimal("3.7744"));
    simulator.behave(Bank.NBP, "zero");
    assertThatThrownBy(() -> nbp.tableC().tables(TWELFTH, TWELFTH)).isInstanceOf(Fault.class);
  }

  @Test
  void emptyListIsNoData() {
    simulator.behave(Bank.NBP, "empty");
    assertThat(nbp.tableA().tables(NINTH, TWELFTH)).isEmpty();
  }

  @Test
  void refusalSaysWhatTheBankSaid() {
    assertThatThrownBy(() -> nbp.tableA().tables(TWELFTH, NINTH))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("NBP refused: 400 BadRequest - Błędny zakres dat");
  }

  @ParameterizedTest
  @CsvSource({
    "html, NBP's answer is not what it should be",
    "zero, NBP's answer is not what it should be",
    "error, NBP answered with status 500"
  })
  void misbehavingBankIsNeverARate(String behaviour, String said) {
    simulator.behave(Bank.NBP, behaviour);
    assertThatThrownBy(() -> nbp.tableA().tables(NINTH, TWELFTH))
        .isInstanceOf(Fault.class)
        .hasMessageContaining(said);
  }

  @Test
  void slowBankIsNotWaitedForBeyondTheLimit() {
    simulator.behave(Bank.NBP, "slow=2500");
    try (NbpClient hasty = new NbpClient(simulator.nbpUrl(), Duration.ofSeconds(1))) {
      assertThatThrownBy(() -> hasty.tableA().tables(NINTH, TWELFTH))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("NBP did not answer in 1 s");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "html, The ECB's answer is not what it should be",
    "empty, The ECB's answer is not what it should be",
    "zero, The ECB's answer is not what it should be",
    "error, The ECB answered with status 500"
  })
  void misbehavingEuroFileIsNeverARate(String behaviour, String said) {
    simulator.behave(Bank.ECB, behaviour);
    assertThatThrownBy(() -> ecb.tables(NINTH, TWELFTH))
        .isInstanceOf(Fault.class)
        .hasMessageContaining(said);
  }

  @Test
  void smallestFileThatHasTheDaysIsRead() {
    List<RateTable> one = ecb.tables(TWELFTH, TWELFTH);
    assertThat(one.getFirst().values())
        .containsEntry("USD", new BigDecimal("1.1250"))
        .containsEntry("CZK", new BigDecimal("24.310"));
    assertThat(ecb.tables(NINTH, TWELFTH)).hasSize(4);
    assertThat(ecb.tables(LocalDate.of(2026, 4, 2), LocalDate.of(2026, 4, 7)))
        .extracting(table -> table.effective().toString())
        .containsExactly("2026-04-02", "2026-04-07");
    assertThat(simulator.asked())
        .containsExactly(
            "/stats/eurofxref/eurofxref-daily.xml",
            "/stats/eurofxref/eurofxref-hist-90d.xml",
            "/stats/eurofxref/eurofxref-hist.xml");
  }

  @Test
  void silentBankIsSaidToBeSilent() {
    simulator.close();
    assertThatThrownBy(() -> ecb.tables(NINTH, TWELFTH))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("nothing listens at http://127.0.0.1:");
  }
}
