package io.innkeeper.branding;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.innkeeper.client.BrandSpec;
import io.innkeeper.client.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The brands' rows and how they stand. */
final class BrandStore {
  private static final String BRANDS = "select id, tenant_id, brand, made_at, made_by from brands ";

  void insert(Handle handle, BrandRow row) {
    handle
        .createUpdate(
            """
            insert into brands (id, tenant_id, brand, made_at, made_by)
            values (:id, :tenant, :brand, :at, :by)
            """)
        .bind("id", row.id())
        .bind("tenant", row.tenant())
        .bind("brand", text(row.brand()))
        .bind("at", row.at())
        .bind("by", row.by())
        .execute();
  }

  /** The newest first. */
  List<BrandRow> of(Handle handle, UUID tenant) {
    return handle
        .createQuery(BRANDS + "where tenant_id = :tenant order by id desc")
        .bind("tenant", tenant)
        .map((row, context) -> brand(row))
        .list();
  }

  Optional<BrandRow> byId(Handle handle, UUID tenant, UUID id) {
    return handle
        .createQuery(BRANDS + "where tenant_id = :tenant and id = :id")
        .bind("tenant", tenant)
        .bind("id", id)
        .map((row, context) -> brand(row))
        .findOne();
  }

  BrandStanding standing(Handle handle, UUID tenant) {
    return handle
        .createQuery(
            """
            select tenant_id, brand_id, look, draft, served, files, checked_at
            from brand_standing where tenant_id = :tenant
            """)
        .bind("tenant", tenant)
        .map((row, context) -> standing(row))
        .findOne()
        .orElseGet(() -> BrandStanding.none(tenant));
  }

  boolean touched(Handle handle, UUID tenant) {
    return handle
        .createQuery("select 1 from brand_standing where tenant_id = :tenant")
        .bind("tenant", tenant)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Tenants whose look is laid over the app. */
  List<UUID> withLook(Handle handle) {
    return handle
        .createQuery("select tenant_id from brand_standing where look = 1 and brand_id is not null")
        .map((row, context) -> UUID.fromString(row.getString("tenant_id")))
        .list();
  }

  void want(Handle handle, UUID tenant, Optional<UUID> brand, boolean look) {
    ensure(handle, tenant);
    handle
        .createUpdate(
            "update brand_standing set brand_id = :brand, look = :look where tenant_id = :tenant")
        .bind("brand", brand.map(UUID::toString).orElse(null))
        .bind("look", look ? 1 : 0)
        .bind("tenant", tenant)
        .execute();
  }

  void draft(Handle handle, UUID tenant, Optional<Brand> draft, Instant at, String by) {
    ensure(handle, tenant);
    handle
        .createUpdate(
            """
            update brand_standing set draft = :draft, drafted_at = :at, drafted_by = :by
            where tenant_id = :tenant
            """)
        .bind("draft", draft.map(BrandStore::text).orElse(null))
        .bind("at", draft.isPresent() ? at : null)
        .bind("by", draft.isPresent() ? by : null)
        .bind("tenant", tenant)
        .execute();
  }

  void served(Handle handle, UUID tenant, String folder, int files, Instant at) {
    handle
        .createUpdate(
            """
            update brand_standing set served = :folder, files = :files, checked_at = :at
            where tenant_id = :tenant
            """)
        .bind("folder", folder)
        .bind("files", files)
        .bind("at", at)
        .bind("tenant", tenant)
        .execute();
  }

  void servedAgain(Handle handle, UUID tenant, String folder, int files) {
    handle
        .createUpdate(
            "update brand_standing set served = :folder, files = :files where tenant_id = :tenant")
        .bind("folder", folder)
        .bind("files", files)
        .bind("tenant", tenant)
        .execute();
  }

  void forget(Handle handle, UUID tenant) {
    handle.execute("delete from brand_standing where tenant_id = ?", tenant);
    handle.execute("delete from brands where tenant_id = ?", tenant);
  }

  private static void ensure(Handle handle, UUID tenant) {
    handle
        .createUpdate(
            """
            insert into brand_standing (tenant_id, look, served, files)
            values (:tenant, 0, '', 0) on conflict (tenant_id) do nothing
            """)
        .bind("tenant", tenant)
        .execute();
  }

  private static BrandRow brand(ResultSet row) throws SQLException {
    return new BrandRow(
        UUID.fromString(row.getString("id")),
        UUID.fromString(row.getString("tenant_id")),
        brand(row.getString("brand")),
        Instant.ofEpochMilli(row.getLong("made_at")),
        row.getString("made_by"));
  }

  private static BrandStanding standing(ResultSet row) throws SQLException {
    @Nullable String current = row.getString("brand_id");
    long checked = row.getLong("checked_at");
    Optional<Instant> checkedAt =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(checked));
    return new BrandStanding(
        UUID.fromString(row.getString("tenant_id")),
        Optional.ofNullable(current).map(UUID::fromString),
        row.getInt("look") == 1,
        Optional.ofNullable(row.getString("draft")).map(BrandStore::brand),
        row.getString("served"),
        row.getInt("files"),
        checkedAt);
  }

  private static String text(Brand brand) {
    try {
      return Json.LENIENT.writeValueAsString(brand.spec());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a brand can be written", e);
    }
  }

  private static Brand brand(String text) {
    try {
      return BrandInput.kept(Json.LENIENT.readValue(text, BrandSpec.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored brand can be read", e);
    }
  }
}
