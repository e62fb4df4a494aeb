package io.innkeeper.budget;

import io.innkeeper.money.Usd;

/** One scope's month. Guarded by its {@link HouseBook}. */
final class Account {
  static final int[] SHARES = {50, 80, 100};

  private long spent;
  private long reserved;
  private int told;

  Usd spent() {
    return new Usd(spent);
  }

  Usd reserved() {
    return new Usd(reserved);
  }

  void enter(long spentMore, long reservedMore) {
    spent = Math.addExact(spent, spentMore);
    reserved = Math.addExact(reserved, reservedMore);
  }

  boolean fits(long amount, Limit limit) {
    return Math.addExact(Math.addExact(spent, reserved), amount) <= limit.amount().pico();
  }

  /** The highest share passed that wasn't told yet; 0 for none. */
  int newlyPassed(Limit limit) {
    int passed = 0;
    for (int share : SHARES) {
      // Compared as spent >= limit * share / 100, without a division.
      if (Math.multiplyHigh(spent, 100) > Math.multiplyHigh(limit.amount().pico(), share)
          || Math.multiplyHigh(spent, 100) == Math.multiplyHigh(limit.amount().pico(), share)
              && Long.compareUnsigned(spent * 100, limit.amount().pico() * share) >= 0) {
        passed = share;
      }
    }
    if (passed <= told || spent <= 0) return 0;
    told = passed;
    return passed;
  }
}
