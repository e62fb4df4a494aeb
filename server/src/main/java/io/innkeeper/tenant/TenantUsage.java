package io.innkeeper.tenant;

import io.innkeeper.openwebui.AppClients;
import io.innkeeper.openwebui.AppUsage;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks tenants' apps what their own databases say was used. An answer is kept for a minute: an app
 * lets an account sign in only now and then. Thread-safe.
 */
public final class TenantUsage {
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_KEPT = 1_000;

  private final TenantDesk desk;
  private final AppClients clients;
  private final Clock clock;
  private final Map<Asked, Told> kept = new ConcurrentHashMap<>();

  private record Asked(UUID tenant, Instant from, Instant to) {}

  private record Told(AppUsage usage, Instant at) {}

  TenantUsage(TenantDesk desk, AppClients clients, Clock clock) {
    this.desk = desk;
    this.clients = clients;
    this.clock = clock;
  }

  /**
   * What one used from one instant to another, the last one included. May block for seconds.
   *
   * @throws io.innkeeper.fault.Fault why it does not tell: it doesn't run, its version doesn't know
   */
  public AppUsage of(Tenant tenant, Instant from, Instant to) {
    Asked asked = new Asked(tenant.id(), from, to);
    Instant now = clock.instant();
    kept.values().removeIf(told -> told.at().isBefore(now.minus(KEPT)));
    Told before = kept.get(asked);
    if (before != null) return before.usage();
    AppUsage usage =
        clients
            .at(URI.create("http://127.0.0.1:" + tenant.place().port()), PATIENCE)
            .signIn(desk.secrets(tenant.id()).service())
            .usage(from, to);
    if (kept.size() < MOST_KEPT) kept.put(asked, new Told(usage, now));
    return usage;
  }
}
