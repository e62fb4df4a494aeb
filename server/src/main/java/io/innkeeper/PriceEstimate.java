package io.innkeeper;

import io.innkeeper.money.Usd;
import io.innkeeper.usage.CallSettled;
import io.innkeeper.usage.Estimator;
import io.innkeeper.usage.ModelPrice;
import io.innkeeper.usage.Tokens;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * By the price list of the call's time and the tokens told; else by the bytes of what was asked and
 * answered. What was held is no estimate.
 *
 * @param prices of a model at a time
 */
record PriceEstimate(BiFunction<String, Instant, Optional<ModelPrice>> prices)
    implements Estimator {
  /** Of a text in any language, a little more than the truth. */
  private static final long BYTES_PER_TOKEN = 3;

  /** In a stream nearly every token is an event of its own, with some two hundred bytes around. */
  private static final long BYTES_PER_EVENT = 200;

  @Override
  public Optional<Usd> estimate(CallSettled call) {
    String model = call.answer().model().isEmpty() ? call.request().model() : call.answer().model();
    return tokens(call)
        .flatMap(
            tokens ->
                prices
                    .apply(model, call.times().arrived())
                    .filter(price -> !price.variable())
                    .map(price -> price.cost(tokens, call.times().arrived())));
  }

  private static Optional<Tokens> tokens(CallSettled call) {
    if (call.tokens().total() > 0) return Optional.of(call.tokens());
    boolean begun = call.answer().generation().isPresent() && call.answer().bytes() > 0;
    if (!begun || call.answer().status() >= 400) return Optional.empty();
    long answered =
        call.answer().bytes() / (call.request().stream() ? BYTES_PER_EVENT : BYTES_PER_TOKEN) + 1;
    return Optional.of(Tokens.of(call.request().bytes() / BYTES_PER_TOKEN + 1, answered));
  }
}
