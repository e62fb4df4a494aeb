package io.innkeeper.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

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
    registry.gauge("innkeeper.gateway.calls.in.flight", inFlight);
    registry.gauge("innkeeper.gateway.drains", drains);
    settled = registry.counter("innkeeper.gateway.calls", "outcome", "settled");
    unsettled = registry.counter("innkeeper.gateway.calls", "outcome", "unsettled");
    firstByte = timer("innkeeper.gateway.first.byte", "From arrival to the answer's first byte.");
    upstream = timer("innkeeper.gateway.upstream", "From forwarding to the answer's end.");
    added = timer("innkeeper.gateway.added", "From the whole request to its forwarding.");
    commit = timer("innkeeper.gateway.commit", "From the known cost to its being on disk.");
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

  void refused(Refusal refusal) {
    registry.counter("innkeeper.gateway.refusals", "reason", refusal.code()).increment();
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
