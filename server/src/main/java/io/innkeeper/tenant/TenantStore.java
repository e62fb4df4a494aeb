package io.innkeeper.tenant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.innkeeper.client.Json;
import io.innkeeper.engine.ImageReference;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.tenant.Tenant.Condition;
import io.innkeeper.tenant.Tenant.FirstAdmin;
import io.innkeeper.tenant.Tenant.Place;
import io.innkeeper.tenant.Tenant.ResolvedImage;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.tenant.Tenant.Wanted;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The tenants' rows. Extra variables may hold passwords, so they are sealed as a whole; so is each
 * earlier desired state that is kept for the way back.
 */
final class TenantStore {
  private static final String COLUMNS =
      """
      id, organisation_id, slug, display_name, image, image_id, image_digest, app_version, hostname, memory_bytes,
      cores, environment, kind, outside, wanted, port, subnet, bridge, state, reason, since, tries, not_before,
      admin_email, admin_name, opened_at, opened_by, version
      """;
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final SecretBox box;

  TenantStore(SecretBox box) {
    this.box = box;
  }

  void insert(Handle handle, Tenant tenant) {
    bound(
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
  }

  /** Writes desired state if the row still has {@code tenant}'s version; answers whether it had. */
  boolean updateWanted(Handle handle, Tenant tenant) {
    return bound(
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
        .map((row, context) -> tenant(row))
        .findOne();
  }

  /** By slug; an erased tenant has given its slug back and is not found by it. */
  Optional<Tenant> bySlug(Handle handle, String slug) {
    return handle
        .createQuery(
            "SELECT " + COLUMNS + " FROM tenants WHERE slug = :slug AND wanted <> 'ERASED'")
        .bind("slug", slug)
        .map((row, context) -> tenant(row))
        .findOne();
  }

  /** All tenants that are not erased, by slug. */
  List<Tenant> all(Handle handle) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM tenants WHERE wanted <> 'ERASED' ORDER BY slug")
        .map((row, context) -> tenant(row))
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

  /** Keeps a desired state, so that it can be gone back to. */
  void keepVersion(Handle handle, Tenant tenant) {
    Map<String, String> spec = new LinkedHashMap<>();
    spec.put("displayName", tenant.spec().displayName());
    spec.put("image", tenant.spec().image().toString());
    tenant.spec().hostname().ifPresent(name -> spec.put("hostname", name));
    spec.put("memory", Long.toString(tenant.spec().memoryBytes()));
    spec.put("cores", tenant.spec().cores().toPlainString());
    spec.put("environment", json(tenant.spec().environment()));
    spec.put("kind", tenant.spec().kind().name());
    spec.put("outside", Boolean.toString(tenant.spec().outside()));
    handle
        .createUpdate(
            """
            INSERT INTO tenant_versions (tenant_id, version, spec, image_id, image_digest, app_version)
            VALUES (:tenant, :version, :spec, :imageId, :digest, :appVersion)
            ON CONFLICT (tenant_id, version) DO NOTHING
            """)
        .bind("tenant", tenant.id())
        .bind("version", tenant.version())
        .bind("spec", box.seal(Secret.of(json(spec)), place(tenant.id())))
        .bind("imageId", tenant.image().map(ResolvedImage::id).orElse(null))
        .bind("digest", tenant.image().flatMap(ResolvedImage::digest).orElse(null))
        .bind("appVersion", tenant.image().map(ResolvedImage::appVersion).orElse(null))
        .execute();
  }

  /** The tenant as it was wanted at an earlier version, on the row as it is now. */
  Optional<Tenant> atVersion(Handle handle, Tenant now, long version) {
    return handle
        .createQuery(
            """
            SELECT spec, image_id, image_digest, app_version FROM tenant_versions
            WHERE tenant_id = :tenant AND version = :version
            """)
        .bind("tenant", now.id())
        .bind("version", version)
        .map(
            (row, context) -> {
              Tenant then =
                  now.withSpec(
                      spec(texts(box.unseal(row.getString("spec"), place(now.id())).unwrap())));
              return image(row).map(then::withImage).orElse(then);
            })
        .findOne();
  }

  private static TenantSpec spec(Map<String, String> kept) {
    return new TenantSpec(
        kept.getOrDefault("displayName", ""),
        ImageReference.parse(kept.getOrDefault("image", "")),
        Optional.ofNullable(kept.get("hostname")),
        Long.parseLong(kept.get("memory")),
        new BigDecimal(kept.get("cores")),
        texts(kept.getOrDefault("environment", "")),
        TenantSpec.Kind.valueOf(kept.getOrDefault("kind", "")),
        Boolean.parseBoolean(kept.get("outside")));
  }

  void putSecret(Handle handle, UUID tenant, String name, String sealed) {
    handle
        .createUpdate(
            """
            INSERT INTO tenant_secrets (tenant_id, name, sealed) VALUES (:tenant, :name, :sealed)
            ON CONFLICT (tenant_id, name) DO UPDATE SET sealed = excluded.sealed
            """)
        .bind("tenant", tenant)
        .bind("name", name)
        .bind("sealed", sealed)
        .execute();
  }

  Optional<String> secret(Handle handle, UUID tenant, String name) {
    return handle
        .createQuery("SELECT sealed FROM tenant_secrets WHERE tenant_id = :tenant AND name = :name")
        .bind("tenant", tenant)
        .bind("name", name)
        .mapTo(String.class)
        .findOne();
  }

  void removeSecret(Handle handle, UUID tenant, String name) {
    handle
        .createUpdate("DELETE FROM tenant_secrets WHERE tenant_id = :tenant AND name = :name")
        .bind("tenant", tenant)
        .bind("name", name)
        .execute();
  }

  void removeSecrets(Handle handle, UUID tenant) {
    handle
        .createUpdate("DELETE FROM tenant_secrets WHERE tenant_id = :tenant")
        .bind("tenant", tenant)
        .execute();
  }

  private <S extends SqlStatement<S>> S bound(S statement, Tenant tenant) {
    TenantSpec spec = tenant.spec();
    return statement
        .bind("id", tenant.id())
        .bind("organisation", tenant.organisation())
        .bind("slug", tenant.slug().value())
        .bind("displayName", spec.displayName())
        .bind("image", spec.image().toString())
        .bind("imageId", tenant.image().map(ResolvedImage::id).orElse(null))
        .bind("digest", tenant.image().flatMap(ResolvedImage::digest).orElse(null))
        .bind("appVersion", tenant.image().map(ResolvedImage::appVersion).orElse(null))
        .bind("hostname", spec.hostname().orElse(null))
        .bind("memory", spec.memoryBytes())
        .bind("cores", spec.cores().toPlainString())
        .bind("environment", box.seal(Secret.of(json(spec.environment())), place(tenant.id())))
        .bind("kind", spec.kind().name())
        .bind("outside", spec.outside() ? 1 : 0)
        .bind("wanted", tenant.wanted().name())
        .bind("port", tenant.place().port())
        .bind("subnet", tenant.place().subnet())
        .bind("bridge", tenant.place().bridge())
        .bind("state", tenant.condition().state().name())
        .bind("reason", tenant.condition().reason())
        .bind("since", tenant.condition().since())
        .bind("tries", tenant.condition().tries())
        .bind("notBefore", tenant.condition().notBefore().orElse(null))
        .bind("adminEmail", tenant.firstAdmin().map(FirstAdmin::email).orElse(null))
        .bind("adminName", tenant.firstAdmin().map(FirstAdmin::name).orElse(null))
        .bind("openedAt", tenant.openedAt())
        .bind("openedBy", tenant.openedBy())
        .bind("version", tenant.version());
  }

  private Tenant tenant(ResultSet row) throws SQLException {
    TenantSpec spec =
        new TenantSpec(
            row.getString("display_name"),
            ImageReference.parse(row.getString("image")),
            Optional.ofNullable(row.getString("hostname")),
            row.getLong("memory_bytes"),
            new BigDecimal(row.getString("cores")),
            texts(
                box.unseal(
                        row.getString("environment"), place(UUID.fromString(row.getString("id"))))
                    .unwrap()),
            TenantSpec.Kind.valueOf(row.getString("kind")),
            row.getInt("outside") == 1);
    Optional<ResolvedImage> image = image(row);
    return new Tenant(
        UUID.fromString(row.getString("id")),
        UUID.fromString(row.getString("organisation_id")),
        new TenantSlug(row.getString("slug")),
        spec,
        image,
        Wanted.valueOf(row.getString("wanted")),
        new Place(row.getInt("port"), row.getString("subnet"), row.getString("bridge")),
        condition(row),
        optional(row, "admin_email")
            .map(email -> new FirstAdmin(email, optional(row, "admin_name").orElse(email))),
        Instant.ofEpochMilli(row.getLong("opened_at")),
        row.getString("opened_by"),
        row.getLong("version"));
  }

  private static Optional<ResolvedImage> image(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString("image_id"))
        .map(
            id ->
                new ResolvedImage(
                    id, optional(row, "image_digest"), optional(row, "app_version").orElse("")));
  }

  private static String place(UUID id) {
    return "tenant/" + id + "/environment";
  }

  private static Condition condition(ResultSet row) throws SQLException {
    long notBefore = row.getLong("not_before");
    Optional<Instant> wait =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(notBefore));
    return new Condition(
        State.valueOf(row.getString("state")),
        row.getString("reason"),
        Instant.ofEpochMilli(row.getLong("since")),
        row.getInt("tries"),
        wait);
  }

  private static Optional<String> optional(ResultSet row, String column) {
    try {
      return Optional.ofNullable(row.getString(column));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String json(Map<String, String> texts) {
    try {
      return Json.LENIENT.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> texts(String json) {
    try {
      return Json.LENIENT.readValue(json, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
