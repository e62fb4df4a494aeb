package io.innkeeper.store;

import java.util.Locale;
import org.flywaydb.core.Flyway;

/** Numbered, forward-only changes of the schema; one folder per engine. */
public final class Migrations {
  private final Flyway flyway;

  public Migrations(Database database) {
    flyway =
        Flyway.configure()
            .dataSource(database.writer())
            .locations("classpath:" + folder(database.dialect()))
            .cleanDisabled(true)
            .load();
  }

  /** Where an engine's scripts are on the class path. */
  static String folder(Dialect dialect) {
    return "db/migration/" + dialect.name().toLowerCase(Locale.ROOT);
  }

  /** Brings the schema to this program's version. Repeating it changes nothing. */
  public void apply() {
    flyway.migrate();
  }
}
