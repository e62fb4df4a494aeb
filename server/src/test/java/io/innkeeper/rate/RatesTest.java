package io.innkeeper.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.audit.AuditFilter;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.money.ExchangeRate;
import io.innkeeper.money.Usd;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.simulators.banks.BankSimulator;
import io.innkeeper.simulators.banks.BankSimulator.Bank;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.TestingClock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class RatesTest {
  private static final Actor BY = Actor.innkeeper("test");
  @TempDir private Path home;
  private final TestingClock clock = new TestingClock(Instant.parse("2026-11-12T16:00:00Z"));
  private final BankSimulator simulator = BankSimulator.start(0, clock);
  private final Banks banks =
      new Banks(
          new RateSettings(
              simulator.nbpUrl(), simulator.ecbUrl(), Duration.ofHours(1), Duration.ofSeconds(5)),
          clock);
  private final Set<String> currencies = new HashSet<>(Set.of("PLN"));

  @AfterEach
  void close() {
    banks.close();
    simulator.close();
  }

  private Rates rates(Database database) {
    return new Rates(database, banks.sources(), trail(database), () -> currencies, clock);
  }

  private AuditTrail trail(Database database) {
    return new AuditTrail(database, SecretBox.open(home.resolve("master.key")), clock);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static String told(Rates rates, String day, String currency) {
    ExchangeRate rate = rates.applyingTo(day(day), currency).orElseThrow();
    return rate.value() + " " + rate.document() + (rate.fallback() ? " fallback" : "");
  }

  @StoreTest
  void lastTableBeforeTheDayApplies(Database database) {
    Rates rates = rates(database);
    rates.catchUp();
    assertThat(told(rates, "2026-11-12", "PLN")).isEqualTo("3.8051 219/A/NBP/2026");
    assertThat(told(rates, "2026-11-13", "PLN")).isEqualTo("3.8125 220/A/NBP/2026");
    assertThat(told(rates, "2026-11-11", "PLN")).isEqualTo("3.8051 219/A/NBP/2026");
    ExchangeRate rate = rates.applyingTo(day("2026-11-12"), "PLN").orElseThrow();
    BigDecimal amount = rate.of(Usd.parse("12.75"));
    assertThat(amount).isEqualByComparingTo("48.515025");
    assertThat(amount.setScale(2, RoundingMode.HALF_UP)).isEqualTo("48.52");
  }

  @StoreTest
  void dollarCostsExactlyOne(Database database) {
    assertThat(told(rates(database), "2026-11-12", "USD")).isEqualTo("1 ");
  }

  @StoreTest
  void whatNbpBidsAndAsksIsKeptAndConvertsNothing(Database database) {
    Rates rates = rates(database);
    rates.catchUp();
    assertThat(rates.traded(day("2026-11-10"), day("2026-11-12"), "USD"))
        .last()
        .isEqualTo(
            new TradedRate(
                "USD",
                new BigDecimal("3.7744"),
                new BigDecimal("3.8506"),
                day("2026-11-10"),
                day("2026-11-12"),
                "220/C/NBP/2026"));
    assertThat(rates.traded(day("2026-11-10"), day("2026-11-12"), "EUR")).hasSize(2);
    assertThat(rates.traded(day("2026-11-10"), day("2026-11-12"), "IDR")).isEmpty();
    assertThat(rates.published(day("2026-11-10"), day("2026-11-12"), "PLN"))
        .allSatisfy(rate -> assertThat(rate.source()).isEqualTo("NBP A"));
  }

  @StoreTest
  void tableOfTheMorningIsReadBeforeTheOneOfNoon(Database database) {
    Rates rates = rates(database);
    rates.catchUp();
    clock.pass(Duration.ofHours(16));
    rates.catchUp();
    assertThat(rates.traded(day("2026-11-13"), day("2026-11-13"), "USD"))
        .extracting(TradedRate::document)
        .containsExactly("221/C/NBP/2026");
    assertThat(rates.published(day("2026-11-13"), day("2026-11-13"), "PLN")).isEmpty();
  }

  @StoreTest
  void otherCurrenciesCrossInTheEurosTable(Database database) {
    currencies.addAll(Set.of("EUR", "CZK"));
    Rates rates = rates(database);
    rates.catchUp();
    assertThat(told(rates, "2026-11-13", "CZK")).isEqualTo("21.608888888888888889 ");
    assertThat(told(rates, "2026-11-13", "EUR")).isEqualTo("0.88888888888888888889 ");
    assertThat(rates.applyingTo(day("2026-11-13"), "CZK").orElseThrow().source()).isEqualTo("ECB");
    assertThat(told(rates, "2026-11-13", "PLN")).isEqualTo("3.8125 220/A/NBP/2026");
  }

  @StoreTest
  void whatTheEuroDoesNotQuoteCrossesInZloty(Database database) {
    currencies.addAll(Set.of("UAH", "AED"));
    Rates rates = rates(database);
    rates.catchUp();
    ExchangeRate hryvnia = rates.applyingTo(day("2026-11-13"), "UAH").orElseThrow();
    assertThat(hryvnia.source()).isEqualTo("NBP A");
    assertThat(hryvnia.fallback()).isFalse();
    ExchangeRate dirham = rates.applyingTo(day("2026-11-13"), "AED").orElseThrow();
    assertThat(dirham.effective()).isEqualTo("2026-11-10");
    assertThat(dirham.source()).isEqualTo("NBP A, NBP B");
    assertThat(dirham.document()).startsWith("219/A/NBP/2026, 0").endsWith("/B/NBP/2026");
    assertThat(dirham.fallback()).isFalse();
  }

  @StoreTest
  void missingTableFlagsWhatStandsInForIt(Database database) {
    Rates rates = rates(database);
    rates.catchUp();
    clock.pass(Duration.ofDays(1));
    assertThat(told(rates, "2026-11-13", "PLN")).isEqualTo("3.8125 220/A/NBP/2026");
    assertThat(told(rates, "2026-11-14", "PLN")).isEqualTo("3.8125 220/A/NBP/2026 fallback");
    rates.catchUp();
    assertThat(told(rates, "2026-11-14", "PLN")).endsWith("221/A/NBP/2026");
  }

  @StoreTest
  void freeDayThatNoCalendarKnowsIsProvenByTheNextNumber(Database database) {
    simulator.skip(Bank.NBP, day("2026-11-12"));
    Rates rates = rates(database);
    assertThatThrownBy(rates::catchUp).hasMessageContaining("the table of 2026-11-12");
    assertThat(told(rates, "2026-11-13", "PLN")).endsWith("219/A/NBP/2026 fallback");
    clock.pass(Duration.ofDays(1));
    rates.catchUp();
    assertThat(told(rates, "2026-11-13", "PLN")).endsWith("219/A/NBP/2026");
    assertThat(told(rates, "2026-11-14", "PLN")).endsWith("220/A/NBP/2026");
  }

  @StoreTest
  void gapOfAnyLengthIsFilledInPiecesAndOnlyOnce(Database database) {
    Rates rates = rates(database);
    rates.catchUp();
    clock.pass(Duration.ofDays(300));
    simulator.forget();
    rates.catchUp();
    assertThat(simulator.asked().stream().filter(path -> path.contains("/tables/a/"))).hasSize(4);
    assertThat(simulator.asked()).hasSize(8);
    long working =
        day("2026-11-12").datesUntil(day("2027-09-09")).filter(Source.NBP_A::publishes).count();
    assertThat(rates.published(day("2026-11-12"), day("2027-09-08"), "PLN"))
        .hasSize(Math.toIntExact(working));
    rates.catchUp();
    assertThat(simulator.asked()).hasSize(8);
    assertThat(rates.traded(day("2026-11-12"), day("2027-09-08"), "USD"))
        .hasSize(Math.toIntExact(working));
  }

  @StoreTest
  void nobodyIsAskedWhileNothingIsDue(Database database) {
    Rates rates = rates(database);
    rates.catchUp();
    int asked = simulator.asked().size();
    clock.pass(Duration.ofHours(14));
    rates.catchUp();
    assertThat(simulator.asked()).hasSize(asked);
  }

  @StoreTest
  void silentBankLeavesWhatIsKnownAndSaysWhy(Database database) {
    currencies.add("EUR");
    simulator.behave(Bank.NBP, "html");
    Rates rates = rates(database);
    assertThatThrownBy(rates::catchUp).isInstanceOf(Fault.class);
    assertThat(rates.applyingTo(day("2026-11-12"), "PLN")).isEmpty();
    assertThat(rates.applyingTo(day("2026-11-12"), "EUR")).isPresent();
    assertThat(rates.readings())
        .extracting(reading -> reading.source().word() + " " + reading.problem().isPresent())
        .containsExactly("NBP A true", "ECB false", "NBP C true");
  }

  @StoreTest
  void whatTheEuroWasNeverAskedForIsFlagged(Database database) {
    Rates rates = rates(database);
    rates.catchUp();
    assertThat(rates.applyingTo(day("2026-11-12"), "CZK").orElseThrow().fallback()).isTrue();
  }

  @StoreTest
  void oldRatesStandInForNothing(Database database) {
    Rates rates = rates(database);
    rates.catchUp();
    clock.pass(Duration.ofDays(60));
    assertThat(rates.applyingTo(day("2026-12-10"), "PLN").orElseThrow().fallback()).isTrue();
    assertThat(rates.applyingTo(day("2027-01-10"), "PLN")).isEmpty();
  }

  @StoreTest
  void historyIsNotChanged(Database database) {
    Rates rates = rates(database);
    rates.catchUp();
    RateTable other =
        new RateTable(
            Source.NBP_A,
            day("2026-11-12"),
            "220/A/NBP/2026",
            Map.of("USD", new BigDecimal("9.9999")));
    database.change(handle -> new RateStore().insert(handle, List.of(other), clock.instant()));
    assertThat(told(rates(database), "2026-11-13", "PLN")).isEqualTo("3.8125 220/A/NBP/2026");
  }

  @StoreTest
  void dayTooFarAheadIsRefusedWithASentence(Database database) {
    Rates rates = rates(database);
    rates.catchUp();
    assertThat(rates.asked(day("2026-11-13"), "PLN").value()).isEqualTo("3.8125");
    assertThatThrownBy(() -> rates.asked(day("2026-11-14"), "PLN"))
        .hasMessage(
            "No bank has published yet what applies to 2026-11-14; the latest day to ask for is"
                + " 2026-11-13.");
    assertThat(rates.applyingTo(day("2026-11-14"), "PLN")).isEmpty();
    assertThatThrownBy(() -> rates.asked(day("2020-01-01"), "PLN"))
        .hasMessage("No published rate of PLN is known that is fit for 2020-01-01.");
  }

  @StoreTest
  void personReadsOlderDaysAndTheAuditHasIt(Database database) {
    Rates rates = rates(database);
    assertThat(rates.refresh(Optional.of(day("2026-01-02")), BY)).isEqualTo(440);
    assertThat(told(rates, "2026-01-07", "PLN")).endsWith("002/A/NBP/2026");
    assertThat(trail(database).lines(AuditFilter.ALL, Optional.empty(), 5))
        .extracting(line -> line.verb() + " " + line.note())
        .containsExactly("rate.refresh 440 new tables");
    assertThatThrownBy(() -> rates.refresh(Optional.of(day("2027-01-02")), BY))
        .hasMessage("Rates are read from 2002-01-02 on, and not from days to come.");
  }

  @StoreTest
  void monthHasARateForEachOfItsDays(Database database) {
    Rates rates = rates(database);
    rates.catchUp();
    assertThat(rates.applyingTo(day("2026-10-01"), day("2026-10-31"), "PLN"))
        .hasSize(31)
        .allSatisfy((day, rate) -> assertThat(rate.fallback()).isFalse());
    assertThat(rates.applyingTo(day("2026-11-01"), day("2026-11-30"), "PLN")).hasSize(13);
  }

  @StoreTest
  void anotherProcessSeesNewRatesSoon(Database database) {
    Rates one = rates(database);
    Rates other = rates(database);
    assertThat(other.applyingTo(day("2026-11-12"), "PLN")).isEmpty();
    one.catchUp();
    clock.pass(Duration.ofSeconds(11));
    assertThat(other.applyingTo(day("2026-11-12"), "PLN")).isPresent();
  }
}
