package io.innkeeper.store;

import io.innkeeper.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;

/** Looks at a store that no server may be running on, and changes nothing in it. */
public final class StoreExam {
  private final Home home;
  private final StoreSettings settings;

  public StoreExam(Home home, StoreSettings settings) {
    this.home = home;
    this.settings = settings;
  }

  /** How people call it. */
  public String place() {
    return settings.url().map(PostgresAddress::toString).orElse(home.sqliteFile().toString());
  }

  /**
   * A sentence for each difference from the expected schema; none when there is no store yet.
   *
   * @throws Fault when it is damaged, newer or out of reach
   */
  public List<String> drift() {
    try {
      Optional<Database> opened = opened();
      if (opened.isEmpty()) return List.of();
      try (Database database = opened.get()) {
        return drift(database);
      }
    } catch (IOException e) {
      throw HomeDirectory.fault(e, home.storeDirectory());
    } catch (JdbiException | com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
      throw StoreFaults.of(e, place()).map(RuntimeException.class::cast).orElse(e);
    }
  }

  /** The same for a store that is open already. */
  public static List<String> drift(Database database) {
    Migrations migrations = new Migrations(database);
    migrations.refuseNewer();
    if (migrations.pending()) return List.of("The schema is older than this program.");
    return new SchemaGuard(database, migrations, step -> {}).look().drift();
  }

  private Optional<Database> opened() throws IOException {
    if (settings.url().isPresent()) return Optional.of(Database.postgresql(settings.url().get()));
    if (!Files.exists(home.sqliteFile()) || Files.size(home.sqliteFile()) == 0)
      return Optional.empty();
    SqliteFile.refuseDamaged(home.sqliteFile(), true);
    return Optional.of(Database.sqlite(home.sqliteFile()));
  }
}
