package io.innkeeper.link;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The links' rows. */
final class LinkStore {
  private static final String LINKS =
      """
      select id, organisation_id, name, hint, created_at, created_by, expires_at, revoked_at,
        last_used_at
      from usage_links
      """;

  void insert(Handle handle, UsageLink link, String digest) {
    handle
        .createUpdate(
            """
            insert into usage_links (id, organisation_id, name, hint, token_hash, created_at,
              created_by, expires_at)
            values (:id, :organisation, :name, :hint, :digest, :now, :by, :expires)
            """)
        .bind("id", link.id())
        .bind("organisation", link.organisation())
        .bind("name", link.name())
        .bind("hint", link.hint())
        .bind("digest", digest)
        .bind("now", link.createdAt())
        .bind("by", link.createdBy())
        .bind("expires", link.expiresAt())
        .execute();
  }

  Optional<UsageLink> byDigest(Handle handle, String digest) {
    return handle
        .createQuery(
            LINKS
                + """
                 where token_hash = :digest and exists (
                  select 1 from organisations o where o.id = organisation_id and o.state <> 'closed')
                """)
        .bind("digest", digest)
        .map((row, context) -> link(row))
        .findOne();
  }

  Optional<UsageLink> byId(Handle handle, UUID organisation, UUID id) {
    return handle
        .createQuery(LINKS + " where id = :id and organisation_id = :organisation")
        .bind("id", id)
        .bind("organisation", organisation)
        .map((row, context) -> link(row))
        .findOne();
  }

  /** The newest first. */
  List<UsageLink> of(Handle handle, UUID organisation) {
    return handle
        .createQuery(LINKS + " where organisation_id = :organisation order by id desc")
        .bind("organisation", organisation)
        .map((row, context) -> link(row))
        .list();
  }

  void revoke(Handle handle, UUID id, Instant now) {
    handle
        .createUpdate("update usage_links set revoked_at = :now where id = :id")
        .bind("id", id)
        .bind("now", now)
        .execute();
  }

  void touch(Handle handle, UUID id, Instant now) {
    handle
        .createUpdate("update usage_links set last_used_at = :now where id = :id")
        .bind("id", id)
        .bind("now", now)
        .execute();
  }

  private static UsageLink link(ResultSet row) throws SQLException {
    return new UsageLink(
        UUID.fromString(row.getString("id")),
        UUID.fromString(row.getString("organisation_id")),
        row.getString("name"),
        row.getString("hint"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        row.getString("created_by"),
        Instant.ofEpochMilli(row.getLong("expires_at")),
        instant(row, "revoked_at"),
        instant(row, "last_used_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
