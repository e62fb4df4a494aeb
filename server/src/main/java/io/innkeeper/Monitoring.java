package io.innkeeper;

import io.innkeeper.engine.EngineException;
import io.innkeeper.engine.FirewallState;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.organisation.EnvironmentOrganisation;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenant.State;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.JdbiException;

/**
 * Health and metrics, on loopback only. Tenants appear by state and, one series each, up to a
 * bound.
 */
final class Monitoring {
  private static final int TENANT_SERIES = 500;

  private final Rooms rooms;
  private final EnvironmentOrganisation environment;
  private final BooleanSupplier started;

  Monitoring(Rooms rooms, EnvironmentOrganisation environment, BooleanSupplier started) {
    this.rooms = rooms;
    this.environment = environment;
    this.started = started;
  }

  void hang(Routes routes) {
    routes.loopback("/health/live", call -> Map.of("status", "up"));
    routes.loopback("/health/ready", this::ready);
    routes.loopback("/metrics", this::metrics);
  }

  private Reply ready(Call call) {
    boolean store = storeAnswers();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("status", store && started.getAsBoolean() ? "ready" : "not ready");
    facts.put("store", store ? "answers" : "does not answer");
    facts.put("engine", engineAnswers() ? "answers" : "does not answer");
    facts.put("organisation", organisation());
    facts.put("firewall", rooms.firewallState().map(FirewallState::said).orElse("not needed yet"));
    Reply reply = Reply.ok(facts);
    boolean good = store && started.getAsBoolean();
    return good ? reply : new Reply(503, reply.contentType(), facts, null, List.of());
  }

  private String organisation() {
    if (environment.absent()) return "none named by the environment";
    if (environment.complete()) return "set up";
    return "incomplete: " + String.join(", ", environment.missing());
  }

  private boolean storeAnswers() {
    try {
      return rooms
              .database()
              .read(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one())
          == 1;
    } catch (JdbiException e) {
      return false;
    }
  }

  private boolean engineAnswers() {
    try {
      rooms.engine().info();
      return true;
    } catch (EngineException e) {
      return false;
    }
  }

  private Reply metrics(Call call) {
    // The library's registry is made when it is first asked for: most hosts are never scraped.
    return Reply.text("text/plain; version=0.0.4; charset=utf-8", registry().scrape() + tenants());
  }

  /** The registry that every part of the program counts in. */
  static MeterRegistry meters() {
    return Holder.REGISTRY;
  }

  private static final class Holder {
    static final PrometheusMeterRegistry REGISTRY = bound();

    private static PrometheusMeterRegistry bound() {
      PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
      new JvmMemoryMetrics().bindTo(registry);
      new JvmThreadMetrics().bindTo(registry);
      new ProcessorMetrics().bindTo(registry);
      new UptimeMetrics().bindTo(registry);
      return registry;
    }
  }

  private PrometheusMeterRegistry registry() {
    PrometheusMeterRegistry registry = Holder.REGISTRY;
    Gauge.builder("innkeeper.jobs.unended", rooms.jobs(), jobs -> jobs.unended())
        .register(registry);
    return registry;
  }

  private String tenants() {
    List<Tenant> all = rooms.tenants().tenants().all();
    StringBuilder text = new StringBuilder("# TYPE innkeeper_tenants gauge\n");
    for (State state : State.values()) {
      long count = all.stream().filter(tenant -> tenant.condition().state() == state).count();
      text.append("innkeeper_tenants{state=\"%s\"} %d\n".formatted(state.word(), count));
    }
    text.append("# TYPE innkeeper_tenant_healthy gauge\n");
    all.stream()
        .limit(TENANT_SERIES)
        .forEach(
            tenant ->
                text.append(
                    "innkeeper_tenant_healthy{tenant=\"%s\"} %d\n"
                        .formatted(
                            tenant.slug(), tenant.condition().state() == State.HEALTHY ? 1 : 0)));
    return text.toString();
  }
}
