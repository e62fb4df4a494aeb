package io.innkeeper.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankCalendarTest {
  /** Weekdays of a year on which a bank does not work, as month and day. */
  private static List<String> free(BankCalendar calendar, int year) {
    return days(year)
        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
        .filter(day -> !calendar.open(day))
        .map(day -> day.getMonthValue() + "-" + day.getDayOfMonth())
        .toList();
  }

  private static Stream<LocalDate> days(int year) {
    return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
  }

  private static long number(Source source, LocalDate day) {
    return days(day.getYear()).filter(one -> !one.isAfter(day)).filter(source::publishes).count();
  }

  @ParameterizedTest
  @CsvSource({
    "2024, 2024-03-31",
    "2025, 2025-04-20",
    "2026, 2026-04-05",
    "2027, 2027-03-28",
    "2028, 2028-04-16",
    "1954, 1954-04-18",
    "1981, 1981-04-19",
    "2049, 2049-04-18",
    "2076, 2076-04-19"
  })
  void easterIsWhereTheMoonPutsIt(int year, LocalDate sunday) {
    assertThat(Easter.sunday(year)).isEqualTo(sunday);
  }

  @Test
  void polishWeekdaysWithoutATable() {
    assertThat(free(BankCalendar.POLISH, 2024))
        .contains("4-1", "5-30", "12-25")
        .doesNotContain("3-29", "12-24");
    assertThat(free(BankCalendar.POLISH, 2025))
        .containsExactly(
            "1-1", "1-6", "4-21", "5-1", "6-19", "8-15", "11-11", "12-24", "12-25", "12-26");
    assertThat(free(BankCalendar.POLISH, 2026))
        .containsExactly("1-1", "1-6", "4-6", "5-1", "6-4", "11-11", "12-24", "12-25");
    assertThat(free(BankCalendar.POLISH, 2027))
        .containsExactly("1-1", "1-6", "3-29", "5-3", "5-27", "11-1", "11-11", "12-24");
  }

  @Test
  void euroWeekdaysWithoutRates() {
    assertThat(free(BankCalendar.TARGET, 2026))
        .containsExactly("1-1", "4-3", "4-6", "5-1", "12-25");
    assertThat(free(BankCalendar.TARGET, 2027)).containsExactly("1-1", "3-26", "3-29");
  }

  @ParameterizedTest
  @CsvSource({
    "191, 2026-10-01",
    "187, 2026-09-25",
    "182, 2026-09-18",
    "248, 2025-12-23",
    "39, 2022-02-25",
    "214, 2016-11-04",
    "220, 2026-11-12",
    "253, 2026-12-31",
    "253, 2027-12-31"
  })
  void countingPublishingDaysGivesTheTablesNumber(int number, LocalDate day) {
    assertThat(number(Source.NBP_A, day)).isEqualTo(number);
  }

  @Test
  void afterChristmasEveOf2025TheNextTableIsOnThe29th() {
    LocalDate next =
        days(2025)
            .filter(day -> day.isAfter(LocalDate.of(2025, 12, 23)))
            .filter(Source.NBP_A::publishes)
            .findFirst()
            .orElseThrow();
    assertThat(next).isEqualTo("2025-12-29");
  }

  @Test
  void rarerCurrenciesComeOnWednesdayOrTheOpenDayBefore() {
    assertThat(Source.NBP_B.lastBefore(LocalDate.of(2026, 11, 29))).isEqualTo("2026-11-25");
    assertThat(Source.NBP_B.lastBefore(LocalDate.of(2026, 11, 13))).isEqualTo("2026-11-10");
    assertThat(Source.NBP_B.publishes(LocalDate.of(2026, 11, 11))).isFalse();
  }

  @Test
  void tableIsDueByItsBanksOwnClock() {
    assertThat(Source.NBP_A.lastDue(Instant.parse("2026-11-12T11:14:00Z"))).isEqualTo("2026-11-10");
    assertThat(Source.NBP_A.lastDue(Instant.parse("2026-11-12T11:15:00Z"))).isEqualTo("2026-11-12");
    assertThat(Source.NBP_A.lastDue(Instant.parse("2026-07-14T10:15:00Z"))).isEqualTo("2026-07-14");
    assertThat(Source.ECB.lastDue(Instant.parse("2026-11-12T15:14:00Z"))).isEqualTo("2026-11-11");
  }
}
