package io.innkeeper.tenant;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.engine.ContainerSpec.PublishedPort;
import io.innkeeper.engine.FreePorts;
import io.innkeeper.job.Progress;
import io.innkeeper.store.Database;
import java.util.Map;
import java.util.Optional;

/**
 * Another port for a tenant at rest whose own was taken by another program. Address, cross-origin
 * rule and route follow from the row.
 */
final class PortMoves {
  private static final Actor BY = Actor.innkeeper("ports");

  private final Database database;
  private final TenantStore store;
  private final TenantHost host;
  private final Places places;
  private final AuditTrail audit;

  PortMoves(
      Database database, TenantStore store, TenantHost host, Places places, AuditTrail audit) {
    this.database = database;
    this.store = store;
    this.host = host;
    this.places = places;
    this.audit = audit;
  }

  /** Nothing while its own container may hold the port, or the port is free. */
  void moveIfTaken(Tenant tenant, Progress progress) {
    int before = tenant.place().port();
    if (!host.atRest(tenant) || FreePorts.free(before)) return;
    int after = move(tenant, Optional.empty(), "Another program listens on the port.");
    progress.say("Another program listens on port %d, so it gets port %d".formatted(before, after));
  }

  /** The container kept aside comes back with the port it has. */
  void moveBack(Tenant tenant) {
    host.oldContainer(tenant)
        .flatMap(old -> old.actual().port())
        .map(PublishedPort::host)
        .filter(port -> port != tenant.place().port())
        .ifPresent(port -> move(tenant, Optional.of(port), "The container before comes back."));
  }

  private int move(Tenant tenant, Optional<Integer> to, String why) {
    return database.write(
        handle -> {
          int port = to.orElseGet(() -> places.port(handle));
          store.updatePort(handle, tenant.id(), port);
          audit.record(
              handle,
              AuditEvent.done(BY, "tenant.port", "tenant " + tenant.slug())
                  .changing(Map.of("port", tenant.place().port()), Map.of("port", port))
                  .noting(why));
          return port;
        });
  }
}
