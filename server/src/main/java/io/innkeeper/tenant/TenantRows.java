package io.innkeeper.tenant;

import io.innkeeper.engine.ImageReference;
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
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;

/** Between tenants and their rows. Extra variables may hold passwords, so they are sealed. */
final class TenantRows {
  private final SealedTexts texts;

  TenantRows(SecretBox box) {
    this.texts = new SealedTexts(box);
  }

  /** Binds every value of a tenant by its name. */
  <S extends SqlStatement<S>> S bound(S statement, Tenant tenant) {
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
        .bind("environment", texts.seal(spec.environment(), tenant.id()))
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

  Tenant tenant(ResultSet row) throws SQLException {
    TenantSpec spec =
        new TenantSpec(
            row.getString("display_name"),
            ImageReference.parse(row.getString("image")),
            Optional.ofNullable(row.getString("hostname")),
            row.getLong("memory_bytes"),
            new BigDecimal(row.getString("cores")),
            texts.unseal(row.getString("environment"), UUID.fromString(row.getString("id"))),
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

  /** The build a reference was resolved to, from a row that has its three columns. */
  static Optional<ResolvedImage> image(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString("image_id"))
        .map(
            id ->
                new ResolvedImage(
                    id, optional(row, "image_digest"), optional(row, "app_version").orElse("")));
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
}
