package io.innkeeper.statement;

import io.innkeeper.store.Database;
import io.innkeeper.store.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The seats' rows. */
final class SeatRows {
  private static final String ROWS =
      """
      select id, organisation_id, person, name, email, from_day, until_day, version from seats
      """;

  private SeatRows() {}

  /**
   * Has others wait who change the same organisation's seats or their prices, until the commit.
   * SQLite has one writer anyway.
   */
  static void hold(Database database, Handle handle, UUID organisation) {
    if (database.dialect() != Dialect.POSTGRESQL) return;
    handle
        .createQuery("select id from organisations where id = :id for no key update")
        .bind("id", organisation)
        .mapTo(String.class)
        .findOne();
  }

  /** All that an organisation ever had, by their first day. */
  static List<Seat> of(Handle handle, UUID organisation) {
    return handle
        .createQuery(ROWS + " where organisation_id = :organisation order by from_day, id")
        .bind("organisation", organisation)
        .map((row, context) -> seat(row))
        .list();
  }

  static void insert(Handle handle, Seat seat, Instant now, String by) {
    handle.execute(
        """
        insert into seats (id, organisation_id, person, name, email, from_day, until_day, added_at,
          added_by, version)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
        """,
        seat.id().orElseThrow(),
        seat.organisation(),
        seat.person(),
        seat.name(),
        seat.email(),
        seat.from().toString(),
        seat.until().map(LocalDate::toString).orElse(null),
        now,
        by);
  }

  /** Writes its name, address and end. */
  static void update(Handle handle, Seat seat) {
    handle.execute(
        """
        update seats set name = ?, email = ?, until_day = ?, version = version + 1 where id = ?
        """,
        seat.name(),
        seat.email(),
        seat.until().map(LocalDate::toString).orElse(null),
        seat.id().orElseThrow());
  }

  static void remove(Handle handle, UUID seat) {
    handle.execute("delete from seats where id = ?", seat);
  }

  private static Seat seat(ResultSet row) throws SQLException {
    return new Seat(
        Optional.of(UUID.fromString(row.getString("id"))),
        UUID.fromString(row.getString("organisation_id")),
        row.getString("person"),
        row.getString("name"),
        row.getString("email"),
        LocalDate.parse(row.getString("from_day")),
        Optional.ofNullable(row.getString("until_day")).map(LocalDate::parse),
        row.getLong("version"));
  }
}
