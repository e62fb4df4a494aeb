package io.innkeeper.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A fresh database of one engine, migrated, gone when closed. Usually handed to tests by {@link
 * StoreTest}; open one yourself with {@code TestingStore.open(Dialect.SQLITE)}.
 */
public final class TestingStore implements AutoCloseable {
  private final Dialect dialect;
  private final Path directory;
  private final String address;
  private final Database database;

  private TestingStore(Dialect dialect, Path directory, String address, Database database) {
    this.dialect = dialect;
    this.directory = directory;
    this.address = address;
    this.database = database;
  }

  /** A database at this program's schema. */
  public static TestingStore open(Dialect dialect) {
    TestingStore store = empty(dialect);
    new Migrations(store.database).apply();
    return store;
  }

  /** A database without any table. */
  public static TestingStore empty(Dialect dialect) {
    try {
      Path directory = Files.createTempDirectory("innkeeper-store");
      if (dialect == Dialect.SQLITE) {
        Path file = directory.resolve("innkeeper.db");
        return new TestingStore(dialect, directory, file.toString(), Database.sqlite(file));
      }
      String address = TestingPostgres.server().freshDatabase();
      Database database = Database.postgresql(PostgresAddress.parse(address));
      return new TestingStore(dialect, directory, address, database);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Database database() {
    return database;
  }

  public Dialect dialect() {
    return dialect;
  }

  /** The SQLite file, or the PostgreSQL address. */
  public String address() {
    return address;
  }

  @Override
  public void close() {
    database.close();
    if (dialect == Dialect.POSTGRESQL) TestingPostgres.server().drop(address);
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return dialect.toString();
  }
}
