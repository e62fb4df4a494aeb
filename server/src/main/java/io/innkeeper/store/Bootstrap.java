package io.innkeeper.store;

import com.zaxxer.hikari.pool.HikariPool;
import io.innkeeper.fault.Fault;
import io.innkeeper.store.SchemaGuard.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a store ready before any port opens: lock, migrate, guard, then the given steps, then
 * unlock. Any number of processes may start at once on one store, and one killed at any statement
 * leaves nothing that the next start doesn't finish.
 */
public final class Bootstrap {
  private static final Logger log = LoggerFactory.getLogger(Bootstrap.class);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Home home;
  private final StoreSettings settings;
  private final Consumer<String> passing;

  /**
   * @param passing hears the name of each step just before it is taken
   */
  public Bootstrap(Home home, StoreSettings settings, Consumer<String> passing) {
    this.home = home;
    this.settings = settings;
    this.passing = passing;
  }

  /**
   * The store, prepared.
   *
   * @throws Fault saying in one sentence why it can't be; nothing is half done
   */
  public Database prepare(List<StartStep> steps) {
    passing.accept("home");
    HomeDirectory.prepare(home);
    String place =
        settings.url().map(PostgresAddress::toString).orElse(home.sqliteFile().toString());
    try {
      return settings.url().isPresent()
          ? onPostgres(settings.url().get(), steps)
          : onSqlite(home.sqliteFile(), steps);
    } catch (JdbiException | HikariPool.PoolInitializationException | FlywayException e) {
      throw StoreFaults.of(e, place).map(RuntimeException.class::cast).orElse(e);
    } catch (IOException e) {
      throw HomeDirectory.fault(e, home.storeDirectory());
    }
  }

  private Database onSqlite(Path file, List<StartStep> steps) throws IOException {
    passing.accept("lock");
    try (StartLock held = StartLock.beside(file, PATIENCE)) {
      passing.accept("open");
      SqliteFile.create(file);
      SqliteFile.refuseDamaged(file);
      return closedUnless(Database.sqlite(file), database -> prepare(database, steps));
    }
  }

  private Database onPostgres(PostgresAddress address, List<StartStep> steps) {
    passing.accept("open");
    return closedUnless(
        Database.postgresql(address),
        database -> {
          passing.accept("lock");
          try (StartLock held = StartLock.in(database, PATIENCE)) {
            prepare(database, steps);
          }
        });
  }

  private static Database closedUnless(Database database, Consumer<Database> succeeds) {
    boolean ready = false;
    try {
      succeeds.accept(database);
      ready = true;
      return database;
    } finally {
      if (!ready) database.close();
    }
  }

  private void prepare(Database database, List<StartStep> steps) {
    passing.accept("migrate");
    Migrations migrations = new Migrations(database, passing);
    migrations.apply();
    passing.accept("guard");
    Report report = new SchemaGuard(database, migrations, passing).mend();
    report.mended().forEach(line -> log.warn("Schema: {}", line));
    report.drift().forEach(line -> log.warn("Schema: {} It was left as it is.", line));
    for (StartStep step : steps) {
      passing.accept(step.name());
      step.work().accept(database);
    }
    passing.accept("unlock");
  }
}
