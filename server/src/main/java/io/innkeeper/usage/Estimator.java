package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import java.util.Optional;

/** Reckons what a call did probably cost, when the upstream never says. */
@FunctionalInterface
public interface Estimator {
  /** Empty if nothing is known to reckon it by, or no price of its model. */
  Optional<Usd> estimate(CallSettled call);
}
