package io.innkeeper;

import io.innkeeper.fault.Fault;
import io.innkeeper.ingress.House;
import io.innkeeper.ingress.IngressRoom;
import io.innkeeper.job.Progress;
import io.innkeeper.tenant.Companion;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantSpec;
import io.innkeeper.tenant.Tenants;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The front door's part in a tenant's life: its address, and people let in only to what is well.
 */
final class FrontCompanion implements Companion {
  private final IngressRoom ingress;

  FrontCompanion(IngressRoom ingress) {
    this.ingress = ingress;
  }

  /** A name it has already stays, so that it can be changed at all. */
  @Override
  public void check(Tenant tenant, TenantSpec wanted) {
    if (!wanted.hostname().equals(tenant.spec().hostname())) checkNew(wanted);
  }

  @Override
  public void checkNew(TenantSpec wanted) {
    wanted.hostname().ifPresent(ingress::refuseOwn);
  }

  @Override
  public Optional<URI> publicUrl(Tenant tenant) {
    return tenant.spec().hostname().map(ingress::url);
  }

  @Override
  public void opened(Tenant tenant, Progress progress) throws InterruptedException {
    ingress.opened(tenant.id(), progress::say);
  }

  @Override
  public void reopened(Tenant tenant) {
    ingress.reopened(tenant.id());
  }

  @Override
  public void closed(Tenant tenant) {
    ingress.closed(tenant.id());
  }

  @Override
  public void settled(Tenant tenant) {
    ingress.follow();
  }

  @Override
  public void erased(Handle handle, Tenant tenant) {
    ingress.erased(tenant.slug().value());
  }

  /** Tenants as the front door knows them. */
  static House.Street street(Tenants tenants) {
    return new House.Street() {
      @Override
      public List<House> all() {
        return tenants.all().stream().map(FrontCompanion::house).toList();
      }

      @Override
      public House named(String name) {
        Tenant tenant = tenants.named(name);
        if (tenant.wanted() != Tenant.Wanted.ERASED) return house(tenant);
        throw Fault.notFound("no-such-tenant", "There is no such tenant.");
      }
    };
  }

  static House house(Tenant tenant) {
    return new House(
        tenant.id(),
        tenant.slug().value(),
        tenant.spec().displayName(),
        tenant.place().port(),
        tenant.wanted() == Tenant.Wanted.RUNNING);
  }
}
