package io.innkeeper.metrics;

import io.innkeeper.job.Jobs;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;

/** Jobs by kind and state, as far as they are kept. */
public final class JobSeries {
  private final Jobs jobs;
  private final MultiGauge byKind;

  private JobSeries(Jobs jobs, MultiGauge byKind) {
    this.jobs = jobs;
    this.byKind = byKind;
  }

  public static void add(Metrics metrics, Jobs jobs) {
    MultiGauge byKind =
        MultiGauge.builder("innkeeper.jobs")
            .description("Jobs in the store by kind and state; ended ones while they are kept.")
            .register(metrics.registry());
    metrics.look(new JobSeries(jobs, byKind)::look);
  }

  private void look() {
    byKind.register(
        jobs.tally().stream()
            .map(
                one ->
                    MultiGauge.Row.of(
                        Tags.of("kind", one.kind(), "state", one.state().word()), one.count()))
            .toList(),
        true);
  }
}
