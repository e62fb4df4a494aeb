package io.innkeeper.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.innkeeper.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Numbered, forward-only changes of the schema; one folder per engine. */
public final class Migrations {
  private final String folder;
  private final Flyway flyway;

  public Migrations(Database database) {
    this(database, step -> {});
  }

  /** The same, naming each statement to {@code passing} before it runs. */
  public Migrations(Database database, Consumer<String> passing) {
    folder = "db/migration/" + database.dialect().name().toLowerCase(Locale.ROOT);
    flyway =
        Flyway.configure()
            .dataSource(database.writer())
            .locations("classpath:" + folder)
            .callbacks(new Announcer(passing))
            .cleanDisabled(true)
            .load();
  }

  /**
   * Brings the schema to this program's version. Repeating it changes nothing.
   *
   * @throws Fault CONFLICT when the store belongs to a newer or to another program
   */
  public void apply() {
    refuseNewer();
    try {
      flyway.migrate();
    } catch (FlywayValidateException e) {
      throw Fault.conflict(
              "schema-foreign",
              "Tried to bring the store up to date, but it was made by other migrations than this"
                  + " program's.")
          .advising("Start the program that made it, or put back a backup of the store.")
          .because(e);
    }
  }

  /** What the program would run on an empty database, in order. */
  List<String> scripts() {
    return Arrays.stream(flyway.info().all())
        .filter(migration -> migration.getState().isResolved())
        .map(MigrationInfo::getScript)
        .map(this::content)
        .toList();
  }

  /** Whether there is something to apply. */
  boolean pending() {
    return flyway.info().pending().length > 0;
  }

  /** Refuses a store that a newer program has migrated. */
  void refuseNewer() {
    for (MigrationInfo migration : flyway.info().all()) {
      if (!migration.getState().name().startsWith("FUTURE")) continue;
      throw Fault.conflict(
              "schema-newer",
              "The store is at version "
                  + migration.getVersion()
                  + ", newer than this program knows.")
          .advising("Start the newer Innkeeper, or put back a backup from before the update.");
    }
  }

  private String content(String script) {
    String path = folder + "/" + script;
    try (InputStream stream = Migrations.class.getClassLoader().getResourceAsStream(path)) {
      return new String(requireNonNull(stream, path).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells which statement comes next. */
  private record Announcer(Consumer<String> passing) implements Callback {
    @Override
    public boolean supports(Event event, Context context) {
      return event == Event.BEFORE_EACH_MIGRATE
          || event == Event.AFTER_EACH_MIGRATE
          || event == Event.BEFORE_EACH_MIGRATE_STATEMENT;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
      return true;
    }

    @Override
    public void handle(Event event, Context context) {
      passing.accept("migrate " + event.getId());
    }

    @Override
    public String getCallbackName() {
      return "announcer";
    }
  }
}
