package io.innkeeper.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.innkeeper.audit.AuditTrail;
import io.innkeeper.doctor.Finding.State;
import io.innkeeper.rate.Banks;
import io.innkeeper.rate.RateSettings;
import io.innkeeper.rate.Rates;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.simulators.banks.BankSimulator;
import io.innkeeper.simulators.banks.BankSimulator.Bank;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.TestingClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class RateChecksTest {
  @TempDir private Path home;
  private final TestingClock clock = new TestingClock(Instant.parse("2026-11-12T16:00:00Z"));
  private final BankSimulator simulator = BankSimulator.start(0, clock);
  private final Banks banks =
      new Banks(
          new RateSettings(
              simulator.nbpUrl(), simulator.ecbUrl(), Duration.ofHours(1), Duration.ofSeconds(5)),
          clock);

  @AfterEach
  void close() {
    banks.close();
    simulator.close();
  }

  @StoreTest
  void missingAndOldRatesAreFoundAndMended(Database database) {
    AuditTrail audit = new AuditTrail(database, SecretBox.open(home.resolve("master.key")), clock);
    Rates rates = new Rates(database, banks.sources(), audit, () -> Set.of("PLN", "USD"), clock);
    Finding none = RateChecks.rates(rates, false).look().getFirst();
    assertThat(none.state()).isEqualTo(State.WARN);
    assertThat(none.what()).isEqualTo("No rate of PLN is known that applies today.");
    assertThat(none.meaning()).contains("innkeeper.rates.every is 0s");
    rates.catchUp();
    assertThat(RateChecks.rates(rates, true).look())
        .containsExactly(Finding.ok("exchange rates", "Today's rates are of 2026-11-10 for PLN."));
    clock.pass(Duration.ofDays(4));
    simulator.behave(Bank.NBP, "error");
    assertThat(catchThrowable(rates::catchUp)).isNotNull();
    Finding old = RateChecks.rates(rates, true).look().getFirst();
    assertThat(old.what())
        .startsWith("The last known rate of PLN is of 2026-11-12; a later one should be there.")
        .endsWith("NBP answered with status 500.");
    assertThat(old.command()).isEqualTo("innkeeper rate refresh");
  }
}
