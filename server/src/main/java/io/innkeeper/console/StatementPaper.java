package io.innkeeper.console;

import io.innkeeper.console.view.PaperView;
import io.innkeeper.money.ExchangeRate;
import io.innkeeper.money.Usd;
import io.innkeeper.statement.Conversion;
import io.innkeeper.statement.Language;
import io.innkeeper.statement.Party;
import io.innkeeper.statement.Statement;
import io.innkeeper.statement.StatementLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A statement's paper as the console shows it, in the statement's own language. */
final class StatementPaper {
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final String SPACE = "\u00a0";

  private final Statement statement;
  private final boolean polish;
  private final Locale locale;

  private StatementPaper(Statement statement) {
    this.statement = statement;
    this.polish = statement.language() == Language.PL;
    this.locale = statement.language().locale();
  }

  static PaperView of(Statement statement) {
    return new StatementPaper(statement).view();
  }

  private String say(String pl, String en) {
    return polish ? pl : en;
  }

  private PaperView view() {
    boolean draft = statement.number().isEmpty();
    return new PaperView(
        statement.language().word(),
        draft ? say("Szkic", "Draft") : "",
        title(),
        statement
            .number()
            .map(number -> say("Nr ", "No. ") + number)
            .orElse(say("Numer zostanie nadany przy wystawieniu", "The number comes when issued")),
        party(statement.seller()),
        say("Dla", "For"),
        party(statement.buyer()),
        terms(),
        List.of(
            say("Pozycja", "Item"),
            say("Zapytania", "Calls"),
            say("Tokeny", "Tokens"),
            "USD",
            statement.currency()),
        lines(),
        sums(),
        foot());
  }

  private String title() {
    String month = DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(statement.month());
    String what =
        statement.corrects().isPresent()
            ? say("Korekta rozliczenia za ", "Correction of the statement for ")
            : say("Rozliczenie za ", "Statement for ");
    return what + month;
  }

  private static PaperView.Party party(Party party) {
    List<String> lines = new ArrayList<>();
    if (!party.address().isEmpty()) lines.add(String.join(", ", party.address()));
    if (!party.taxId().isEmpty()) lines.add("NIP " + party.taxId());
    if (!party.account().isEmpty()) lines.add(party.account());
    return new PaperView.Party(party.name(), lines);
  }

  private List<PaperView.Term> terms() {
    List<PaperView.Term> terms = new ArrayList<>();
    YearMonth month = statement.month();
    String last = DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(month.atEndOfMonth());
    terms.add(new PaperView.Term(say("Okres", "Period"), "1–" + last));
    statement
        .issued()
        .ifPresent(day -> terms.add(new PaperView.Term(say("Wystawiono", "Issued"), date(day))));
    String pay =
        statement
            .due()
            .map(this::date)
            .orElse(
                say(
                    statement.paymentDays() + " dni od wystawienia",
                    statement.paymentDays() + " days after the issue"));
    terms.add(new PaperView.Term(say("Termin płatności", "To be paid by"), pay));
    statement
        .corrects()
        .ifPresent(
            old -> {
              terms.add(
                  new PaperView.Term(
                      say("Dotyczy", "Corrects"),
                      old.number() + say(" z ", " of ") + date(old.issued())));
              terms.add(new PaperView.Term(say("Powód", "Because"), old.reason()));
            });
    return terms;
  }

  private List<PaperView.Line> lines() {
    List<PaperView.Line> lines = new ArrayList<>();
    for (StatementLine line : statement.lines())
      lines.add(line(Integer.toString(lines.size() + 1), line));
    return lines;
  }

  private PaperView.Line line(String place, StatementLine line) {
    boolean negative = line.net().signum() < 0;
    String net = money(line.net());
    return switch (line) {
      case StatementLine.Usage usage ->
          new PaperView.Line(
              place,
              usage.subject(),
              usage.kind() == StatementLine.Usage.Kind.MODEL,
              count(usage.calls()),
              count(usage.tokens()),
              dollars(usage.billed()),
              net,
              negative);
      case StatementLine.Seats seats -> words(place, seats(seats), "", net, negative);
      case StatementLine.Adjustment one ->
          words(
              place,
              say("Korekta: ", "Adjustment: ") + one.words(),
              dollars(one.billed()),
              net,
              negative);
      case StatementLine.Change one -> words(place, one.words(), "", net, negative);
    };
  }

  private static PaperView.Line words(
      String place, String words, String dollars, String net, boolean negative) {
    return new PaperView.Line(place, words, false, "", "", dollars, net, negative);
  }

