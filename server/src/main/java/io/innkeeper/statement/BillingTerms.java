package io.innkeeper.statement;

import io.innkeeper.client.BillingTermsChange;
import io.innkeeper.fault.Fault;
import io.innkeeper.organisation.Organisation;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an organisation is billed.
 *
 * @param lines by what usage is told on the paper
 * @param paymentDays from 0 to 365, how long after the issue it is to be paid
 */
public record BillingTerms(
    Party buyer,
    Language language,
    StatementLine.Usage.Kind lines,
    Conversion.Policy policy,
    Vat vat,
    int paymentDays,
    SeatFeed seats) {
  private static final String HOME_CURRENCY = "PLN";
  private static final int MOST_DAYS = 365;
  private static final BigDecimal MOST_VAT = BigDecimal.valueOf(100);

  /** Those of an organisation of which nothing was said. */
  static BillingTerms usual(Organisation organisation) {
    boolean polish = organisation.spec().currency().equals(HOME_CURRENCY);
    return new BillingTerms(
        new Party(
            organisation.name(), List.of(), "", organisation.spec().contactEmail().orElse(""), ""),
        polish ? Language.PL : Language.EN,
        StatementLine.Usage.Kind.MODEL,
        Conversion.Policy.LAST_DAY,
        new Vat(BigDecimal.valueOf(23), ""),
        14,
        SeatFeed.NONE);
  }

  /**
   * These terms with a change applied; what it doesn't name stays.
   *
   * @throws Fault INVALID naming the field to be mended
   */
  public BillingTerms changed(BillingTermsChange change) {
    Vat wanted =
        new Vat(
            change.vatPercent() == null ? vat.percent() : percent(change.vatPercent()),
            change.vatNote() == null ? vat.note() : PartyText.line("vatNote", change.vatNote()));
    return new BillingTerms(
        change.buyer() == null ? buyer : PartyText.changed(buyer, change.buyer(), "buyer"),
        change.language() == null
            ? language
            : Words.given(Language.class, "language", change.language()),
        change.lines() == null
            ? lines
            : Words.given(StatementLine.Usage.Kind.class, "lines", change.lines()),
        change.ratePolicy() == null
            ? policy
            : Words.given(Conversion.Policy.class, "ratePolicy", change.ratePolicy()),
        wanted,
        Optional.ofNullable(change.paymentDays()).map(BillingTerms::days).orElse(paymentDays),
        change.seats() == null ? seats : Words.given(SeatFeed.class, "seats", change.seats()));
  }

  /** The terms as audit lines and conflicts show them. */
  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>(PartyText.facts(buyer));
    facts.put("language", language.word());
    facts.put("lines", Words.of(lines));
    facts.put("ratePolicy", Words.of(policy));
    facts.put("vatPercent", vat.percent().toPlainString());
    facts.put("vatNote", vat.note());
    facts.put("paymentDays", paymentDays);
    facts.put("seats", seats.word());
    return facts;
  }

  private static BigDecimal percent(BigDecimal given) {
    if (given.signum() >= 0 && given.compareTo(MOST_VAT) <= 0 && given.scale() <= 2) return given;
    throw Fault.invalidField(
        "vatPercent", "vat-percent", "The VAT is from 0 to 100 per cent, with at most 2 decimals.");
  }

  private static int days(int given) {
    if (given >= 0 && given <= MOST_DAYS) return given;
    throw Fault.invalidField(
        "paymentDays", "payment-days", "A statement is to be paid within 0 to 365 days.");
  }
}
