package io.innkeeper.metrics;

import io.innkeeper.rate.Rates;
import io.micrometer.core.instrument.Gauge;

/** Whether every currency that somebody pays in has the rate it should have. */
public final class RateSeries {
  private final Rates rates;
  private volatile long missing;

  private RateSeries(Rates rates) {
    this.rates = rates;
  }

  public static void add(Metrics metrics, Rates rates) {
    RateSeries series = new RateSeries(rates);
    Gauge.builder("innkeeper.rates.missing", series, one -> one.missing)
        .description("Currencies without the exchange rate that should apply today.")
        .baseUnit("currencies")
        .register(metrics.registry());
    metrics.look(series::look);
  }

  private void look() {
    missing =
        rates.currencies().stream()
            .filter(
                one ->
                    rates
                        .applyingTo(rates.today(one), one)
                        .filter(rate -> !rate.fallback())
                        .isEmpty())
            .count();
  }
}
