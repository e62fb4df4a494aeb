package io.innkeeper.ingress;

import io.innkeeper.fault.Fault;
import io.innkeeper.ingress.dns.Hostname;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Primary hostnames, as tenants take and leave them: in the transaction that changes the tenant, so
 * that no name ever leads to two.
 */
public final class HostnameClaims {
  private HostnameClaims() {}

  /**
   * From now on this is the tenant's primary hostname. The one before stays as an alias that is
   * being left, so that there is a way back, until {@link #settle}; one that never came to be goes.
   * An alias of its own becomes the primary one, and an alias again on the way back.
   *
   * @throws Fault CONFLICT when the name leads to another tenant
   */
  public static void keep(Handle handle, UUID tenant, Optional<String> name) {
    String wanted = name.orElse("");
    handle
        .createUpdate(
            """
            delete from hostnames
            where tenant_id = :tenant and role = 'primary' and name <> :name and passing = 'coming'
            """)
        .bind("tenant", tenant)
        .bind("name", wanted)
        .execute();
    handle
        .createUpdate(
            """
            update hostnames set role = 'alias',
              passing = case passing when 'promoted' then '' else 'leaving' end
            where tenant_id = :tenant and role = 'primary' and name <> :name
            """)
        .bind("tenant", tenant)
        .bind("name", wanted)
        .execute();
    name.ifPresent(one -> claim(handle, tenant, one));
  }

  /**
   * The tenant is reached by its primary hostname: there is no way back, the one before is free.
   */
  public static void settle(Handle handle, UUID tenant) {
    handle.execute("delete from hostnames where tenant_id = ? and passing = 'leaving'", tenant);
    handle.execute("update hostnames set passing = '' where tenant_id = ?", tenant);
  }

  /** The tenant is no more: all its names are free. */
  public static void release(Handle handle, UUID tenant) {
    handle.execute("delete from hostnames where tenant_id = ?", tenant);
    handle.execute("delete from doors where tenant_id = ?", tenant);
  }

  private static void claim(Handle handle, UUID tenant, String name) {
    handle
        .createUpdate(
            """
            insert into hostnames (name, tenant_id, role, passing)
            values (:name, :tenant, 'primary', 'coming')
            on conflict (name) do update set role = 'primary', passing = case
                when hostnames.role = 'primary' then hostnames.passing
                when hostnames.passing = 'leaving' then ''
                else 'promoted' end
            where hostnames.tenant_id = excluded.tenant_id
            """)
        .bind("name", name)
        .bind("tenant", tenant)
        .execute();
    Optional<String> holder =
        handle
            .createQuery(
                """
                select t.slug from hostnames h join tenants t on t.id = h.tenant_id
                where h.name = :name and h.tenant_id <> :tenant
                """)
            .bind("name", name)
            .bind("tenant", tenant)
            .mapTo(String.class)
            .findOne();
    if (holder.isPresent()) throw taken(new Hostname(name), holder.get());
  }

  static Fault taken(Hostname name, String holder) {
    String said = name + " leads to " + holder + " already.";
    return Fault.conflict("hostname-taken", said)
        .advising("Choose another name, or take it from " + holder + " first.")
        .about(List.of(new Fault.Field("hostname", said)));
  }
}
