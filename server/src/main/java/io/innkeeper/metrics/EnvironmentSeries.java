package io.innkeeper.metrics;

import io.innkeeper.infrastructure.Environments;
import io.innkeeper.infrastructure.Source;
import io.innkeeper.infrastructure.Source.Status;
import io.innkeeper.infrastructure.reading.BreakGlass;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** How the sources of environments are read, and how old the break-glass copy is. */
public final class EnvironmentSeries {
  private final Environments environments;
  private final BreakGlass glass;
  private final Clock clock;
  private final MultiGauge sources;
  private final MultiGauge age;
  private final MultiGauge current;

  private EnvironmentSeries(
      Metrics metrics, Environments environments, BreakGlass glass, Clock clock) {
    this.environments = environments;
    this.glass = glass;
    this.clock = clock;
    sources =
        MultiGauge.builder("innkeeper.environment.sources")
            .description("Sources of environments that are read, by how the last sync went.")
            .register(metrics.registry());
    age =
        MultiGauge.builder("innkeeper.break.glass.age.seconds")
            .description("How long ago the break-glass copy was made; absent without one.")
            .register(metrics.registry());
    current =
        MultiGauge.builder("innkeeper.break.glass.whole")
            .description("Whether the copy was whole at its last drill; absent before the first.")
            .register(metrics.registry());
  }

  public static void add(
      Metrics metrics, Environments environments, BreakGlass glass, Clock clock) {
    metrics.look(new EnvironmentSeries(metrics, environments, glass, clock)::look);
  }

  private void look() {
    List<Status> all =
        environments.list(false).stream()
            .flatMap(one -> one.sources().stream())
            .filter(source -> source.spec().enabled())
            .map(Source::standing)
            .map(Source.Standing::status)
            .toList();
    sources.register(
        Stream.of(Status.values())
            .map(
                status ->
                    Row.of(
                        Tags.of("status", status.word()),
                        all.stream().filter(status::equals).count()))
            .toList(),
        true);
    var copy = glass.copy();
    age.register(
        copy.made().stream().map(made -> Row.of(Tags.empty(), seconds(made.at()))).toList(), true);
    current.register(
        copy.drill().stream().map(drill -> Row.of(Tags.empty(), drill.whole() ? 1 : 0)).toList(),
        true);
  }

  private long seconds(java.time.Instant made) {
    return Math.max(0, Duration.between(made, clock.instant()).toSeconds());
  }
}
