package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
  private static final Instant NOW = Instant.parse("2026-11-20T13:32:00Z");

  private static void both(String english, String polish, Function<Formats, String> how) {
    assertThat(how.apply(Formats.ENGLISH)).isEqualTo(english);
    assertThat(how.apply(Formats.POLISH)).isEqualTo(polish.replace('_', '\u00a0'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0         | 0          | 0
          9688      | 9,688      | 9688
          12345     | 12,345     | 12_345
          75221343  | 75,221,343 | 75_221_343
          -75221343 | −75,221,343 | −75_221_343
          """)
  void numbersAreGrouped(long number, String english, String polish) {
    both(english, polish, formats -> formats.count(number));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1284.6   | 1,284.60  | 1284,60
          12284.6  | 12,284.60 | 12_284,60
          478.855  | 478.86    | 478,86
          478.8549 | 478.85    | 478,85
          0        | 0.00      | 0,00
          -0.004   | 0.00      | 0,00
          -3.5     | −3.50     | −3,50
          """)
  void moneyHasTwoDecimals(BigDecimal amount, String english, String polish) {
    both(english, polish, formats -> formats.money(amount));
  }

  @Test
  void changesAndSharesHaveSigns() {
    both("+17.2%", "+17,2%", f -> f.change(new BigDecimal("117.2"), new BigDecimal("100")));
    both("−3.0%", "−3,0%", f -> f.change(new BigDecimal("97"), new BigDecimal("100")));
    both("—", "—", f -> f.change(new BigDecimal("97"), BigDecimal.ZERO));
    both("31%", "31%", f -> f.percent(new BigDecimal("31.4"), new BigDecimal("100"), 0));
    both("61.5%", "61,5%", f -> f.percent(new BigDecimal("61.46"), new BigDecimal("100"), 1));
    both("+2", "+2", f -> f.difference(24, 22));
    both("−1", "−1", f -> f.difference(21, 22));
    both("75.2", "75,2", f -> f.brief(75_221_343));
    both("4.202263", "4,202263", f -> f.micros(new BigDecimal("4.2022631")));
    both("3.8342", "3,8342", f -> f.exact(new BigDecimal("3.8342"), 4));
  }

  @Test
  void datesAreSaidAsPeopleSayThem() {
    both("20 Nov 2026", "20 lis 2026", f -> f.date(DAY));
    both("Fri 20 Nov", "pt 20 lis", f -> f.weekday(DAY));
    both("20 November 2026", "20 listopada 2026", f -> f.longDate(DAY));
    both("November 2026", "listopad 2026", f -> f.month(YearMonth.from(DAY)));
    both("1–20 Nov", "1–20 lis", f -> f.span(DAY.withDayOfMonth(1), DAY));
    both("28 Oct–20 Nov", "28 paź–20 lis", f -> f.span(LocalDate.of(2026, 10, 28), DAY));
    both(
        "1–20 October",
        "1–20 października",
        f -> f.longSpan(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 20)));
    assertThat(Formats.time(NOW, WARSAW)).isEqualTo("14:32");
  }

  @Test
  void recentMomentsAreNear() {
    both("now", "teraz", f -> f.recent(NOW, NOW, WARSAW));
    both("2 min ago", "2 min temu", f -> f.recent(NOW.minusSeconds(120), NOW, WARSAW));
    both("3 h ago", "3 godz. temu", f -> f.recent(NOW.minus(Duration.ofHours(3)), NOW, WARSAW));
    both("yesterday", "wczoraj", f -> f.recent(NOW.minus(Duration.ofHours(20)), NOW, WARSAW));
    both("1 Nov", "1 lis", f -> f.recent(NOW.minus(Duration.ofDays(19)), NOW, WARSAW));
  }
}
