package io.innkeeper.statement.paper;

import io.innkeeper.statement.Language;
import io.innkeeper.statement.Party;
import io.innkeeper.statement.Statement;
import io.innkeeper.statement.StatementLine;
import io.innkeeper.statement.StatementLine.Adjustment;
import io.innkeeper.statement.StatementLine.Change;
import io.innkeeper.statement.StatementLine.Seats;
import io.innkeeper.statement.StatementLine.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a statement's parts are called, the same in every file. */
record Sayings(Statement statement, Figures figures) {
  static Sayings of(Statement statement) {
    return new Sayings(statement, new Figures(statement.language()));
  }

  Language language() {
    return figures.language();
  }

  String word(Word word, String... parts) {
    return word.in(language(), parts);
  }

  String title() {
    Word word = statement.corrects().isPresent() ? Word.CORRECTION : Word.TITLE;
    return word(word, figures.month(statement.month()));
  }

  /** The title with the number, or with the word that it has none yet. */
  String name() {
    return title() + " · " + statement.number().orElseGet(() -> word(Word.DRAFT));
  }

  String number() {
    return statement
        .number()
        .map(number -> word(Word.NUMBER, number))
        .orElseGet(() -> word(Word.NO_NUMBER));
  }

  /** What the statement puts right and why; empty if it puts nothing right. */
  Optional<String> corrects() {
    return statement
        .corrects()
        .map(old -> word(Word.CORRECTS, old.number(), figures.day(old.issued())));
  }

  Optional<String> reason() {
    return statement.corrects().map(old -> word(Word.REASON, old.reason()));
  }

  /** Who it is, line by line below the name. */
  List<String> below(Party party) {
    List<String> lines = new ArrayList<>(party.address());
    if (!party.taxId().isBlank()) lines.add(taxId(party.taxId()));
    if (!party.email().isBlank()) lines.add(party.email());
    return lines;
  }

  /** A number that names its own kind, such as “DE 123456789”, stays as it is. */
  private String taxId(String id) {
    return Character.isLetter(id.strip().charAt(0)) ? id : word(Word.TAX_ID, id);
  }

  /** Whether there is anything to pay; a statement can also give back. */
  boolean payable() {
    return statement.gross().signum() > 0;
  }

  /** When it is to be paid. */
  String due() {
    return statement
        .due()
        .map(figures::day)
        .orElseGet(() -> word(Word.DUE_LATER, figures.days(statement.paymentDays())));
  }

  /** Where to pay; empty if it isn't known or there is nothing to pay. */
  Optional<String> account() {
    String account = statement.seller().account();
    if (account.isBlank() || !payable()) return Optional.empty();
    return Optional.of(
        statement
            .number()
            .map(number -> word(Word.PAY_FOR, account, number))
            .orElseGet(() -> word(Word.PAY, account)));
  }

  String line(StatementLine line) {
    return switch (line) {
      case Usage usage -> usage.subject().isBlank() ? "—" : usage.subject();
      case Seats seats -> seats(seats);
      case Adjustment adjustment -> word(Word.ADJUSTMENT, adjustment.words());
      case Change change -> change.words();
    };
  }

  private String seats(Seats seats) {
    List<String> parts = new ArrayList<>();
    parts.add(
        word(
            Word.SUBSCRIPTION,
            figures.people(seats.seats()),
            figures.money(seats.price(), Math.max(2, seats.price().scale()))));
    stay(seats).ifPresent(parts::add);
    if (seats.days() != seats.monthDays())
      parts.add(word(Word.DAYS_OF, figures.count(seats.days()), figures.count(seats.monthDays())));
    return String.join(", ", parts);
  }

  private Optional<String> stay(Seats seats) {
    Optional<LocalDate> since = seats.since();
    Optional<LocalDate> until = seats.until();
    if (since.isPresent() && until.isPresent())
      return Optional.of(
          word(Word.FROM_TO, figures.dayOfYear(since.get()), figures.dayOfYear(until.get())));
    return since
        .map(day -> word(Word.FROM_DAY, figures.dayOfYear(day)))
        .or(() -> until.map(day -> word(Word.TO_DAY, figures.dayOfYear(day))));
  }

  /** The tax's label, with the reason if none is charged. */
  String vat() {
    String percent = figures.percent(statement.vat().percent());
    String note = statement.vat().note();
    return note.isBlank() ? word(Word.VAT, percent) : word(Word.VAT_NOTE, percent, note);
  }

  /** What the last figure is; what is given back is written without its sign. */
  String total() {
    Word word = statement.gross().signum() < 0 ? Word.TO_REFUND : Word.TO_PAY;
    return word(word, statement.currency());
  }

  BigDecimal totalAmount() {
    return statement.gross().abs();
  }

  boolean inDollars() {
    return statement.currency().equals("USD");
  }

  /** The heading of exact dollars beside the statement's own currency. */
  String dollars() {
    return inDollars() ? word(Word.EXACT_USD) : "USD";
  }

  /** What keeps a list of days readable: “3 lis, 4 lis”. */
  String days(List<LocalDate> days) {
    return days.stream().map(figures::day).collect(Collectors.joining(", "));
  }
}
