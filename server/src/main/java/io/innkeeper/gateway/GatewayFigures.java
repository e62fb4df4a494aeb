package io.innkeeper.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;

/** What the gateway counts. No series names a person, a model or a text. */
final class GatewayFigures {
  private static final Duration[] EDGES = {
    Duration.ofNanos(100_000),
    Duration.ofNanos(250_000),
    Duration.ofNanos(500_000),
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10),
    Duration.ofSeconds(60)
  };

  private final MeterRegistry registry;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger drains = new AtomicInteger();
  private final Counter settled;
  private final Counter unsettled;
  private final Timer firstByte;
  private final Timer upstream;
  private final Timer added;
  private final Timer commit;

  GatewayFigures(MeterRegistry registry) {
    this.registry = registry;
    gauge("innkeeper.gateway.calls.in.flight", "Calls under way.", inFlight);
    gauge("innkeeper.gateway.drains", "Answers read to their end for nobody.", drains);
    settled = calls("settled");
    unsettled = calls("unsettled");
    firstByte = timer("innkeeper.gateway.first.byte", "From arrival to the answer's first byte.");
    upstream = timer("innkeeper.gateway.upstream", "From forwarding to the answer's end.");
    added = timer("innkeeper.gateway.added", "From the whole request to its forwarding.");
    commit = timer("innkeeper.gateway.commit", "From the known cost to its being on disk.");
  }

  private void gauge(String name, String says, AtomicInteger of) {
    gauge(name, says, of, AtomicInteger::get);
  }

  private <T> void gauge(String name, String says, T of, ToDoubleFunction<T> now) {
    Gauge.builder(name, of, now).description(says).register(registry);
  }

  private Counter calls(String outcome) {
    return Counter.builder("innkeeper.gateway.calls")
        .description("Calls that ended, by whether their exact cost was known then.")
        .tag("outcome", outcome)
        .register(registry);
  }

  private Timer timer(String name, String says) {
    return Timer.builder(name).description(says).serviceLevelObjectives(EDGES).register(registry);
  }

  AtomicInteger inFlight() {
    return inFlight;
  }

  AtomicInteger drains() {
    return drains;
  }

  /** Follows the bytes that are held of bodies. */
  void follow(HeldBytes held) {
    gauge(
        "innkeeper.gateway.held.bytes",
        "Bytes of large requests and answers held in memory.",
        held,
        HeldBytes::now);
  }

  void refused(Refusal refusal) {
    Counter.builder("innkeeper.gateway.refusals")
        .description("Calls that were not admitted or not forwarded, by reason.")
        .tag("reason", refusal.code())
        .register(registry)
        .increment();
  }

  void ended(boolean exact) {
    (exact ? settled : unsettled).increment();
  }

  void firstByte(long nanos) {
    firstByte.record(nanos, TimeUnit.NANOSECONDS);
  }

  void upstream(long nanos) {
    upstream.record(nanos, TimeUnit.NANOSECONDS);
  }

  void added(long nanos) {
    added.record(nanos, TimeUnit.NANOSECONDS);
  }

  void committed(long nanos) {
    commit.record(nanos, TimeUnit.NANOSECONDS);
  }
}
