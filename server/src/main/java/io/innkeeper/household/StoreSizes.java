package io.innkeeper.household;

import io.innkeeper.household.Stand.StoreSize;
import io.innkeeper.household.Stand.TableSize;
import io.innkeeper.store.Database;
import io.innkeeper.store.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** How large the store and its tables are. */
final class StoreSizes {
  /** SQLite counts a table's pages by reading them all. */
  private static final long LARGE = 1L << 30;

  private final Database database;
  private final Path sqliteFile;

  StoreSizes(Database database, Path sqliteFile) {
    this.database = database;
    this.sqliteFile = sqliteFile;
  }

  StoreSize measure() {
    return database.read(
        handle -> database.dialect() == Dialect.SQLITE ? sqlite(handle) : postgresql(handle));
  }

  /** The number of the last migration. */
  String schema() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select version from flyway_schema_history
                    where version is not null and success
                    order by installed_rank desc limit 1
                    """)
                .mapTo(String.class)
                .one());
  }

  private StoreSize sqlite(Handle handle) {
    String version = handle.createQuery("select sqlite_version()").mapTo(String.class).one();
    long bytes =
        size(sqliteFile) + size(sqliteFile.resolveSibling(sqliteFile.getFileName() + "-wal"));
    List<TableSize> tables =
        bytes > LARGE
            ? List.of()
            : tables(
                handle,
                """
                select place.tbl_name as name, sum(page.pgsize) as bytes
                from dbstat as page join sqlite_schema as place on place.name = page.name
                where page.aggregate = true group by place.tbl_name order by bytes desc, name
                """);
    return new StoreSize("SQLite " + version, bytes, tables);
  }

  private static StoreSize postgresql(Handle handle) {
    String version =
        handle.createQuery("select current_setting('server_version')").mapTo(String.class).one();
    long bytes =
        handle.createQuery("select pg_database_size(current_database())").mapTo(Long.class).one();
    List<TableSize> tables =
        tables(
            handle,
            """
            select relname as name, pg_total_relation_size(oid) as bytes from pg_class
            where relkind = 'r' and relnamespace = current_schema()::regnamespace
            order by bytes desc, name
            """);
    return new StoreSize("PostgreSQL " + version.split(" ")[0], bytes, tables);
  }

  private static List<TableSize> tables(Handle handle, String query) {
    return handle
        .createQuery(query)
        .map((row, context) -> new TableSize(row.getString("name"), row.getLong("bytes")))
        .list();
  }

  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
