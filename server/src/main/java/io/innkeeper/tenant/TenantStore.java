package io.innkeeper.tenant;

import io.innkeeper.ingress.HostnameClaims;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.tenant.Tenant.Condition;
import io.innkeeper.tenant.Tenant.ResolvedImage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table of tenants: what is wanted of each and how it is. */
final class TenantStore {
  private static final String COLUMNS =
      """
      id, organisation_id, slug, display_name, image, image_id, image_digest, app_version, hostname, memory_bytes,
      cores, environment, kind, outside, wanted, port, subnet, bridge, state, reason, since, tries, not_before,
      admin_email, admin_name, opened_at, opened_by, version
      """;

  private final TenantRows rows;
  private final TenantVersions versions;

  TenantStore(SecretBox box) {
    this.rows = new TenantRows(box);
    this.versions = new TenantVersions(box);
  }

  void insert(Handle handle, Tenant tenant) {
    rows.bound(
            handle.createUpdate(
                """
                INSERT INTO tenants (
                  id, organisation_id, slug, display_name, image, image_id, image_digest, app_version, hostname,
                  memory_bytes, cores, environment, kind, outside, wanted, port, subnet, bridge, state, reason, since,
                  tries, not_before, admin_email, admin_name, opened_at, opened_by, version)
                VALUES (
                  :id, :organisation, :slug, :displayName, :image, :imageId, :digest, :appVersion, :hostname,
                  :memory, :cores, :environment, :kind, :outside, :wanted, :port, :subnet, :bridge, :state, :reason,
                  :since, :tries, :notBefore, :adminEmail, :adminName, :openedAt, :openedBy, :version)
                """),
            tenant)
        .execute();
    HostnameClaims.keep(handle, tenant.id(), tenant.spec().hostname());
    HostnameClaims.settle(handle, tenant.id());
  }

  /** Writes desired state if the row still has {@code tenant}'s version; answers whether it had. */
  boolean updateWanted(Handle handle, Tenant tenant) {
    Optional<Tenant> before = byId(handle, tenant.id());
    boolean written =
        rows.bound(
                    handle.createUpdate(
                        """
                    UPDATE tenants SET
                      display_name = :displayName, image = :image, image_id = :imageId, image_digest = :digest,
                      app_version = :appVersion, hostname = :hostname, memory_bytes = :memory, cores = :cores,
                      environment = :environment, kind = :kind, outside = :outside, wanted = :wanted,
                      version = version + 1
                    WHERE id = :id AND version = :version
                    """),
                    tenant)
                .execute()
            == 1;
    if (written) claimHostname(handle, before, tenant);
    return written;
  }

  /** Only a change is claimed: two tenants that shared a name before names were kept may go on. */
  private static void claimHostname(Handle handle, Optional<Tenant> before, Tenant after) {
    if (after.wanted() == Tenant.Wanted.ERASED) {
      HostnameClaims.release(handle, after.id());
      return;
    }
    Optional<String> wanted = after.spec().hostname();
    if (!before.flatMap(one -> one.spec().hostname()).equals(wanted))
      HostnameClaims.keep(handle, after.id(), wanted);
  }

  /** Remembers the build a reference was resolved to; no new desired state. */
  void updateImage(Handle handle, UUID id, ResolvedImage image) {
    handle
        .createUpdate(
            """
            UPDATE tenants SET image_id = :imageId, image_digest = :digest, app_version = :appVersion WHERE id = :id
            """)
        .bind("id", id)
        .bind("imageId", image.id())
        .bind("digest", image.digest().orElse(null))
        .bind("appVersion", image.appVersion())
        .execute();
  }

  /** Another port of this host. */
  void updatePort(Handle handle, UUID id, int port) {
    handle.execute("UPDATE tenants SET port = ? WHERE id = ?", port, id);
  }

  void updateCondition(Handle handle, UUID id, Condition condition) {
    handle
        .createUpdate(
            """
            UPDATE tenants SET state = :state, reason = :reason, since = :since, tries = :tries,
              not_before = :notBefore
            WHERE id = :id
            """)
        .bind("id", id)
        .bind("state", condition.state().name())
        .bind("reason", condition.reason())
        .bind("since", condition.since())
        .bind("tries", condition.tries())
        .bind("notBefore", condition.notBefore().orElse(null))
        .execute();
  }

  Optional<Tenant> byId(Handle handle, UUID id) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM tenants WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> rows.tenant(row))
        .findOne();
  }

  /** By slug; an erased tenant has given its slug back and is not found by it. */
  Optional<Tenant> bySlug(Handle handle, String slug) {
    return handle
        .createQuery(
            "SELECT " + COLUMNS + " FROM tenants WHERE slug = :slug AND wanted <> 'ERASED'")
        .bind("slug", slug)
        .map((row, context) -> rows.tenant(row))
        .findOne();
  }

  /** All tenants that are not erased, by slug. */
  List<Tenant> all(Handle handle) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM tenants WHERE wanted <> 'ERASED' ORDER BY slug")
        .map((row, context) -> rows.tenant(row))
        .list();
  }

  long living(Handle handle, UUID organisation) {
    return handle
        .createQuery(
            "SELECT count(*) FROM tenants WHERE organisation_id = :id AND wanted <> 'ERASED'")
        .bind("id", organisation)
        .mapTo(Long.class)
        .one();
  }

  /** Forgets what was ever wanted of an erased tenant: variables may hold passwords. */
  void forgetWishes(Handle handle, Tenant erased) {
    handle.execute("DELETE FROM tenant_versions WHERE tenant_id = ?", erased.id());
    updateWanted(handle, erased);
  }

  /** Removes a tenant that never came to be, with all that was kept for it. */
  void delete(Handle handle, UUID id) {
    handle.execute("DELETE FROM tenant_versions WHERE tenant_id = ?", id);
    HostnameClaims.release(handle, id);
    handle.execute("DELETE FROM tenants WHERE id = ?", id);
  }

  /** Keeps a desired state, so that it can be gone back to. */
  void keepVersion(Handle handle, Tenant tenant) {
    versions.keep(handle, tenant);
  }

  /** The tenant as it was wanted at an earlier version, on the row as it is now. */
  Optional<Tenant> atVersion(Handle handle, Tenant now, long version) {
    return versions.at(handle, now, version);
  }
}
