package io.innkeeper.statement;

import io.innkeeper.money.Usd;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** A line of a statement. Its amount is rounded once, to cents; totals are sums of lines. */
public sealed interface StatementLine {
  /** In the statement's currency, two decimals, without VAT; negative for what is given back. */
  BigDecimal net();

  /**
   * What a model's answers cost, or a person's.
   *
   * @param subject the model's id or the person's name
   * @param billed with the markup
   */
  record Usage(String subject, Kind kind, long calls, long tokens, Usd billed, BigDecimal net)
      implements StatementLine {
    /** What a usage line is about. */
    public enum Kind {
      MODEL,
      PERSON
    }
  }

  /**
   * Seats of people who were there equally long.
   *
   * @param price of one seat for a whole month
   * @param since the first day, if it isn't the month's
   * @param until the last day, if it isn't the month's
   * @param days how many days were used, of the month's
   */
  record Seats(
      int seats,
      BigDecimal price,
      Optional<LocalDate> since,
      Optional<LocalDate> until,
      int days,
      int monthDays,
      BigDecimal net)
      implements StatementLine {}

  /** A signed adjustment from the ledger, in its author's words. */
  record Adjustment(String words, Usd billed, BigDecimal net) implements StatementLine {}

  /** What a correcting document changes, in its author's words. */
  record Change(String words, BigDecimal net) implements StatementLine {}
}
