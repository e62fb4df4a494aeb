package io.innkeeper.budget;

import io.innkeeper.money.Usd;

/**
 * How much may be spent in a month.
 *
 * @param hard whether calls beyond it are refused; otherwise it only warns
 * @param lowers whether a call that would pass it gets a shorter answer, where one fits, instead of
 *     a refusal
 */
public record Limit(Usd amount, boolean hard, boolean lowers) {
  public Limit(Usd amount, boolean hard) {
    this(amount, hard, false);
  }
}
