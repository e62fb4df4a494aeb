package io.innkeeper.metrics;

import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.tenant.Tenants;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.stream.Stream;

/** Tenants by state and, one series each, up to a bound. */
public final class TenantSeries {
  private static final int MOST = 500;

  private final Tenants tenants;
  private final MultiGauge byState;
  private final MultiGauge healthy;

  private TenantSeries(Tenants tenants, MeterRegistry registry) {
    this.tenants = tenants;
    byState =
        MultiGauge.builder("innkeeper.tenants")
            .description("Tenants by state, erased ones left out.")
            .register(registry);
    healthy =
        MultiGauge.builder("innkeeper.tenant.healthy")
            .description("Whether a tenant is healthy; the first 500 by slug.")
            .register(registry);
  }

  public static void add(Metrics metrics, Tenants tenants) {
    metrics.look(new TenantSeries(tenants, metrics.registry())::look);
  }

  private void look() {
    List<Tenant> all = tenants.all();
    byState.register(
        Stream.of(State.values())
            .map(state -> row("state", state.word(), count(all, state)))
            .toList(),
        true);
    healthy.register(all.stream().limit(MOST).map(TenantSeries::healthy).toList(), true);
  }

  private static Row<?> healthy(Tenant tenant) {
    int is = tenant.condition().state() == State.HEALTHY ? 1 : 0;
    return row("tenant", tenant.slug().value(), is);
  }

  private static long count(List<Tenant> all, State state) {
    return all.stream().filter(tenant -> tenant.condition().state() == state).count();
  }

  private static Row<?> row(String tag, String value, Number number) {
    return Row.of(Tags.of(tag, value), number);
  }
}
