package io.innkeeper.metrics;

import io.innkeeper.usage.Prices;
import io.innkeeper.usage.UnsettledCalls;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What the books still don't know, and how old their prices are; looked up once per reading. */
public final class BookSeries {
  private final UnsettledCalls calls;
  private final Prices prices;
  private final Clock clock;
  private volatile long unsettled;
  private volatile double oldest;
  private volatile double priceAge;

  private BookSeries(UnsettledCalls calls, Prices prices, Clock clock) {
    this.calls = calls;
    this.prices = prices;
    this.clock = clock;
  }

  public static void add(Metrics metrics, UnsettledCalls calls, Prices prices, Clock clock) {
    BookSeries series = new BookSeries(calls, prices, clock);
    series.hang(metrics.registry());
    metrics.look(series::look);
  }

  private void hang(MeterRegistry registry) {
    Gauge.builder("innkeeper.unsettled", this, one -> one.unsettled)
        .description("Calls whose exact cost is not known yet.")
        .baseUnit("calls")
        .register(registry);
    TimeGauge.builder("innkeeper.unsettled.oldest", this, TimeUnit.SECONDS, one -> one.oldest)
        .description("How long ago the oldest of them arrived; 0 if there is none.")
        .register(registry);
    TimeGauge.builder("innkeeper.prices.age", this, TimeUnit.SECONDS, one -> one.priceAge)
        .description("How long ago the upstream's prices were read; NaN before the first time.")
        .register(registry);
  }

  private void look() {
    unsettled = calls.count(Optional.empty());
    oldest = calls.oldest().map(this::since).orElse(0.0);
    priceAge = prices.age().asOf().map(this::since).orElse(Double.NaN);
  }

  private double since(Instant then) {
    return Duration.between(then, clock.instant()).toMillis() / 1000.0;
  }
}
