package io.innkeeper.statement;

import static java.util.Objects.requireNonNull;

import io.innkeeper.client.ConversionView;
import io.innkeeper.client.CorrectedView;
import io.innkeeper.client.PartyView;
import io.innkeeper.client.RateView;
import io.innkeeper.client.StatementDocument;
import io.innkeeper.client.StatementLineView;
import io.innkeeper.money.ExchangeRate;
import io.innkeeper.money.Usd;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A statement as programs are told of it, and back. */
final class StatementDocuments {
  private StatementDocuments() {}

  static StatementDocument of(Statement statement) {
    return new StatementDocument(
        statement.id(),
        statement.organisation(),
        statement.number().orElse(null),
        statement
            .corrects()
            .map(old -> new CorrectedView(old.number(), old.issued(), old.reason()))
            .orElse(null),
        statement.month().toString(),
        statement.language().word(),
        statement.currency(),
        party(statement.seller()),
        party(statement.buyer()),
        statement.issued().orElse(null),
        statement.due().orElse(null),
        statement.paymentDays(),
        statement.lines().stream().map(StatementDocuments::line).toList(),
        statement.net(),
        statement.vat().percent(),
        statement.vat().note(),
        statement.tax(),
        statement.gross(),
        statement.markup().orElse(null),
        conversion(statement.conversion()),
        statement.seatFeed().map(SeatFeed::word).orElse(null));
  }

  static Statement read(StatementDocument document) {
    return new Statement(
        document.id(),
        document.organisation(),
        Optional.ofNullable(document.number()),
        Optional.ofNullable(document.corrects())
            .map(old -> new Statement.Corrected(old.number(), old.issued(), old.reason())),
        YearMonth.parse(document.month()),
        BillingBook.language(document.language()),
        document.currency(),
        party(document.seller()),
        party(document.buyer()),
        Optional.ofNullable(document.issued()),
        Optional.ofNullable(document.due()),
        document.paymentDays(),
        document.lines().stream().map(StatementDocuments::line).toList(),
        new Vat(document.vatPercent(), document.vatNote()),
        Optional.ofNullable(document.markup()),
        conversion(document.conversion()),
        Optional.ofNullable(document.seatFeed()).map(word -> Words.stored(SeatFeed.class, word)));
  }

  static PartyView party(Party party) {
    return new PartyView(
        party.name(), party.address(), party.taxId(), party.email(), party.account());
  }

  private static Party party(PartyView view) {
    return new Party(
        requireNonNull(view.name()),
        requireNonNull(view.address()),
        requireNonNull(view.taxId()),
        requireNonNull(view.email()),
        requireNonNull(view.account()));
  }

  private static ConversionView conversion(Conversion conversion) {
    return new ConversionView(
        Words.of(conversion.policy()),
        conversion.value().orElse(null),
        conversion.rates().stream().map(StatementDocuments::rate).toList());
  }

  private static Conversion conversion(ConversionView view) {
    return new Conversion(
        Words.stored(Conversion.Policy.class, view.policy()),
        Optional.ofNullable(view.value()),
        view.rates().stream().map(StatementDocuments::rate).toList());
  }

  private static RateView rate(ExchangeRate rate) {
    return new RateView(
        rate.currency(),
        rate.value().toPlainString(),
        rate.effective(),
        rate.source(),
        rate.document().isEmpty() ? null : rate.document(),
        rate.fallback());
  }

  private static ExchangeRate rate(RateView view) {
    return new ExchangeRate(
        view.currency(),
        new BigDecimal(view.value()),
        view.effective(),
        view.source(),
        Objects.requireNonNullElse(view.document(), ""),
        view.fallback());
  }

  private static StatementLineView line(StatementLine line) {
    return switch (line) {
      case StatementLine.Usage usage ->
          new StatementLineView(
              Words.of(usage.kind()),
              usage.person().orElse(null),
              usage.subject(),
              null,
              usage.calls(),
              usage.tokens(),
              dollars(usage.billed()),
              null,
              null,
              null,
              null,
              null,
              null,
              usage.net());
      case StatementLine.Seats seats -> seats(seats);
      case StatementLine.Adjustment one ->
          words("adjustment", null, one.words(), dollars(one.billed()), one.net());
      case StatementLine.Change one ->
          words("change", one.corrects().orElse(null), one.words(), null, one.net());
    };
  }

  private static StatementLineView words(
      String kind,
      @Nullable String corrects,
      String words,
      @Nullable BigDecimal billed,
      BigDecimal net) {
    return new StatementLineView(
        kind, null, words, corrects, null, null, billed, null, null, null, null, null, null, net);
  }

  private static BigDecimal dollars(Usd amount) {
    return new BigDecimal(amount.toString());
  }

  private static StatementLineView seats(StatementLine.Seats seats) {
    return new StatementLineView(
        "seats",
        null,
        null,
        null,
        null,
        null,
        null,
        seats.seats(),
        seats.price(),
        seats.since().orElse(null),
        seats.until().orElse(null),
        seats.days(),
        seats.monthDays(),
        seats.net());
  }

  private static StatementLine line(StatementLineView view) {
    return switch (view.kind()) {
      case "seats" ->
          new StatementLine.Seats(
              requireNonNull(view.seats()),
              requireNonNull(view.price()),
              Optional.ofNullable(view.since()),
              Optional.ofNullable(view.until()),
              requireNonNull(view.days()),
              requireNonNull(view.monthDays()),
              view.net());
      case "adjustment" ->
          new StatementLine.Adjustment(
              requireNonNull(view.subject()), Usd.of(requireNonNull(view.billed())), view.net());
      case "change" ->
          new StatementLine.Change(
              Optional.ofNullable(view.corrects()), requireNonNull(view.subject()), view.net());
      default ->
          new StatementLine.Usage(
              Optional.ofNullable(view.person()),
              requireNonNull(view.subject()),
              Words.stored(StatementLine.Usage.Kind.class, view.kind()),
              requireNonNull(view.calls()),
              requireNonNull(view.tokens()),
              Usd.of(requireNonNull(view.billed())),
              view.net());
    };
  }
}
