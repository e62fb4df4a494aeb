package io.innkeeper.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Types;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The store. Reads see committed rows; a write is one transaction whose end is the commit, and on
 * SQLite writers wait for each other instead of failing. Instants are kept as milliseconds since
 * the epoch, ids as text. Thread-safe.
 */
public final class Database implements AutoCloseable {
  private final Dialect dialect;
  private final HikariDataSource readers;
  private final HikariDataSource writers;
  private final Jdbi reading;
  private final Jdbi writing;

  private Database(Dialect dialect, HikariDataSource readers, HikariDataSource writers) {
    this.dialect = dialect;
    this.readers = readers;
    this.writers = writers;
    this.reading = jdbi(readers);
    this.writing = readers == writers ? reading : jdbi(writers);
  }

  /** Opens (and creates) a SQLite file: WAL, synchronous FULL, foreign keys on, one writer. */
  public static Database sqlite(Path file) {
    return new Database(
        Dialect.SQLITE, sqlitePool("readers", file, 4, false), sqlitePool("writer", file, 1, true));
  }

  /**
   * Opens a PostgreSQL database: {@code postgresql://user:password@host:port/name} or a JDBC URL.
   */
  public static Database postgresql(PostgresAddress address) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("store");
    config.setJdbcUrl(address.jdbcUrl());
    address.user().ifPresent(config::setUsername);
    address.password().ifPresent(password -> config.setPassword(password.unwrap()));
    config.setMaximumPoolSize(10);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(10_000);
    HikariDataSource pool = new HikariDataSource(config);
    return new Database(Dialect.POSTGRESQL, pool, pool);
  }

  public Dialect dialect() {
    return dialect;
  }

  /** Runs a query outside any transaction of ours. */
  public <R, X extends Exception> R read(HandleCallback<R, X> query) throws X {
    return reading.withHandle(query);
  }

  /** Runs queries that all see the rows of one moment, while others may go on writing. */
  public <R, X extends Exception> R snapshot(HandleCallback<R, X> queries) throws X {
    return reading.withHandle(
        handle -> {
          handle.begin();
          try {
            // SQLite's transactions see one moment by themselves.
            if (dialect == Dialect.POSTGRESQL)
              handle.execute("set transaction isolation level repeatable read");
            return queries.withHandle(handle);
          } finally {
            handle.rollback();
          }
        });
  }

  /** Runs one transaction; an exception rolls everything back. */
  public <R, X extends Exception> R write(HandleCallback<R, X> work) throws X {
    return writing.inTransaction(work);
  }

  /** Runs one transaction that answers nothing. */
  public <X extends Exception> void change(HandleConsumer<X> work) throws X {
    writing.useTransaction(work);
  }

  /** The connection source of migrations. */
  DataSource writer() {
    return writers;
  }

  @Override
  public void close() {
    readers.close();
    writers.close();
  }

  private static HikariDataSource sqlitePool(String name, Path file, int size, boolean writer) {
    Properties properties = new Properties();
    properties.setProperty("journal_mode", "WAL");
    properties.setProperty("synchronous", "FULL");
    properties.setProperty("foreign_keys", "true");
    properties.setProperty("busy_timeout", "10000");
    if (writer) properties.setProperty("transaction_mode", "IMMEDIATE");
    if (writer) properties.setProperty("cache_size", "-16384");
    // A page that changes often is copied back once in 16 MB of the log, not once in 4.
    if (writer) properties.setProperty("wal_autocheckpoint", "4000");
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl("jdbc:sqlite:" + file.toAbsolutePath());
    config.setDataSourceProperties(properties);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    // A writer waits for the one before it, however long that one takes; jobs are many and each is
    // short.
    config.setConnectionTimeout(writer ? 60_000 : 10_000);
    config.setMaxLifetime(0);
    return new HikariDataSource(config);
  }

  private static Jdbi jdbi(DataSource source) {
    Jdbi jdbi = Jdbi.create(source);
    jdbi.registerArgument(new InstantArgument());
    jdbi.registerArgument(new UuidArgument());
    jdbi.registerColumnMapper(Instant.class, (row, column, context) -> instant(row, column));
    jdbi.registerColumnMapper(UUID.class, (row, column, context) -> uuid(row, column));
    return jdbi;
  }

  @SuppressWarnings("NullAway") // a NULL column is null, as Jdbi's mappers expect
  private static Instant instant(ResultSet row, int column) throws java.sql.SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  @SuppressWarnings("NullAway")
  private static UUID uuid(ResultSet row, int column) throws java.sql.SQLException {
    String text = row.getString(column);
    return text == null ? null : UUID.fromString(text);
  }

  private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
    InstantArgument() {
      super(Types.BIGINT);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setLong(position, value.toEpochMilli());
    }
  }

  private static final class UuidArgument extends AbstractArgumentFactory<UUID> {
    UuidArgument() {
      super(Types.VARCHAR);
    }

    @Override
    protected Argument build(UUID value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setString(position, value.toString());
    }
  }

  /** Tells each statement before it is run: for tests that die there. */
  void beforeEach(Runnable statement) {
    SqlLogger told =
        new SqlLogger() {
          @Override
          public void logBeforeExecution(StatementContext context) {
            statement.run();
          }
        };
    reading.setSqlLogger(told);
    writing.setSqlLogger(told);
  }

  /** For callers that need a bare handle in tests and tools. */
  Handle open() {
    return writing.open();
  }
}
