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
   * @param person the person's id, which stays when they are called otherwise; an empty text for
   *     calls of nobody; absent for models, and on documents from before ids were kept
   * @param subject the model's id or the person's name
   * @param billed with the markup
   */
  record Usage(
      Optional<String> person,
      String subject,
      Kind kind,
      long calls,
      long tokens,
      Usd billed,
      BigDecimal net)
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

  /**
   * What a correcting document changes.
   *
   * @param corrects which of the books' lines it puts right, whatever that one is called; empty if
   *     it is in its author's own words
   */
  record Change(Optional<String> corrects, String words, BigDecimal net) implements StatementLine {
    public Change(String words, BigDecimal net) {
      this(Optional.empty(), words, net);
    }
  }
}
