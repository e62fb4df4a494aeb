package io.innkeeper.infrastructure.reading;

import io.innkeeper.infrastructure.CredentialValue.Origin;
import io.innkeeper.infrastructure.Sought;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** Which passwords of an environment came to be known when, the latest first. Thread-safe. */
public final class Changes {
  private final Database database;

  Changes(Database database) {
    this.database = database;
  }

  /**
   * Which are wanted.
   *
   * @param text that host or user contain; case doesn't matter
   * @param changesOnly not the first one of each account
   */
  public record Wanted(UUID environment, Optional<String> text, boolean changesOnly) {
    String where() {
      return " where c.environment_id = :environment"
          + (changesOnly ? " and v.number > 1" : "")
          + text.map(Sought::new)
              .map(
                  sought ->
                      " and (%s or %s)"
                          .formatted(
                              sought.in("c.resource_name", "text"),
                              sought.in("c.username", "text")))
              .orElse("");
    }

    Query bound(Query query) {
      query.bind("environment", environment);
      text.ifPresent(words -> query.bind("text", new Sought(words).pattern()));
      return query;
    }
  }

  /**
   * A part of them.
   *
   * @param before only those before this one
   */
  public List<PastChange> list(Wanted wanted, Optional<UUID> before, int limit) {
    return database.read(
        handle ->
            wanted
                .bound(
                    handle.createQuery(
                        """
                        select v.id, v.number, v.changed_at, v.first_seen_at, v.last_seen_at,
                          v.came_by, v.came_from, c.id as credential_id, c.current_value_id,
                          c.resource_name, c.username, c.credential_type, c.resource_type, c.source
                        from credential_values v join credentials c on c.id = v.credential_id
                        """
                            + wanted.where()
                            + " and v.id < :before order by v.id desc limit :limit"))
                .bind("before", before.map(UUID::toString).orElse("g"))
                .bind("limit", limit)
                .map((row, context) -> change(row))
                .list());
  }

  public long count(Wanted wanted) {
    return database.read(
        handle ->
            wanted
                .bound(
                    handle.createQuery(
                        "select count(*) from credential_values v join credentials c"
                            + " on c.id = v.credential_id"
                            + wanted.where()))
                .mapTo(Long.class)
                .one());
  }

  private static PastChange change(ResultSet row) throws SQLException {
    return new PastChange(
        UUID.fromString(row.getString("id")),
        new PastChange.Whose(
            UUID.fromString(row.getString("credential_id")),
            row.getString("resource_name"),
            row.getString("username"),
            row.getString("credential_type"),
            row.getString("resource_type"),
            SourceKind.parse(row.getString("source"))),
        row.getLong("number"),
        row.getString("id").equals(row.getString("current_value_id")),
        new PastChange.Times(
            changed(row),
            Instant.ofEpochMilli(row.getLong("first_seen_at")),
            Instant.ofEpochMilli(row.getLong("last_seen_at"))),
        Origin.valueOf(row.getString("came_by").toUpperCase(Locale.ROOT)),
        row.getString("came_from"));
  }

  private static Optional<Instant> changed(ResultSet row) throws SQLException {
    long at = row.getLong("changed_at");
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
  }
}
