package io.innkeeper.statement.paper;

import static io.innkeeper.statement.paper.ReadPdf.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.money.ExchangeRate;
import io.innkeeper.statement.Conversion.Policy;
import io.innkeeper.statement.StatementLine.Change;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The small print below the totals. */
class FootnotesTest {
  private static final ExchangeRate FIRST = Samples.rate("3.7990", 29, "211/A/NBP/2026", false);
  private static final ExchangeRate STAND_IN = Samples.rate("3.7812", 30, "212/A/NBP/2026", true);

  @Test
  void everyPolicySaysItsRate() {
    assertThat(notes(Samples.issued()))
        .contains("Kurs 1 USD = 3,7812 PLN, tabela NBP 212/A/NBP/2026 z 30 października 2026");
    assertThat(notes(Samples.issued().withRates(Policy.EACH_DAY, Optional.empty(), both())))
        .contains("Zużycie każdego dnia po kursie obowiązującym tego dnia")
        .contains("29 paź 3,7990 (211/A/NBP/2026); 30 paź 3,7812 (212/A/NBP/2026).");
    assertThat(notes(Samples.issued().withRates(Policy.AVERAGE, Optional.of("3.7901"), both())))
        .contains("Kurs 1 USD = 3,7901 PLN, średnia z kursów ogłoszonych w miesiącu")
        .contains("29 paź 3,7990 (211/A/NBP/2026); 30 paź 3,7812 (212/A/NBP/2026).");
  }

  @Test
  void everyPolicySaysItsRateInEnglish() {
    Samples english = Samples.issued().inEnglish();
    assertThat(notes(english))
        .contains("Rate 1 USD = 3.7812 PLN, NBP table 212/A/NBP/2026 of 30 October 2026");
    assertThat(notes(english.withRates(Policy.EACH_DAY, Optional.empty(), both())))
        .contains("29 Oct 3.7990 (211/A/NBP/2026); 30 Oct 3.7812 (212/A/NBP/2026).");
    assertThat(notes(english.withRates(Policy.AVERAGE, Optional.of("3.7901"), both())))
        .contains("Rate 1 USD = 3.7901 PLN, the mean of the rates published in the month");
  }

  @Test
  void rateWithoutTableNamesItsSource() {
    List<ExchangeRate> ecb = List.of(Samples.rate("3.8120", 30, "", false));
    assertThat(notes(Samples.issued().withRates(Policy.LAST_DAY, Optional.of("3.8120"), ecb)))
        .contains("Kurs 1 USD = 3,8120 PLN, według ECB z 30 października 2026");
  }

  @Test
  void standInIsSaidPlainly() {
    assertThat(notes(Samples.issued().withRates(Policy.EACH_DAY, Optional.empty(), both())))
        .contains("Uwaga: kurs z 30 października 2026 zastępuje właściwy, którego nie było.");
    assertThat(notes(Samples.issued())).doesNotContain("Uwaga");
  }

  @Test
  void aCorrectionSaysTheRateOfWhatTheBooksConverted() {
    Change late = new Change(Optional.of("model acme/lark"), "acme/lark", new BigDecimal("9.83"));
    Samples correcting = Samples.draft().correcting("2026/10/0031");
    assertThat(notes(correcting)).doesNotContain("Kurs");
    assertThat(notes(correcting.withLines(List.of(late))))
        .contains("Kurs 1 USD = 3,7812 PLN, tabela NBP 212/A/NBP/2026 z 30 października 2026")
        .doesNotContain("narzut");
  }

  @Test
  void markupIsSaid() {
    assertThat(notes(Samples.issued())).contains("Kwoty w USD zawierają narzut 25%.");
    assertThat(notes(Samples.issued().withMarkup(Optional.of("1.175"))))
        .contains("zawierają narzut 17,5%.");
    assertThat(notes(Samples.issued().withMarkup(Optional.of("1.0"))))
        .contains("nie zawierają narzutu.");
    assertThat(notes(Samples.issued().withMarkup(Optional.empty())))
        .contains("narzut, który zmienił się w ciągu miesiąca.");
  }

  @Test
  void dollarsNeedNoRate() {
    assertThat(notes(Samples.issued().inDollars()))
        .contains("USD dokładnie USD", "Do zapłaty, USD 2331,97")
        .doesNotContain("Kurs", "kursie");
  }

  private static List<ExchangeRate> both() {
    return List.of(FIRST, STAND_IN);
  }

  /** The paper's text without its line breaks. */
  private static String notes(Samples sample) {
    return textOf(sample).replaceAll("\\s+", " ");
  }
}
