package io.innkeeper.statement;

import io.innkeeper.money.Usd;

/**
 * What only the operator sees of a statement.
 *
 * @param cost paid to the upstream, adjustments among it
 * @param billed usage and adjustments on the paper, with the markup
 */
public record Inside(Usd cost, Usd billed) {
  static final Inside NOTHING = new Inside(Usd.ZERO, Usd.ZERO);

  /** What is left of the usage. */
  public Usd margin() {
    return billed.minus(cost);
  }
}
