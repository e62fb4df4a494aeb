package io.innkeeper.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The page of figures over the life of those who count. */
class MetricsTest {
  private final Metrics metrics = new Metrics();
  private final AtomicInteger first = new AtomicInteger(1);
  private final AtomicInteger second = new AtomicInteger(2);

  @Test
  void whoeverSucceedsShowsTheirOwnFigures() {
    count("innkeeper.journal.waiting", first);
    metrics.forget(List.of("innkeeper.journal"));
    count("innkeeper.journal.waiting", second);
    assertThat(metrics.page()).contains("innkeeper_journal_waiting 2.0");
  }

  @Test
  void otherSeriesStay() {
    count("innkeeper.journal.waiting", first);
    count("innkeeper.jobs", second);
    metrics.forget(List.of("innkeeper.journal"));
    assertThat(metrics.page())
        .contains("innkeeper_jobs 2.0")
        .doesNotContain("innkeeper_journal_waiting");
  }

  private void count(String name, AtomicInteger of) {
    Gauge.builder(name, of, AtomicInteger::get).register(metrics.registry());
  }
}
