package io.innkeeper.statement.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.statement.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  private static final Figures PL = new Figures(Language.PL);
  private static final Figures EN = new Figures(Language.EN);

  @ParameterizedTest
  @CsvSource({
    "0, osób",
    "1, osoba",
    "2, osoby",
    "4, osoby",
    "5, osób",
    "11, osób",
    "12, osób",
    "14, osób",
    "21, osób",
    "22, osoby",
    "101, osób",
    "112, osób",
    "122, osoby",
    "1000, osób"
  })
  void peopleAreCountedInPolish(int number, String word) {
    assertThat(PL.people(number)).isEqualTo(number + "\u00a0" + word);
  }

  @Test
  void onlyOneIsOne() {
    assertThat(EN.people(1)).isEqualTo("1\u00a0person");
    assertThat(EN.people(23)).isEqualTo("23\u00a0people");
    assertThat(PL.days(1)).isEqualTo("1\u00a0dzień");
    assertThat(PL.days(14)).isEqualTo("14\u00a0dni");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0        | 0,00           | 0.00",
        "999.995  | 1000,00        | 1,000.00",
        "1284.6   | 1284,60        | 1,284.60",
        "12284.6  | 12_284,60      | 12,284.60",
        "1234567  | 1_234_567,00   | 1,234,567.00",
        "-0.004   | 0,00           | 0.00",
        "-1.84    | −1,84          | −1.84",
        "-12345.6 | −12_345,60     | −12,345.60"
      })
  void moneyFollowsTheLanguage(BigDecimal amount, String pl, String en) {
    assertThat(PL.money(amount, 2)).isEqualTo(pl.replace('_', '\u00a0'));
    assertThat(EN.money(amount, 2)).isEqualTo(en);
  }

  @Test
  void datesFollowTheLanguage() {
    LocalDate day = LocalDate.of(2026, 2, 1);
    assertThat(PL.day(day)).isEqualTo("1\u00a0lutego\u00a02026");
    assertThat(PL.brief(day)).isEqualTo("1\u00a0lut");
    assertThat(EN.day(day)).isEqualTo("1\u00a0February\u00a02026");
    assertThat(EN.brief(day)).isEqualTo("1\u00a0Feb");
    assertThat(PL.percent(new BigDecimal("100"))).isEqualTo("100%");
    assertThat(PL.percent(new BigDecimal("17.50"))).isEqualTo("17,5%");
  }

  @Test
  void everyWordIsInBothLanguagesWithTheSameGaps() {
    for (Word word : Word.values()) {
      String pl = word.in(Language.PL, "{a}", "{b}", "{c}");
      String en = word.in(Language.EN, "{a}", "{b}", "{c}");
      assertThat(pl).isNotBlank();
      for (String gap : new String[] {"{a}", "{b}", "{c}"})
        assertThat(pl.contains(gap)).as("%s %s", word, gap).isEqualTo(en.contains(gap));
    }
  }
}
