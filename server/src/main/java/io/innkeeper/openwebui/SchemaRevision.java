package io.innkeeper.openwebui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/**
 * Reads the schema revision out of a workspace's SQLite file while the app runs. Read-only; the
 * write-ahead log beside the file is read with it, since the main file alone may be behind.
 */
final class SchemaRevision {
  private SchemaRevision() {}

  /** The outcome: a revision, or why there is none. */
  sealed interface Reading {
    record Found(String revision) implements Reading {}

    /** No file, no table or no row: an app that hasn't made its schema here. */
    record Absent() implements Reading {}

    record Unreadable(String why) implements Reading {}
  }

  static Reading read(Path dataDirectory) {
    Path file = dataDirectory.resolve(Release.DATABASE_FILE);
    if (!Files.exists(file)) {
      return new Reading.Absent();
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(2_000);
    try (Connection connection =
            config.createConnection("jdbc:sqlite:" + file.toUri() + "?mode=ro");
        Statement statement = connection.createStatement()) {
      return revision(statement).<Reading>map(Reading.Found::new).orElseGet(Reading.Absent::new);
    } catch (SQLException failed) {
      return new Reading.Unreadable(String.valueOf(failed.getMessage()));
    }
  }

  private static Optional<String> revision(Statement statement) throws SQLException {
    try (ResultSet table =
        statement.executeQuery(
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'")) {
      if (!table.next()) {
        return Optional.empty();
      }
    }
    try (ResultSet row = statement.executeQuery("SELECT version_num FROM alembic_version")) {
      return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
    }
  }
}