  private String seats(StatementLine.Seats seats) {
    String words =
        say("Abonament, ", "Seats, ")
            + seats.seats()
            + " "
            + say(osoby(seats.seats()), seats.seats() == 1 ? "person" : "people");
    String whole = words + " × " + money(seats.price());
    if (seats.days() == seats.monthDays()) return whole;
    String since = seats.since().map(day -> say(" od ", " from ") + day(day)).orElse("");
    String until = seats.until().map(day -> say(" do ", " to ") + day(day)).orElse("");
    return words
        + since
        + until
        + say(
            ", %d z %d dni".formatted(seats.days(), seats.monthDays()),
            ", %d of %d days".formatted(seats.days(), seats.monthDays()));
  }

  private static String osoby(int count) {
    if (count == 1) return "osoba";
    int last = count % 10;
    boolean teen = count % 100 >= 12 && count % 100 <= 14;
    return last >= 2 && last <= 4 && !teen ? "osoby" : "osób";
  }

  private List<PaperView.Sum> sums() {
    String percent = statement.vat().percent().stripTrailingZeros().toPlainString();
    String note = statement.vat().note().isEmpty() ? "" : ", " + statement.vat().note();
    String vat = "VAT " + percent.replace('.', polish ? ',' : '.') + "%" + note;
    return List.of(
        new PaperView.Sum(say("Razem netto", "Net"), money(statement.net())),
        new PaperView.Sum(vat, money(statement.tax())),
        new PaperView.Sum(
            say("Do zapłaty, ", "To be paid, ") + statement.currency(), money(statement.gross())));
  }

  private String foot() {
    List<String> said = new ArrayList<>();
    Conversion conversion = statement.conversion();
    if (!conversion.rates().isEmpty()) said.add(rate(conversion));
    said.add(say("Każda pozycja zaokrąglona raz.", "Each line is rounded once."));
    statement.markup().ifPresent(factor -> said.add(markup(factor)));
    if (conversion.fallback())
      said.add(say("Kurs zastępczy.", "A rate stands in for one that was not published."));
    return String.join(" ", said);
  }

  private String rate(Conversion conversion) {
    ExchangeRate last = conversion.rates().getLast();
    String currency = " " + statement.currency();
    return switch (conversion.policy()) {
      case LAST_DAY ->
          say("Kurs 1 USD = ", "1 USD = ")
              + decimal(last.value())
              + currency
              + say(", tabela ", ", table ")
              + last.source()
              + (last.document().isEmpty() ? "" : " " + last.document())
              + say(" z ", " of ")
              + date(last.effective())
              + ".";
      case AVERAGE ->
          say("Średni kurs miesiąca 1 USD = ", "The month's mean rate, 1 USD = ")
              + decimal(conversion.value().orElse(last.value()))
              + currency
              + say(", z tabel: ", ", of tables: ")
              + conversion.rates().size()
              + ".";
      case EACH_DAY ->
          say(
              "Każdy dzień po kursie, który go dotyczy.",
              "Each day at the rate that applied to it.");
    };
  }

  private String markup(BigDecimal factor) {
    BigDecimal percent =
        factor
            .subtract(BigDecimal.ONE)
            .movePointRight(2)
            .stripTrailingZeros()
            .setScale(
                Math.max(0, factor.stripTrailingZeros().scale() - 2), RoundingMode.UNNECESSARY);
    return percent.signum() == 0
        ? ""
        : say("Kwoty w USD zawierają narzut ", "Amounts in USD hold a markup of ")
            + decimal(percent)
            + "%.";
  }

  private String date(LocalDate day) {
    return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(day);
  }

  private String day(LocalDate day) {
    return DateTimeFormatter.ofPattern("d MMMM", locale).format(day);
  }

  private String dollars(Usd amount) {
    return money(amount.decimal().setScale(6, RoundingMode.HALF_UP));
  }

  private String decimal(BigDecimal number) {
    String plain = number.toPlainString();
    return polish ? plain.replace('.', ',') : plain;
  }

  /** Groups from five digits on in Polish, from four on in English. */
  private String money(BigDecimal amount) {
    BigDecimal abs = amount.abs();
    boolean grouped = !polish || abs.compareTo(TEN_THOUSAND) >= 0;
    String digits =
        String.format(Locale.ROOT, (grouped ? "%,." : "%.") + amount.scale() + "f", abs);
    String written = polish ? digits.replace(",", SPACE).replace('.', ',') : digits;
    return amount.signum() < 0 ? "−" + written : written;
  }

  private String count(long number) {
    return money(BigDecimal.valueOf(number));
  }
}
