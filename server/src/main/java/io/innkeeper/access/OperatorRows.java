package io.innkeeper.access;

import io.innkeeper.caller.Role;
import io.innkeeper.store.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** How operators are read. */
final class OperatorRows {
  static final String COLUMNS =
      """
      o.id, o.name, o.display_name, o.role, o.organisation_id, o.active, o.must_change_password,
      o.theme, o.letter_keys, o.created_at, o.last_seen_at, o.version
      """;

  private OperatorRows() {}

  static Operator operator(ResultSet row) throws SQLException {
    return new Operator(
        UUID.fromString(row.getString("id")),
        new OperatorName(row.getString("name")),
        row.getString("display_name"),
        Role.parse(row.getString("role")),
        Optional.ofNullable(row.getString("organisation_id")).map(UUID::fromString),
        row.getBoolean("active"),
        row.getBoolean("must_change_password"),
        Theme.parse(row.getString("theme")),
        row.getBoolean("letter_keys"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        instant(row, "last_seen_at"),
        row.getLong("version"));
  }

  static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  static Optional<Operator> find(Handle handle, UUID id) {
    return handle
        .createQuery("select " + COLUMNS + " from operators o where o.id = :id")
        .bind("id", id)
        .map((row, context) -> operator(row))
        .findOne();
  }

  static Optional<Operator> find(Handle handle, OperatorName name) {
    return handle
        .createQuery("select " + COLUMNS + " from operators o where o.name = :name")
        .bind("name", name.value())
        .map((row, context) -> operator(row))
        .findOne();
  }

  static String passwordHash(Handle handle, UUID id) {
    return handle
        .createQuery("select password_hash from operators where id = :id")
        .bind("id", id)
        .mapTo(String.class)
        .one();
  }

  /**
   * The admins who can sign in, held until the transaction ends: two demotions at once would each
   * still see the other's admin. On SQLite a write transaction is alone anyway.
   */
  static List<UUID> holdActiveAdmins(Handle handle, Dialect dialect) {
    String held = dialect == Dialect.POSTGRESQL ? " for update" : "";
    return handle
        .createQuery("select id from operators where role = 'admin' and active order by id" + held)
        .mapTo(UUID.class)
        .list();
  }
}
