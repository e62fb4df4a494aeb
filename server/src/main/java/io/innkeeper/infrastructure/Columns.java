package io.innkeeper.infrastructure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.result.ResultSetException;

/** Columns that may hold nothing, as what they are. */
public final class Columns {
  private Columns() {}

  public static Optional<Instant> instant(ResultSet row, String column) {
    return number(row, column).map(Instant::ofEpochMilli);
  }

  public static Optional<Long> number(ResultSet row, String column) {
    try {
      long value = row.getLong(column);
      return row.wasNull() ? Optional.empty() : Optional.of(value);
    } catch (SQLException e) {
      throw unreadable(column, e);
    }
  }

  public static Optional<String> text(ResultSet row, String column) {
    try {
      return Optional.ofNullable(row.getString(column));
    } catch (SQLException e) {
      throw unreadable(column, e);
    }
  }

  public static Optional<UUID> id(ResultSet row, String column) {
    return text(row, column).map(UUID::fromString);
  }

  private static ResultSetException unreadable(String column, SQLException e) {
    return new ResultSetException("could not read " + column, e, null);
  }
}
