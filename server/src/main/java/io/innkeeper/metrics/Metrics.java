package io.innkeeper.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One process's figures: every room counts here, and {@link #page} is what a watcher reads. */
public final class Metrics {
  /** The form of the page. */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final Logger log = LoggerFactory.getLogger(Metrics.class);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final List<Runnable> looks = new CopyOnWriteArrayList<>();
  private volatile boolean storeAnswers = true;

  public Metrics() {
    truth(
        registry,
        "innkeeper.store.readable",
        "Whether the store answered this reading; if not, what it holds is shown as it was.",
        () -> storeAnswers);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /** Where parts of the program count by themselves. */
  public MeterRegistry registry() {
    return registry;
  }

  /**
   * Forgets the series whose names begin so: whoever counted there has ended, and a successor's own
   * would be passed over for theirs.
   */
  public void forget(List<String> beginnings) {
    registry.getMeters().stream()
        .filter(meter -> beginnings.stream().anyMatch(meter.getId().getName()::startsWith))
        .forEach(registry::remove);
  }

  /** Is done before every reading: figures that are looked up instead of counted. */
  public void look(Runnable look) {
    looks.add(look);
  }

  /** A figure that says whether something is so: 1 or 0. */
  static void truth(MeterRegistry registry, String name, String says, BooleanSupplier truth) {
    Gauge.builder(name, () -> truth.getAsBoolean() ? 1 : 0).description(says).register(registry);
  }

  /** A store that is away must not hide all that is counted here: what it holds stays as it was. */
  private static boolean looked(Runnable look) {
    try {
      look.run();
      return true;
    } catch (JdbiException e) {
      log.debug("the store did not answer a watcher", e);
      return false;
    }
  }

  /** All series as they are now. */
  public synchronized String page() {
    storeAnswers = looks.stream().allMatch(Metrics::looked);
    return registry.scrape();
  }
}
