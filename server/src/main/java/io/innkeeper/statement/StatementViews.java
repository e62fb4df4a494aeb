package io.innkeeper.statement;

import io.innkeeper.client.BillingTermsView;
import io.innkeeper.client.ProfitPart;
import io.innkeeper.client.ProfitView;
import io.innkeeper.client.SeatMonthView;
import io.innkeeper.client.SeatPricesView;
import io.innkeeper.client.SeatTierView;
import io.innkeeper.client.SeatView;
import io.innkeeper.client.SellerView;
import io.innkeeper.client.StatementCheckView;
import io.innkeeper.client.StatementSummary;
import io.innkeeper.client.StatementView;
import io.innkeeper.money.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Statements, seats and profit as programs are told of them. */
public final class StatementViews {
  private StatementViews() {}

  /** A draft with its checks; without a document while a rate is missing. */
  public static StatementView of(Draft draft) {
    return new StatementView(
        draft.readySince().isPresent() ? "ready" : "draft",
        draft.statement().map(StatementDocuments::of).orElse(null),
        draft.readySince().orElse(null),
        draft.checks().stream().map(StatementViews::of).toList(),
        draft.fingerprint().orElse(null),
        null,
        null,
        null,
        null,
        null,
        null,
        0);
  }

  /**
   * An issued one.
   *
   * @param corrections the documents that change it
   */
  public static StatementView of(IssuedStatement issued, List<IssuedStatement> corrections) {
    return new StatementView(
        issued.state(),
        StatementDocuments.of(issued.statement()),
        null,
        null,
        null,
        issued.at(),
        issued.by(),
        issued.sha256(),
        issued.marks().sentOn().orElse(null),
        issued.marks().paidOn().orElse(null),
        corrections.stream().map(IssuedStatement::number).toList(),
        issued.marks().version());
  }

  private static StatementCheckView of(Check check) {
    return new StatementCheckView(check.name(), check.result(), check.said());
  }

  static StatementSummary summary(IssuedStatement issued, String organisation) {
    Statement statement = issued.statement();
    return new StatementSummary(
        statement.id(),
        organisation,
        statement.month().toString(),
        issued.state(),
        issued.number(),
        issued.corrects().orElse(null),
        statement.currency(),
        statement.net(),
        statement.gross(),
        null,
        statement.issued().orElse(null),
        statement.due().orElse(null),
        issued.marks().sentOn().orElse(null),
        issued.marks().paidOn().orElse(null));
  }

  static StatementSummary summary(Draft draft) {
    Optional<Statement> statement = draft.statement();
    return new StatementSummary(
        Draft.id(draft.organisation().id(), draft.month()),
        draft.organisation().slug().value(),
        draft.month().toString(),
        draft.readySince().isPresent() ? "ready" : "draft",
        null,
        null,
        draft.organisation().spec().currency(),
        statement.map(Statement::net).orElse(null),
        statement.map(Statement::gross).orElse(null),
        draft.readySince().orElse(null),
        null,
        null,
        null,
        null);
  }

  static BillingTermsView of(BillingBook.Stored stored) {
    BillingTerms terms = stored.terms();
    return new BillingTermsView(
        StatementDocuments.party(terms.buyer()),
        terms.language().word(),
        Words.of(terms.lines()),
        Words.of(terms.policy()),
        terms.vat().percent(),
        terms.vat().note(),
        terms.paymentDays(),
        terms.seats().word(),
        stored.version());
  }

  static SellerView of(BillingBook.Seller seller) {
    return new SellerView(StatementDocuments.party(seller.party()), seller.version());
  }

  static SeatPricesView of(SeatPrices.Priced priced, long version) {
    return new SeatPricesView(
        priced.since().map(YearMonth::toString).orElse(null),
        priced.tiers().currency(),
        tiers(priced.tiers()),
        version);
  }

  /** An organisation's seats in a month. */
  public static SeatMonthView of(SeatMonth month, SeatFeed feed) {
    return new SeatMonthView(
        month.month().toString(),
        feed.word(),
        month.month().lengthOfMonth(),
        month.count(),
        month.tiers().currency(),
        month.price(),
        tiers(month.tiers()),
        month.held().stream().map(StatementViews::seat).toList(),
        month.total());
  }

  private static SeatView seat(SeatMonth.Held held) {
    Seat seat = held.seat();
    return of(seat, held.days(), held.amount());
  }

  static SeatView of(Seat seat, int days, BigDecimal amount) {
    return new SeatView(
        seat.id().map(UUID::toString).orElse(null),
        seat.person(),
        seat.name(),
        seat.email(),
        seat.from(),
        seat.until().orElse(null),
        days,
        amount,
        seat.version());
  }

  private static List<SeatTierView> tiers(SeatTiers tiers) {
    return tiers.tiers().stream().map(tier -> new SeatTierView(tier.from(), tier.price())).toList();
  }

  static ProfitView of(Profit.Report report, LocalDate from, LocalDate to) {
    return new ProfitView(
        from,
        to,
        plain(report.cost()),
        plain(report.billed()),
        plain(report.billed().minus(report.cost())),
        report.organisations().stream().map(part -> part(part, null)).toList(),
        report.models().stream().map(part -> part(part, part.model())).toList());
  }

  private static ProfitPart part(Profit.Part part, @Nullable String model) {
    Optional<Profit.InCurrency> converted = part.converted();
    return new ProfitPart(
        part.organisation().slug().value(),
        model,
        part.calls(),
        plain(part.cost()),
        plain(part.billed()),
        plain(part.margin()),
        part.markup().orElse(null),
        part.organisation().spec().currency(),
        converted.map(Profit.InCurrency::cost).map(StatementViews::cents).orElse(null),
        converted.map(Profit.InCurrency::billed).map(StatementViews::cents).orElse(null),
        converted.map(Profit.InCurrency::margin).map(StatementViews::cents).orElse(null),
        converted.filter(Profit.InCurrency::fallback).isPresent());
  }

  private static BigDecimal cents(BigDecimal exact) {
    return exact.setScale(2, RoundingMode.HALF_UP);
  }

  private static BigDecimal plain(Usd amount) {
    return new BigDecimal(amount.toString());
  }
}
