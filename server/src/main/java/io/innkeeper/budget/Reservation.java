package io.innkeeper.budget;

import io.innkeeper.money.Usd;
import java.time.YearMonth;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The worst case of one call, held until its cost is known. Ends once; what comes later is nothing.
 */
public final class Reservation {
  private final HouseBook book;
  private final Spender spender;
  private final YearMonth month;
  private final Usd amount;
  private final AtomicBoolean over = new AtomicBoolean();

  Reservation(HouseBook book, Spender spender, YearMonth month, Usd amount) {
    this.book = book;
    this.spender = spender;
    this.month = month;
    this.amount = amount;
  }

  public Usd amount() {
    return amount;
  }

  /** The month it counts in: that of its arrival. */
  public YearMonth month() {
    return month;
  }

  /** The call did cost this much. */
  public void settle(Usd actual) {
    if (over.compareAndSet(false, true)) book.enter(spender, month, actual, amount.negated());
  }

  /** The call was never made. */
  public void release() {
    settle(Usd.ZERO);
  }

  /**
   * The cost isn't known yet: the worst case stays held until {@link BudgetBook#enter} frees it.
   */
  public void keep() {
    over.set(true);
  }
}
