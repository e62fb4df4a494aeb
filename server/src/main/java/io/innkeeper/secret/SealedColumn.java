package io.innkeeper.secret;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/**
 * A column of sealed texts.
 *
 * @param key the columns that tell its rows apart
 * @param more what is selected beside the row, with a comma before it; empty if the row is enough
 * @param binding what each row's text is sealed for
 */
public record SealedColumn(
    String name, String table, String column, List<String> key, String more, Binding binding)
    implements SealedPlace {

  /** What a row's text is sealed for; then what it may have been sealed for in former days. */
  @FunctionalInterface
  public interface Binding {
    List<String> of(ResultSet row) throws SQLException;
  }

  /** What a row's text is sealed for, when it was never sealed otherwise. */
  @FunctionalInterface
  public interface OneBinding {
    String of(ResultSet row) throws SQLException;
  }

  public SealedColumn {
    key = List.copyOf(key);
  }

  public static SealedColumn of(
      String name, String table, String column, List<String> key, OneBinding binding) {
    return new SealedColumn(name, table, column, key, "", row -> List.of(binding.of(row)));
  }

  /** The id in a column of a row. */
  public static UUID id(ResultSet row, String column) throws SQLException {
    return UUID.fromString(row.getString(column));
  }

  @Override
  public String where() {
    return table + "." + column;
  }

  @Override
  public List<Sealed> next(Handle handle, Optional<Sealed> last, int limit) {
    String columns = key.stream().map(one -> "t." + one).collect(Collectors.joining(", "));
    String values = numbered(":k%d").collect(Collectors.joining(", "));
    String from = last.isEmpty() ? "" : "and (" + columns + ") > (" + values + ")";
    Query query =
        handle
            .createQuery(
                """
                select t.*%s from %s t
                where t.%s is not null and t.%s <> '' %s order by %s limit :limit
                """
                    .formatted(more, table, column, column, from, columns))
            .bind("limit", limit);
    last.ifPresent(one -> query.bindMap(keys(one)));
    return query.map((row, context) -> sealed(row)).list();
  }

  @Override
  public int replace(Handle handle, Map<Sealed, String> fresh) {
    if (fresh.isEmpty()) return 0;
    String ofRow =
        IntStream.range(0, key.size())
            .mapToObj(at -> key.get(at) + " = :k" + at)
            .collect(Collectors.joining(" and "));
    PreparedBatch batch =
        handle.prepareBatch(
            "update %s set %s = :fresh where %s and %s = :old"
                .formatted(table, column, ofRow, column));
    fresh.forEach(
        (old, text) -> batch.bindMap(keys(old)).bind("old", old.text()).bind("fresh", text).add());
    return Arrays.stream(batch.execute()).sum();
  }

  private Sealed sealed(ResultSet row) throws SQLException {
    List<Object> keys = new ArrayList<>();
    for (String one : key) keys.add(row.getObject(one));
    return new Sealed(keys, row.getString(column), binding.of(row));
  }

  private Map<String, Object> keys(Sealed one) {
    return IntStream.range(0, key.size())
        .boxed()
        .collect(Collectors.toMap(at -> "k" + at, at -> one.key().get(at)));
  }

  private java.util.stream.Stream<String> numbered(String form) {
    return IntStream.range(0, key.size()).mapToObj(form::formatted);
  }
}
