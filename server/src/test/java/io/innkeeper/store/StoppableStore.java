package io.innkeeper.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A store of its own that a test can take away for a while: PostgreSQL stopped, SQLite locked. */
public final class StoppableStore implements AutoCloseable {
  private final Database database;
  private final Switch stop;
  private final Switch resume;

  private interface Switch {
    void turn() throws IOException, SQLException;
  }

  private StoppableStore(Database database, Switch stop, Switch resume) {
    this.database = database;
    this.stop = stop;
    this.resume = resume;
    new Migrations(database).apply();
  }

  public static StoppableStore postgresql() {
    TestingPostgres server = TestingPostgres.own();
    Database database = Database.postgresql(PostgresAddress.parse(server.freshDatabase()));
    return new StoppableStore(database, server::stop, server::resume);
  }

  public static StoppableStore sqlite(Path file) throws SQLException {
    Database database = Database.sqlite(file);
    Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
    return new StoppableStore(
        database, () -> run(other, "begin immediate"), () -> run(other, "commit"));
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  public Database database() {
    return database;
  }

  public void stop() throws IOException, SQLException {
    stop.turn();
  }

  public void resume() throws IOException, SQLException {
    resume.turn();
  }

  @Override
  public void close() {
    database.close();
  }
}
