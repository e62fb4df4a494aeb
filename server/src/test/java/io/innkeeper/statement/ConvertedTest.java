package io.innkeeper.statement;

import static io.innkeeper.statement.Conversion.Policy.AVERAGE;
import static io.innkeeper.statement.Conversion.Policy.LAST_DAY;
import static io.innkeeper.statement.TestingOffice.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.money.ExchangeRate;
import io.innkeeper.testing.TestingClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which of the published rates a month has, and when one of them stands in for another. */
class ConvertedTest {
  private final TestingClock clock = new TestingClock(Instant.parse("2026-11-02T05:00:00Z"));
  private final TestingRates rates = new TestingRates(clock);

  private Converted of(Conversion.Policy policy, YearMonth month) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Warsaw"));
    TreeSet<LocalDate> days = new TreeSet<>(List.of(month.atDay(1)));
    return Converted.of(rates, policy, "PLN", month, days, today);
  }

  @Test
  void allTablesOfAMonthNeedNoConsent() {
    rates.daily("2026-09-28", "2026-10-29", "3.7000").publish("2026-10-30", "3.9000");
    assertThat(of(LAST_DAY, OCTOBER).conversion().value().orElseThrow())
        .isEqualByComparingTo("3.9");
    assertThat(of(LAST_DAY, OCTOBER).conversion().fallback()).isFalse();
    assertThat(of(AVERAGE, OCTOBER).conversion().fallback()).isFalse();
    assertThat(of(AVERAGE, OCTOBER).conversion().value().orElseThrow())
        .isEqualByComparingTo("3.7091");
  }

  @Test
  void aStaleTableIsFlagged() {
    rates.daily("2026-09-28", "2026-10-09", "3.7000");
    assertThat(of(LAST_DAY, OCTOBER).conversion().rates())
        .extracting(rate -> rate.effective().toString(), ExchangeRate::fallback)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("2026-10-09", true));
    assertThat(of(AVERAGE, OCTOBER).conversion().fallback()).isTrue();
  }

  @Test
  void aGapWithinTheMonthIsFlaggedInItsAverage() {
    rates.daily("2026-09-28", "2026-10-09", "3.7").daily("2026-10-19", "2026-10-30", "3.7");
    assertThat(of(LAST_DAY, OCTOBER).conversion().fallback()).isFalse();
    assertThat(of(AVERAGE, OCTOBER).conversion().rates())
        .filteredOn(ExchangeRate::fallback)
        .extracting(rate -> rate.effective().toString())
        .containsExactly("2026-10-09");
  }

  @Test
  void anAverageThatBeginsLateIsFlagged() {
    rates.daily("2026-10-20", "2026-10-30", "3.7");
    assertThat(of(AVERAGE, OCTOBER).conversion().rates().getFirst().fallback()).isTrue();
  }

  @Test
  void aMonthThatRunsHasTheRateOfToday() {
    rates.daily("2026-10-01", "2026-11-09", "3.7");
    clock.pass(Duration.ofDays(8));
    YearMonth november = OCTOBER.plusMonths(1);
    for (Conversion.Policy policy : List.of(LAST_DAY, AVERAGE)) {
      assertThat(of(policy, november).conversion().fallback()).as(policy.name()).isFalse();
      assertThat(of(policy, november).missing()).isEmpty();
    }
    rates.publish("2026-11-10", "3.8");
    assertThat(of(LAST_DAY, november).conversion().value().orElseThrow())
        .isEqualByComparingTo("3.8");
  }

  @Test
  void anotherMonthsRateIsNone() {
    rates.daily("2026-10-01", "2026-10-30", "3.7");
    for (Conversion.Policy policy : List.of(LAST_DAY, AVERAGE))
      assertThat(of(policy, OCTOBER.plusMonths(1)).missing())
          .contains("No rate of PLN was published in 2026-11 that is stored.");
  }
}
