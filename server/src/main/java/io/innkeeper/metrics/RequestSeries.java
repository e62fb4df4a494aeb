package io.innkeeper.metrics;

import io.innkeeper.http.Served;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Requests to console, API and monitoring by the route's template, never by the path that was
 * asked: ids in it would make a series each.
 */
public final class RequestSeries implements Served {
  private record Kind(String method, String route, int status) {}

  private final MeterRegistry registry;
  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

  public RequestSeries(Metrics metrics) {
    registry = metrics.registry();
  }

  @Override
  public void served(String method, String route, int status, long nanos) {
    timers
        .computeIfAbsent(new Kind(method, route, status), this::timer)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Kind kind) {
    return Timer.builder("innkeeper.http.requests")
        .description("Requests to console, API and monitoring, and how long they took.")
        .tag("method", kind.method())
        .tag("route", kind.route())
        .tag("status", Integer.toString(kind.status()))
        .register(registry);
  }
}
