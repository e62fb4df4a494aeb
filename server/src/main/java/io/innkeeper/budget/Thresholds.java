package io.innkeeper.budget;

import io.innkeeper.money.Usd;
import java.time.YearMonth;

/** Hears when spending passes a share of a limit. Called outside of any lock; must be brief. */
@FunctionalInterface
public interface Thresholds {
  /**
   * @param percent 50, 80 or 100
   */
  void passed(Scope scope, YearMonth month, int percent, Usd spent, Usd limit);
}
