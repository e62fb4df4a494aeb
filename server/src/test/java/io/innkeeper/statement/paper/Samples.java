package io.innkeeper.statement.paper;

import io.innkeeper.money.ExchangeRate;
import io.innkeeper.money.Usd;
import io.innkeeper.statement.Conversion;
import io.innkeeper.statement.Conversion.Policy;
import io.innkeeper.statement.Language;
import io.innkeeper.statement.Party;
import io.innkeeper.statement.SeatFeed;
import io.innkeeper.statement.Statement;
import io.innkeeper.statement.Statement.Corrected;
import io.innkeeper.statement.StatementLine;
import io.innkeeper.statement.StatementLine.Adjustment;
import io.innkeeper.statement.StatementLine.Change;
import io.innkeeper.statement.StatementLine.Seats;
import io.innkeeper.statement.StatementLine.Usage;
import io.innkeeper.statement.Vat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements to draw; each {@code with…} is the same with one thing changed. */
record Samples(Statement statement) {
  static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  static final ExchangeRate LAST = rate("3.7812", 30, "212/A/NBP/2026", false);
  private static final UUID ID = UUID.fromString("0199a1f0-5f0c-7b5e-8f4e-3d0c3b9a6f01");
  private static final Party SELLER =
      new Party(
          "Halny Hosting sp. z o.o.",
          List.of("ul. Przykładowa 4, 30-001 Kraków"),
          "000-000-00-00",
          "",
          "PL00 0000 0000 0000 0000 0000 0001");
  private static final Party BUYER =
      new Party(
          "Kancelaria Brzoza i Wspólnicy",
          List.of("al. Zmyślona 12, 00-002 Warszawa"),
          "000-000-00-01",
          "",
          "");

  /** October of a law firm, in Polish, as a draft. */
  static Samples draft() {
    return new Samples(
        new Statement(
            ID,
            UUID.fromString("0199a1f0-5f0c-7b5e-8f4e-3d0c3b9a6f02"),
            Optional.empty(),
            Optional.empty(),
            OCTOBER,
            Language.PL,
            "PLN",
            SELLER,
            BUYER,
            Optional.empty(),
            Optional.empty(),
            14,
            lines(),
            new Vat(new BigDecimal("23"), ""),
            Optional.of(new BigDecimal("1.25")),
            new Conversion(Policy.LAST_DAY, Optional.of(LAST.value()), List.of(LAST)),
            Optional.of(SeatFeed.MANUAL)));
  }

  static Samples issued() {
    Statement draft = draft().statement;
    return draft()
        .with(
            Optional.of("2026/10/0031"),
            draft.corrects(),
            draft.language(),
            draft.currency(),
            draft.buyer(),
            draft.lines(),
            draft.vat(),
            draft.markup(),
            draft.conversion());
  }

  static ExchangeRate rate(String value, int day, String document, boolean fallback) {
    return new ExchangeRate(
        "PLN",
        new BigDecimal(value),
        OCTOBER.atDay(day),
        document.isEmpty() ? "ECB" : "NBP A",
        document,
        fallback);
  }

  private static List<StatementLine> lines() {
    return List.of(
        model("anthropic/claude-sonnet-4", 2533, 27_125_427, "101.782320", "384.86"),
        model("openai/gpt-4.1", 1223, 8_834_168, "22.562514", "85.31"),
        model("google/gemini-2.5-pro", 670, 11_177_904, "21.865566", "82.68"),
        model("openai/gpt-4.1-mini", 4643, 21_522_631, "10.974194", "41.50"),
        model("google/gemini-2.5-flash", 1816, 11_125_326, "5.978156", "22.60"),
        model("mistralai/mistral-medium-3", 489, 2_507_978, "1.658801", "6.27"),
        model("deepseek/deepseek-chat-v3.1", 347, 2_171_794, "0.771451", "2.92"),
        model("openai/text-embedding-3-small", 1531, 18_377_484, "0.459437", "1.74"),
        new Seats(
            23,
            new BigDecimal("54.00"),
            Optional.empty(),
            Optional.empty(),
            31,
            31,
            new BigDecimal("1242.00")),
        new Seats(
            1,
            new BigDecimal("54.00"),
            Optional.of(OCTOBER.atDay(16)),
            Optional.empty(),
            16,
            31,
            new BigDecimal("27.87")),
        new Adjustment(
            "zapytanie z 14 października, policzone mimo błędu dostawcy",
            Usd.parse("-0.4866"),
            new BigDecimal("-1.84")));
  }

