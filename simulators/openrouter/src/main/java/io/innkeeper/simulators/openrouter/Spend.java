package io.innkeeper.simulators.openrouter;

import java.math.BigDecimal;

/**
 * What a call used and what was charged for it.
 *
 * @param cost credits charged, as JSON text; with an own provider key only the fee
 * @param promptCost the provider's price of the prompt
 * @param completionCost the provider's price of the answer
 * @param upstream the provider's whole price
 * @param byok whether that price went to an own provider key
 */
public record Spend(
    long prompt,
    long completion,
    long cached,
    long written,
    long reasoning,
    String cost,
    BigDecimal promptCost,
    BigDecimal completionCost,
    BigDecimal upstream,
    boolean byok) {
  static final Spend NOTHING =
      new Spend(0, 0, 0, 0, 0, "0", BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, false);

  /** All that the call cost its owner, to the last digit. */
  public BigDecimal total() {
    BigDecimal credits = new BigDecimal(cost);
    return byok ? credits.add(upstream) : credits;
  }
}
