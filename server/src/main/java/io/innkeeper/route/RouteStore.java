package io.innkeeper.route;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The routes' rows. */
final class RouteStore {
  private static final String ROUTES =
      """
      SELECT id, organisation_id, prefix, upstream, base_url, flavour, sealed_key, changed_at,
        changed_by, version
      FROM routes
      """;

  /** A route and its key as it is kept. */
  record Row(ModelRoute route, String sealedKey) {}

  void insert(Handle handle, ModelRoute route, String sealedKey) {
    handle
        .createUpdate(
            """
            INSERT INTO routes (id, organisation_id, prefix, upstream, base_url, flavour,
              sealed_key, changed_at, changed_by, version)
            VALUES (:id, :organisation, :prefix, :upstream, :base, :flavour, :key, :now, :by, 1)
            """)
        .bind("id", route.id())
        .bind("organisation", route.organisation())
        .bind("prefix", route.prefix())
        .bind("upstream", route.target().name())
        .bind("base", route.target().base().toString())
        .bind("flavour", route.target().flavour().word())
        .bind("key", sealedKey)
        .bind("now", route.changedAt())
        .bind("by", route.changedBy())
        .execute();
  }

  /** Writes where it leads, and its key if there is another. */
  void update(Handle handle, ModelRoute route, Optional<String> sealedKey) {
    handle
        .createUpdate(
            """
            UPDATE routes SET upstream = :upstream, base_url = :base, flavour = :flavour,
              sealed_key = COALESCE(:key, sealed_key), changed_at = :now, changed_by = :by,
              version = version + 1
            WHERE id = :id
            """)
        .bind("id", route.id())
        .bind("upstream", route.target().name())
        .bind("base", route.target().base().toString())
        .bind("flavour", route.target().flavour().word())
        .bind("key", sealedKey.orElse(null))
        .bind("now", route.changedAt())
        .bind("by", route.changedBy())
        .execute();
  }

  void remove(Handle handle, UUID id) {
    handle.createUpdate("DELETE FROM routes WHERE id = :id").bind("id", id).execute();
  }

  boolean taken(Handle handle, UUID organisation, String prefix) {
    return handle
            .createQuery(
                """
                SELECT count(*) FROM routes
                WHERE organisation_id = :organisation AND prefix = :prefix
                """)
            .bind("organisation", organisation)
            .bind("prefix", prefix)
            .mapTo(Long.class)
            .one()
        > 0;
  }

  Optional<ModelRoute> byId(Handle handle, UUID id) {
    return handle
        .createQuery(ROUTES + " WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> row(row).route())
        .findOne();
  }

  /** The longest prefix first. */
  List<Row> all(Handle handle) {
    return handle
        .createQuery(ROUTES + " ORDER BY length(prefix) DESC, prefix")
        .map((row, context) -> row(row))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    ModelRoute.Target target =
        new ModelRoute.Target(
            row.getString("upstream"),
            URI.create(row.getString("base_url")),
            Flavour.parse(row.getString("flavour")));
    ModelRoute route =
        new ModelRoute(
            UUID.fromString(row.getString("id")),
            UUID.fromString(row.getString("organisation_id")),
            row.getString("prefix"),
            target,
            Instant.ofEpochMilli(row.getLong("changed_at")),
            row.getString("changed_by"),
            row.getLong("version"));
    return new Row(route, row.getString("sealed_key"));
  }
}
