package io.innkeeper.store;

import io.innkeeper.fault.Fault;
import java.util.List;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jdbi.v3.core.Handle;

/**
 * Numbered, forward-only changes of the schema; one folder per engine. Flyway applies them. Whether
 * there is anything to apply is asked without it: nearly every start finds nothing, and Flyway
 * would cost it a quarter of its time and 20 MB for as long as the server runs.
 */
public final class Migrations {
  private final Database database;
  private final Consumer<String> passing;
  private final List<MigrationScript> scripts;

  private record Applied(String version, int checksum) {}

  public Migrations(Database database) {
    this(database, step -> {});
  }

  /** The same, naming each statement to {@code passing} before it runs. */
  public Migrations(Database database, Consumer<String> passing) {
    this.database = database;
    this.passing = passing;
    this.scripts = MigrationScript.all(database.dialect());
  }

  /**
   * Brings the schema to this program's version. Repeating it changes nothing.
   *
   * @throws Fault CONFLICT when the store belongs to a newer or to another program
   */
  public void apply() {
    refuseNewer();
    if (!pending()) return;
    try {
      flyway().migrate();
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
  List<MigrationScript> scripts() {
    return scripts;
  }

  /** Whether something is to be applied, or was applied from another text. */
  boolean pending() {
    List<Applied> ours =
        scripts.stream().map(script -> new Applied(script.version(), script.checksum())).toList();
    return !database.read(Migrations::applied).equals(ours);
  }

  /** Refuses a store that a newer program has migrated. */
  void refuseNewer() {
    int newest = Integer.parseInt(scripts.getLast().version());
    for (Applied applied : database.read(Migrations::applied)) {
      if (!applied.version().matches("\\d{1,9}") || Integer.parseInt(applied.version()) <= newest)
        continue;
      throw Fault.conflict(
              "schema-newer",
              "The store is at version "
                  + applied.version()
                  + ", newer than this program knows ("
                  + scripts.getLast().version()
                  + ").")
          .advising("Start the newer Innkeeper, or put back a backup from before the update.");
    }
  }

  private static List<Applied> applied(Handle handle) {
    boolean none =
        handle
            .queryMetadata(data -> data.getTables(null, null, "flyway_schema_history", null))
            .map((row, context) -> row.getString("TABLE_NAME"))
            .list()
            .isEmpty();
    if (none) return List.of();
    return handle
        .createQuery(
            """
            select version, checksum from flyway_schema_history
            where version is not null and success order by installed_rank
            """)
        .map((row, context) -> new Applied(row.getString("version"), row.getInt("checksum")))
        .list();
  }

  private Flyway flyway() {
    return Flyway.configure()
        .dataSource(database.writer())
        .locations("classpath:" + MigrationScript.folder(database.dialect()))
        .callbacks(new Announcer(passing))
        .cleanDisabled(true)
        .load();
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
