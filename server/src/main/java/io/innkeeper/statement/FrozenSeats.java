package io.innkeeper.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of seats as they were when their month was issued. */
final class FrozenSeats {
  private FrozenSeats() {}

  /** Keeps who held a seat. */
  static void keep(Handle handle, UUID statement, SeatMonth seats) {
    int place = 0;
    for (SeatMonth.Held held : seats.held()) {
      handle.execute(
          """
          insert into statement_seats (statement_id, seat, person, name, email, from_day, last_day,
            days)
          values (?, ?, ?, ?, ?, ?, ?, ?)
          """,
          statement,
          ++place,
          held.seat().person(),
          held.seat().name(),
          held.seat().email(),
          held.first().toString(),
          held.last().toString(),
          held.days());
    }
  }

  /** An issued month's, as they were frozen; empty while it isn't issued. */
  static Optional<SeatMonth> of(
      Handle handle, UUID organisation, YearMonth month, SeatTiers tiers) {
    return StatementRows.ofMonth(handle, organisation, month)
        .map(
            issued ->
                SeatMonth.frozen(
                    month,
                    tiers,
                    stays(handle, issued.statement()),
                    issued.statement().lines().stream()
                        .filter(StatementLine.Seats.class::isInstance)
                        .map(StatementLine.Seats.class::cast)
                        .toList()));
  }

  private static List<SeatMonth.Stay> stays(Handle handle, Statement statement) {
    return handle
        .createQuery(
            """
            select person, name, email, from_day, last_day from statement_seats
            where statement_id = :statement order by seat
            """)
        .bind("statement", statement.id())
        .map((row, context) -> stay(row, statement))
        .list();
  }

  private static SeatMonth.Stay stay(ResultSet row, Statement statement) throws SQLException {
    LocalDate first = LocalDate.parse(row.getString("from_day"));
    LocalDate last = LocalDate.parse(row.getString("last_day"));
    Seat seat =
        new Seat(
            Optional.empty(),
            statement.organisation(),
            row.getString("person"),
            row.getString("name"),
            row.getString("email"),
            first,
            Optional.of(last)
                .filter(day -> day.isBefore(statement.month().atEndOfMonth()))
                .map(day -> day.plusDays(1)),
            0);
    return new SeatMonth.Stay(seat, first, last);
  }
}