  static StatementLine model(String id, long calls, long tokens, String usd, String net) {
    return new Usage(
        Optional.empty(), id, Usage.Kind.MODEL, calls, tokens, Usd.parse(usd), new BigDecimal(net));
  }

  static StatementLine person(String name, String net) {
    return new Usage(
        Optional.of(name),
        name,
        Usage.Kind.PERSON,
        12,
        34_567,
        Usd.parse("0.123456789012"),
        new BigDecimal(net));
  }

  /** So many people with names in Polish letters. */
  static List<StatementLine> people(int number) {
    List<StatementLine> people = new ArrayList<>();
    for (int one = 1; one <= number; one++)
      people.add(person("Żółcisława Gęśl-Jaźń " + one, one + ".07"));
    return people;
  }

  Samples withLines(List<StatementLine> lines) {
    return with(
        statement.number(),
        statement.corrects(),
        statement.language(),
        statement.currency(),
        statement.buyer(),
        lines,
        statement.vat(),
        statement.markup(),
        statement.conversion());
  }

  Samples inEnglish() {
    return with(
        statement.number(),
        statement.corrects(),
        Language.EN,
        statement.currency(),
        statement.buyer(),
        statement.lines(),
        statement.vat(),
        statement.markup(),
        statement.conversion());
  }

  Samples withBuyer(String name) {
    return with(
        statement.number(),
        statement.corrects(),
        statement.language(),
        statement.currency(),
        new Party(name, List.of("ul. Długa 1", "00-001 Łódź"), "DE 123456789", "", ""),
        statement.lines(),
        statement.vat(),
        statement.markup(),
        statement.conversion());
  }

  Samples withVat(String percent, String note) {
    return with(
        statement.number(),
        statement.corrects(),
        statement.language(),
        statement.currency(),
        statement.buyer(),
        statement.lines(),
        new Vat(new BigDecimal(percent), note),
        statement.markup(),
        statement.conversion());
  }

  Samples withMarkup(Optional<String> factor) {
    return with(
        statement.number(),
        statement.corrects(),
        statement.language(),
        statement.currency(),
        statement.buyer(),
        statement.lines(),
        statement.vat(),
        factor.map(BigDecimal::new),
        statement.conversion());
  }

  Samples withRates(Policy policy, Optional<String> value, List<ExchangeRate> rates) {
    return with(
        statement.number(),
        statement.corrects(),
        statement.language(),
        statement.currency(),
        statement.buyer(),
        statement.lines(),
        statement.vat(),
        statement.markup(),
        new Conversion(policy, value.map(BigDecimal::new), rates));
  }

  Samples inDollars() {
    return with(
        statement.number(),
        statement.corrects(),
        statement.language(),
        "USD",
        statement.buyer(),
        statement.lines(),
        statement.vat(),
        statement.markup(),
        new Conversion(Policy.EACH_DAY, Optional.empty(), List.of()));
  }

  /** Gives back what one call cost, and says which document it puts right. */
  Samples correcting(String number) {
    return with(
        Optional.of("2026/11/0002"),
        Optional.of(
            new Corrected(
                number, LocalDate.of(2026, 11, 2), "zdublowane zapytanie z 3 października")),
        statement.language(),
        statement.currency(),
        statement.buyer(),
        List.of(new Change("Zapytanie policzone dwa razy", new BigDecimal("-10.00"))),
        statement.vat(),
        statement.markup(),
        statement.conversion());
  }

  private Samples with(
      Optional<String> number,
      Optional<Corrected> corrects,
      Language language,
      String currency,
      Party buyer,
      List<StatementLine> lines,
      Vat vat,
      Optional<BigDecimal> markup,
      Conversion conversion) {
    return new Samples(
        new Statement(
            ID,
            statement.organisation(),
            number,
            corrects,
            statement.month(),
            language,
            currency,
            statement.seller(),
            buyer,
            number.map(some -> LocalDate.of(2026, 11, 2)),
            number.map(some -> LocalDate.of(2026, 11, 16)),
            14,
            lines,
            vat,
            markup,
            conversion,
            statement.seatFeed()));
  }
}
