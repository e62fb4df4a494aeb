package io.innkeeper.tenant;

import io.innkeeper.organisation.GatewayNews;
import io.innkeeper.secret.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Workspaces' earlier keys that still count: without an end until the workspace has its new one, so
 * that a change that fails leaves it served.
 */
final class KeysBefore {
  private static final String COLUMNS =
      "SELECT digest, tenant_id, hint, rotated_at, ends_at FROM workspace_keys_before";

  private KeysBefore() {}

  /** Keeps a key that is being replaced; {@code held} until {@link #settle}. */
  static void keep(
      Handle handle, UUID tenant, Secret key, Duration overlap, boolean held, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO workspace_keys_before (digest, tenant_id, hint, seconds, rotated_at, ends_at)
            VALUES (:digest, :tenant, :hint, :seconds, :now, :ends)
            """)
        .bind("digest", key.digest())
        .bind("tenant", tenant)
        .bind("hint", key.hint(TenantSecrets.KEY_PREFIX))
        .bind("seconds", overlap.toSeconds())
        .bind("now", now)
        .bind("ends", held ? null : now.plus(overlap))
        .execute();
  }

  /** The workspace has its new key: the held ones count for their overlap yet. */
  static void settle(Handle handle, UUID tenant, Instant now) {
    int settled =
        handle
            .createUpdate(
                """
                UPDATE workspace_keys_before SET ends_at = :now + seconds * 1000
                WHERE tenant_id = :tenant AND ends_at IS NULL
                """)
            .bind("tenant", tenant)
            .bind("now", now.toEpochMilli())
            .execute();
    if (settled > 0) GatewayNews.tell(handle);
  }

  /** A key that was to be replaced is the workspace's present one again. */
  static void takeBack(Handle handle, Secret key) {
    handle.execute("DELETE FROM workspace_keys_before WHERE digest = ?", key.digest());
    GatewayNews.tell(handle);
  }

  /** Those of every workspace that count at a moment, the latest first. */
  static List<Before> all(Handle handle, Instant now) {
    return handle
        .createQuery(COLUMNS + " WHERE ends_at IS NULL OR ends_at > :now ORDER BY rotated_at DESC")
        .bind("now", now)
        .map((row, context) -> before(row))
        .list();
  }

  /** When a workspace's key was last renewed. */
  static Optional<Instant> rotatedAt(Handle handle, UUID tenant) {
    return handle
        .createQuery(
            """
            SELECT rotated_at FROM workspace_keys_before WHERE tenant_id = :tenant
            ORDER BY rotated_at DESC LIMIT 1
            """)
        .bind("tenant", tenant)
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  static void remove(Handle handle, UUID tenant) {
    handle
        .createUpdate("DELETE FROM workspace_keys_before WHERE tenant_id = :tenant")
        .bind("tenant", tenant)
        .execute();
  }

  /** One earlier key. */
  record Before(UUID tenant, String digest, String hint, Optional<Instant> until) {}

  private static Before before(ResultSet row) throws SQLException {
    long ends = row.getLong("ends_at");
    Optional<Instant> until =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ends));
    return new Before(
        UUID.fromString(row.getString("tenant_id")),
        row.getString("digest"),
        row.getString("hint"),
        until);
  }
}
