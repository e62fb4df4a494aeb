package io.innkeeper.openrouter.provision;

import io.innkeeper.money.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A key's cap at the upstream: the second line of defence behind the gateway's budgets, so it must
 * never refuse what they allow.
 *
 * <p>Both count the upstream's cost of a month, but not of the same month: ours begins at the
 * organisation's own midnight, the upstream's at midnight UTC. In the hours between, what one of
 * them books to the old month the other books to the new one; and a call that is under way may
 * overshoot. A quarter above the budget leaves room for both. A cap below one dollar is never set:
 * whether 0 means “nothing” or “no cap” there is not said anywhere.
 */
final class KeyCap {
  private static final BigDecimal HEADROOM = new BigDecimal("1.25");
  private static final BigDecimal LEAST = BigDecimal.ONE;

  private KeyCap() {}

  /**
   * The cap beside a budget; empty for none.
   *
   * @param budget what the gateway refuses calls beyond; empty where it refuses none
   */
  static Optional<Usd> beside(Optional<Usd> budget) {
    return budget.map(
        amount ->
            Usd.of(
                amount.decimal().multiply(HEADROOM).setScale(2, RoundingMode.CEILING).max(LEAST)));
  }
}
