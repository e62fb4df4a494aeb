package io.innkeeper.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.doctor.Finding.State;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.simulators.openrouter.OpenRouterSimulator;
import io.innkeeper.testing.TestingClock;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.usage.PriceAge;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpstreamChecksTest {
  @TempDir private Path home;
  private final TestingClock clock = new TestingClock();

  private Finding prices(Optional<Instant> asOf, Optional<String> problem) {
    PriceAge age = new PriceAge(asOf, Optional.empty(), problem);
    return UpstreamChecks.prices(() -> age, Duration.ofHours(1), clock).look().getFirst();
  }

  @Test
  void missingPricesAreBadAndSayWhyTheyAreMissing() {
    Finding finding = prices(Optional.empty(), Optional.of("nothing listens"));
    assertThat(finding.state()).isEqualTo(State.BAD);
    assertThat(finding.what())
        .isEqualTo("No model's price is known. The last try: nothing listens");
    assertThat(finding.meaning()).contains("innkeeper.openrouter.prices-every");
  }

  @Test
  void pricesOfYesterdayAreOld() {
    assertThat(prices(Optional.of(clock.instant()), Optional.empty()).state()).isEqualTo(State.OK);
    Instant yesterday = clock.instant().minus(Duration.ofHours(25));
    assertThat(prices(Optional.of(yesterday), Optional.empty()).state()).isEqualTo(State.WARN);
  }

  @Test
  void runningServerNamesWhatKeepsCallsFromGoingOut() {
    OpenRouterSimulator upstream = OpenRouterSimulator.start(0);
    try (TestingServer inn =
        TestingServer.on(home, "--innkeeper.openrouter.base-url=" + upstream.baseUrl())) {
      assertThat(finding(inn, "upstream").state()).isEqualTo(State.OK);
      assertThat(finding(inn, "prices").state()).isEqualTo(State.BAD);
      assertThat(finding(inn, "journal").state()).isEqualTo(State.OK);
      assertThat(finding(inn, "ledger").state()).isEqualTo(State.OK);
      assertThat(finding(inn, "unsettled").state()).isEqualTo(State.OK);
      Organisation owner = inn.organisation("Klinika");
      assertThat(finding(inn, "upstream keys").state()).isEqualTo(State.OK);
      inn.order(owner, "Recepcja");
      Finding missing = finding(inn, "upstream keys");
      assertThat(missing.what()).isEqualTo("Klinika has 1 tenant, but no key at the upstream.");
      upstream.close();
      Finding gone = finding(inn, "upstream");
      assertThat(gone.state()).isEqualTo(State.BAD);
      assertThat(gone.meaning()).contains("innkeeper.openrouter.base-url");
    }
  }

  private static Finding finding(TestingServer inn, String name) {
    List<Finding> all = inn.server().doctor().examine();
    return all.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }
}
