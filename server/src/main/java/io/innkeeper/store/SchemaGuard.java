package io.innkeeper.store;

import io.innkeeper.store.Schema.Kind;
import io.innkeeper.store.Schema.Part;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Compares the live schema with the one that the migrations make, and makes again what is missing.
 * It never drops and never changes what is there: differences are reported. What is expected comes
 * from running the migrations on the side, so there is no second description to keep.
 */
public final class SchemaGuard {
  private static final String SCRATCH = "innkeeper_expected";
  private static final Report WHOLE = new Report(List.of(), List.of());

  private final Database database;
  private final List<MigrationScript> scripts;
  private final Consumer<String> passing;

  /** What was made again, and what differs and was left alone; each a sentence. */
  public record Report(List<String> mended, List<String> drift) {
    public Report {
      mended = List.copyOf(mended);
      drift = List.copyOf(drift);
    }
  }

  public SchemaGuard(Database database, Migrations migrations, Consumer<String> passing) {
    this.database = database;
    this.scripts = migrations.scripts();
    this.passing = passing;
  }

  /**
   * Makes again what is missing; each statement stands alone, so being killed harms nothing. What
   * was found whole and has not changed is not compared again.
   */
  public Report mend() {
    SchemaMark mark = new SchemaMark(database, scripts);
    if (mark.stands()) return WHOLE;
    Report report = compared();
    if (report.equals(WHOLE)) mark.set();
    return report;
  }

  private Report compared() {
    Schema expected = expected();
    List<String> mended = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    Schema before = live();
    for (Part part : expected.missingFrom(before)) {
      if (comesWithTable(part, before)) continue;
      passing.accept("mend " + part);
      if (make(part, expected)) mended.add("The " + part + " was missing and has been made again.");
      else failed.add("The " + part + " is missing and can't be made again.");
    }
    if (!mended.isEmpty()) before = live();
    failed.addAll(drift(expected, before));
    return new Report(mended, failed);
  }

  /** Looks without touching: what is missing and what differs. */
  public Report look() {
    Schema expected = expected();
    Schema live = live();
    List<String> found = new ArrayList<>();
    for (Part part : expected.missingFrom(live))
      if (!comesWithTable(part, live)) found.add("The " + part + " is missing.");
    found.addAll(drift(expected, live));
    return new Report(List.of(), found);
  }

  private static List<String> drift(Schema expected, Schema live) {
    List<String> drift = new ArrayList<>();
    for (Part part : expected.differingFrom(live))
      drift.add(
          "The %s is “%s” instead of “%s”."
              .formatted(part, live.definition(part), expected.definition(part)));
    for (Part part : live.missingFrom(expected))
      if (part.kind() == Kind.TABLE || expected.hasTable(part.table()))
        drift.add("The " + part + " is not one of ours.");
    return drift;
  }

  /** SQLite makes a table whole; PostgreSQL's constraints are statements of their own. */
  private boolean comesWithTable(Part part, Schema live) {
    boolean inside =
        part.kind() == Kind.COLUMN
            || part.kind() == Kind.CONSTRAINT && database.dialect() == Dialect.SQLITE;
    return inside && !live.hasTable(part.table());
  }

  private boolean make(Part part, Schema expected) {
    String definition = expected.definition(part);
    return switch (part.kind()) {
      case COLUMN -> addColumn(part, definition);
      case CONSTRAINT, FOREIGN_KEY ->
          database.dialect() == Dialect.POSTGRESQL
              && ran("alter table %s add constraint %s %s", part.table(), part.name(), definition);
      case TABLE, INDEX, VIEW, FUNCTION, TRIGGER -> ran("%s", definition);
    };
  }

  /** A column that can't come back as it was, because rows exist, comes back without its rules. */
  private boolean addColumn(Part part, String definition) {
    if (ran("alter table %s add column %s", part.table(), definition)) return true;
    String[] words = definition.split("\\s+");
    return ran("alter table %s add column %s %s", part.table(), words[0], words[1]);
  }

  private boolean ran(String form, Object... parts) {
    return database.<Boolean, RuntimeException>read(
        handle -> {
          try (Statement statement = handle.getConnection().createStatement()) {
            statement.execute(form.formatted(parts));
            return true;
          } catch (SQLException refused) {
            return false;
          }
        });
  }

  private Schema live() {
    return database.read(this::shape);
  }

  private Schema shape(Handle handle) {
    return database.dialect() == Dialect.SQLITE
        ? SqliteSchema.read(handle)
        : PostgresSchema.read(handle);
  }

  private Schema expected() {
    return database.dialect() == Dialect.SQLITE ? sqliteExpected() : postgresExpected();
  }

  private Schema sqliteExpected() {
    try (Handle scratch = Jdbi.open("jdbc:sqlite::memory:")) {
      runAll(scratch);
      return shape(scratch);
    }
  }

  /** In a schema of a transaction that is rolled back: nobody else ever sees it. */
  private Schema postgresExpected() {
    return database.read(
        handle -> {
          handle.begin();
          try {
            handle.execute("create schema " + SCRATCH);
            handle.execute("set local search_path = " + SCRATCH);
            runAll(handle);
            return shape(handle);
          } finally {
            handle.rollback();
          }
        });
  }

  private void runAll(Handle handle) {
    for (MigrationScript script : scripts) {
      try (Statement statement = handle.getConnection().createStatement()) {
        statement.executeUpdate(script.text());
      } catch (SQLException e) {
        throw new IllegalStateException(
            "a migration can't be run on the side: " + script.name(), e);
      }
    }
  }
}
