package io.innkeeper.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything that stands on the paper. Whoever draws it needs nothing else, so the same statement
 * always gives the same bytes.
 *
 * @param number of a series without gaps, for example {@code 2026/10/0031}; empty while a draft
 * @param corrects the document that this one changes
 * @param currency ISO 4217 of every amount but dollars
 * @param markup the factor on the upstream's cost that usage lines hold; empty if it changed within
 *     the month
 * @param issued in the organisation's time zone; empty while a draft
 * @param due the last day to pay; empty while a draft
 * @param paymentDays how long after the issue it is to be paid
 * @param seatFeed whose seats were counted, so that they can be counted again; empty for
 *     corrections, and on documents from before it was kept
 */
public record Statement(
    UUID id,
    UUID organisation,
    Optional<String> number,
    Optional<Corrected> corrects,
    YearMonth month,
    Language language,
    String currency,
    Party seller,
    Party buyer,
    Optional<LocalDate> issued,
    Optional<LocalDate> due,
    int paymentDays,
    List<StatementLine> lines,
    Vat vat,
    Optional<BigDecimal> markup,
    Conversion conversion,
    Optional<SeatFeed> seatFeed) {
  private static final BigDecimal ZERO = BigDecimal.ZERO.setScale(2);

  /** The document a correction refers to. */
  public record Corrected(String number, LocalDate issued, String reason) {}

  public Statement {
    lines = List.copyOf(lines);
  }

  /** The sum of the lines. */
  public BigDecimal net() {
    return lines.stream().map(StatementLine::net).reduce(ZERO, BigDecimal::add);
  }

  public BigDecimal tax() {
    return vat.on(net());
  }

  public BigDecimal gross() {
    return net().add(tax());
  }
}
