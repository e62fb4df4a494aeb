package io.innkeeper;

import io.innkeeper.money.Usd;
import io.innkeeper.usage.CallSettled;
import io.innkeeper.usage.Estimator;
import io.innkeeper.usage.Prices;
import java.util.Optional;

/** By the price list of the call's time and the tokens told; what was held is no estimate. */
record PriceEstimate(Prices prices) implements Estimator {
  @Override
  public Optional<Usd> estimate(CallSettled call) {
    String model = call.answer().model().isEmpty() ? call.request().model() : call.answer().model();
    if (call.tokens().total() == 0) return Optional.empty();
    return prices
        .at(model, call.times().arrived())
        .filter(price -> !price.variable())
        .map(price -> price.cost(call.tokens(), call.times().arrived()));
  }
}
