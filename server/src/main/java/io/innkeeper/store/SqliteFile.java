package io.innkeeper.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.jdbi.v3.core.ConnectionException;

/** The SQLite file before we trust it. */
final class SqliteFile {
  private static final byte[] HEADER = "SQLite format 3\0".getBytes(US_ASCII);

  /** Reading a file of this size whole takes a fraction of a second; larger ones `doctor` reads. */
  private static final long READ_WHOLE_BYTES = 64L << 20;

  private SqliteFile() {}

  /**
   * Makes an empty file that only its owner can read; SQLite gives its other files the same mode.
   */
  static void create(Path file) throws IOException {
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException there) {
      // its mode is the operator's choice
    }
  }

  /** Refuses a damaged file and leaves every byte as it is. */
  static void refuseDamaged(Path file) throws IOException {
    refuseDamaged(file, Files.size(file) <= READ_WHOLE_BYTES);
  }

  /** The same, reading the file whole whatever its size when {@code whole}. */
  static void refuseDamaged(Path file, boolean whole) throws IOException {
    if (Files.size(file) == 0) return;
    refuseForeign(file);
    String query = whole ? "pragma quick_check(1)" : "select 'ok' from sqlite_master limit 1";
    // One query is not worth the time that a Jdbi of its own takes from each start.
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + file.toUri() + "?" + readingOnly(file));
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      String answer = found.next() ? found.getString(1) : "ok";
      if (!answer.equals("ok"))
        throw StoreFaults.damaged(file.toString(), answer.lines().findFirst().orElse(answer));
    } catch (SQLException e) {
      throw StoreFaults.of(e, file.toString())
          .map(RuntimeException.class::cast)
          .orElseGet(() -> new ConnectionException(e));
    }
  }

  private static void refuseForeign(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      if (!Arrays.equals(stream.readNBytes(HEADER.length), HEADER))
        throw StoreFaults.damaged(file.toString(), "it doesn't begin like a SQLite database");
    }
  }

  /**
   * A file with a log beside it is only whole together with it. Without one, nobody has it open and
   * it is read as it lies, so that SQLite makes no files of its own.
   */
  private static String readingOnly(Path file) {
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    return Files.exists(log) ? "mode=ro" : "immutable=1";
  }
}
