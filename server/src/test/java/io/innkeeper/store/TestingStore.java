package io.innkeeper.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    return switch (dialect) {
      case SQLITE -> onFile(MigratedFile.FILE);
      case POSTGRESQL -> onServer(MigratedDatabase.NAME);
    };
  }

  /** A database without any table. */
  public static TestingStore empty(Dialect dialect) {
    return dialect == Dialect.SQLITE ? onFile(null) : onServer("template1");
  }

  /** Migrating takes its time, so it is done once and copied. */
  private static final class MigratedFile {
    static final Path FILE = file();

    private static Path file() {
      TestingStore store = empty(Dialect.SQLITE);
      try (Database database = store.database) {
        new Migrations(database).apply();
      }
      store.directory.toFile().deleteOnExit();
      Path file = Path.of(store.address);
      file.toFile().deleteOnExit();
      return file;
    }
  }

  private static final class MigratedDatabase {
    static final String NAME = database();

    private static String database() {
      TestingStore store = empty(Dialect.POSTGRESQL);
      try (Database database = store.database) {
        new Migrations(database).apply();
      }
      return store.address.substring(store.address.lastIndexOf('/') + 1);
    }
  }

  private static TestingStore onFile(@Nullable Path original) {
    try {
      Path directory = Files.createTempDirectory("innkeeper-store");
      Path file = directory.resolve("innkeeper.db");
      if (original != null) Files.copy(original, file);
      return new TestingStore(Dialect.SQLITE, directory, file.toString(), Database.sqlite(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TestingStore onServer(String original) {
    try {
      String address = TestingPostgres.server().freshDatabase(original);
      return new TestingStore(
          Dialect.POSTGRESQL,
          Files.createTempDirectory("innkeeper-store"),
          address,
          Database.postgresql(PostgresAddress.parse(address)));
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
