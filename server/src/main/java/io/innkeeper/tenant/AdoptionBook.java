package io.innkeeper.tenant;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.job.Job;
import io.innkeeper.openwebui.ServiceAccount;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.tenant.Tenant.Wanted;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Writes down tenants whose containers are there already: desired state, secrets, audit line and
 * the order of the job in one transaction.
 */
final class AdoptionBook {
  private final Database database;
  private final TenantStore store;
  private final TenantSecrets secrets;
  private final TenantOrders orders;
  private final AuditTrail audit;

  AdoptionBook(
      Database database,
      TenantStore store,
      TenantSecrets secrets,
      TenantOrders orders,
      AuditTrail audit) {
    this.database = database;
    this.store = store;
    this.secrets = secrets;
    this.orders = orders;
    this.audit = audit;
  }

  boolean knows(UUID tenant) {
    return database.read(handle -> store.byId(handle, tenant)).isPresent();
  }

  void refuseTaken(TenantSlug slug) {
    database
        .read(handle -> store.bySlug(handle, slug.value()))
        .ifPresent(TenantRefusals::refuseTaken);
  }

  /** One that a lost store knew, with the secrets its container has. */
  Job lost(Tenant tenant, AppSecrets kept, String container, Actor by) {
    Job job =
        database.write(
            handle -> {
              write(handle, tenant, container, by);
              secrets.put(handle, tenant.id(), kept);
              // Its people were there before the loss; who is missing may be gone on purpose.
              Milestones.firstAdminMade(handle, tenant.id(), true);
              return order(handle, tenant, container, false, by);
            });
    orders.wake();
    return job;
  }

  /**
   * One that somebody else made.
   *
   * @param key what its sessions are sealed with; empty for a new one
   * @param account an admin of that workspace, Innkeeper's own from now on
   */
  Job foreign(
      Fresh fresh, Optional<Secret> key, ServiceAccount account, String container, Actor by) {
    Job job =
        database.write(
            handle -> {
              Tenant tenant = fresh.tenant(handle);
              write(handle, tenant, container, by);
              secrets.make(handle, tenant.id(), key, account);
              return order(handle, tenant, container, true, by);
            });
    orders.wake();
    return job;
  }

  /** Makes a tenant inside the transaction that writes it. */
  interface Fresh {
    Tenant tenant(Handle handle);
  }

  private void write(Handle handle, Tenant tenant, String container, Actor by) {
    store.bySlug(handle, tenant.slug().value()).ifPresent(TenantRefusals::refuseTaken);
    store.insert(handle, tenant);
    store.keepVersion(handle, tenant);
    audit.record(
        handle,
        AuditEvent.done(by, "tenant.adopt", "tenant " + tenant.slug())
            .changing(Map.of(), tenant.spec().facts())
            .noting("From the container " + container));
  }

  private Job order(Handle handle, Tenant tenant, String container, boolean foreign, Actor by) {
    Map<String, String> input = new LinkedHashMap<>();
    input.put("container", container);
    input.put("foreign", Boolean.toString(foreign));
    input.put("running", Boolean.toString(tenant.wanted() == Wanted.RUNNING));
    return orders.order(handle, TenantWorks.ADOPT, "Adopting ", tenant, input, by);
  }
}
