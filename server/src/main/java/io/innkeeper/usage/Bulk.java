package io.innkeeper.usage;

import io.innkeeper.store.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Many rows into one table by one prepared statement. SQLite takes them one after another, without
 * a journey; PostgreSQL takes one array per column, in one journey and with one plan for any
 * number.
 */
final class Bulk {
  private record Column(String name, String type) {
    static Column parse(String words) {
      String[] parts = words.strip().split("\\s+");
      return new Column(parts[0], parts[1]);
    }

    @Nullable Object[] array(int length) {
      return switch (type) {
        case "text" -> new String[length];
        case "bigint" -> new Long[length];
        case "bytea" -> new byte[length][];
        default -> throw new IllegalArgumentException("a column of type " + type);
      };
    }
  }

  /** Rows held in memory before SQLite takes them. */
  private static final int AT_ONCE = 64;

  private final List<Column> columns;
  private final String oneByOne;
  private final String together;

  /** Rows that can't be written. */
  static final class Refused extends JdbiException {
    private static final long serialVersionUID = 1;

    Refused(SQLException cause) {
      super(cause);
    }
  }

  /**
   * @param columns names and types ({@code text}, {@code bigint} or {@code bytea}), by commas;
   *     truths are kept as 0 and 1
   * @param after what follows the values, such as {@code on conflict do nothing}
   */
  Bulk(String table, String columns, String after) {
    this.columns = Stream.of(columns.split(",")).map(Column::parse).toList();
    String into = "insert into " + table + " (" + listed("%s") + ") ";
    String marks = String.join(", ", Collections.nCopies(this.columns.size(), "?"));
    oneByOne = into + "values (" + marks + ") " + after;
    together = into + "select * from unnest(" + listed("?::%2$s[]") + ") " + after;
  }

  void write(Handle handle, Dialect dialect, List<@Nullable Object[]> rows) {
    write(handle, dialect, rows, row -> row);
  }

  /** The same, each row made only when its turn comes. */
  <T> void write(
      Handle handle, Dialect dialect, List<T> rows, Function<T, @Nullable Object[]> values) {
    if (rows.isEmpty()) return;
    String sql = dialect == Dialect.SQLITE ? oneByOne : together;
    try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
      if (dialect == Dialect.SQLITE) oneByOne(statement, rows, values);
      else together(handle.getConnection(), statement, rows.stream().map(values).toList());
    } catch (SQLException e) {
      throw new Refused(e);
    }
  }

  private <T> void oneByOne(
      PreparedStatement statement, List<T> rows, Function<T, @Nullable Object[]> values)
      throws SQLException {
    int gathered = 0;
    for (T each : rows) {
      @Nullable Object[] row = values.apply(each);
      for (int i = 0; i < columns.size(); i++) statement.setObject(i + 1, plain(row[i]));
      statement.addBatch();
      if (++gathered % AT_ONCE == 0) statement.executeBatch();
    }
    statement.executeBatch();
  }

  private void together(
      Connection connection, PreparedStatement statement, List<@Nullable Object[]> rows)
      throws SQLException {
    for (int i = 0; i < columns.size(); i++) {
      @Nullable Object[] values = columns.get(i).array(rows.size());
      for (int row = 0; row < values.length; row++) values[row] = plain(rows.get(row)[i]);
      statement.setArray(i + 1, connection.createArrayOf(columns.get(i).type(), values));
    }
    statement.executeUpdate();
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Boolean truth -> truth ? 1L : 0L;
      case Integer number -> (long) number;
      default -> value;
    };
  }

  private String listed(String form) {
    return columns.stream()
        .map(column -> form.formatted(column.name(), column.type()))
        .collect(Collectors.joining(", "));
  }
}
