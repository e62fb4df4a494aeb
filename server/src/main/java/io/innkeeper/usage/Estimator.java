package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import java.util.Optional;

/** Reckons what a call did probably cost, when the upstream never says. */
@FunctionalInterface
public interface Estimator {
  /** Empty if no tokens were told, or no price is known for its model. */
  Optional<Usd> estimate(CallSettled call);
}
