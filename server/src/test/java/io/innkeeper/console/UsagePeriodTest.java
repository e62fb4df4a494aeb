package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.fault.Fault;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsagePeriodTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private static UsagePeriod month(String month) {
    return UsagePeriod.of(Optional.of(month), Optional.empty(), Optional.empty(), TODAY);
  }

  private static UsagePeriod days(String from, String to) {
    return UsagePeriod.of(Optional.empty(), Optional.of(from), Optional.of(to), TODAY);
  }

  @Test
  void theRunningMonthIsComparedWithTheSameDaysBefore() {
    UsagePeriod now = month("2026-11");
    assertThat(now.shown()).isEqualTo(TODAY);
    assertThat(now.before().from()).isEqualTo("2026-10-01");
    assertThat(now.before().shown()).isEqualTo("2026-10-20");
  }

  @Test
  void aWholeMonthIsComparedWithTheWholeMonthBefore() {
    UsagePeriod october = month("2026-10");
    assertThat(october.live()).isFalse();
    assertThat(october.before().from()).isEqualTo("2026-09-01");
    assertThat(october.before().shown()).isEqualTo("2026-09-30");
  }

  @Test
  void anyDaysAreComparedWithAsManyBefore() {
    UsagePeriod week = days("2026-11-09", "2026-11-15");
    assertThat(week.before().from()).isEqualTo("2026-11-02");
    assertThat(week.before().to()).isEqualTo("2026-11-08");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, 2026-11-01, days-reversed",
    "2026-11-21, 2026-11-30, days-to-come",
    "1999-12-01, 1999-12-31, days-too-early",
    "2025-11-01, 2026-11-20, days-too-many",
    "soon, 2026-11-20, day"
  })
  void daysThatCanNotBeAreRefused(String from, String to, String code) {
    assertThatThrownBy(() -> days(from, to))
        .isInstanceOfSatisfying(Fault.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void holidaysAreNoWorkingDaysInPoland() {
    LocalDate first = LocalDate.of(2026, 11, 1);
    WorkingDays poland = WorkingDays.in(ZoneId.of("Europe/Warsaw"));
    assertThat(poland.between(first, TODAY)).isEqualTo(14);
    assertThat(WorkingDays.in(ZoneId.of("Europe/Berlin")).between(first, TODAY)).isEqualTo(15);
    assertThat(poland.between(LocalDate.of(2025, 12, 22), LocalDate.of(2025, 12, 26))).isEqualTo(2);
  }
}
