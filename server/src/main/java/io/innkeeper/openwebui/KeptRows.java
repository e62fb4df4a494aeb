package io.innkeeper.openwebui;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The rows that a repair changes, kept beside them in tables of our own: where a database can't be
 * copied as a file, the way back is in it. Nothing is committed here.
 */
final class KeptRows {
  private static final String USER = "innkeeper_kept_user";
  private static final String AUTH = "innkeeper_kept_auth";
  private static final String CONFIG = "innkeeper_kept_config";

  private final Connection connection;

  KeptRows(Connection connection) {
    this.connection = connection;
  }

  /** Keeps an account's rows and the demand of a second factor as they are now. */
  void keep(String id) throws SQLException {
    forget();
    run("create table " + USER + " as select id, role from \"user\" where false");
    run("create table " + AUTH + " as select id, password, active from auth where false");
    run(
        "create table "
            + CONFIG
            + " as select key, value from config where key = 'auth.mfa.enable'");
    fill("insert into " + USER + " select id, role from \"user\" where id = ?", id);
    fill("insert into " + AUTH + " select id, password, active from auth where id = ?", id);
  }

  /** Puts back what is kept and forgets it; nothing where nothing is kept. */
  void putBack() throws SQLException {
    if (!kept()) return;
    run(
        """
        update "user" set role = kept.role
        from innkeeper_kept_user kept where "user".id = kept.id
        """);
    run(
        """
        update auth set password = kept.password, active = kept.active
        from innkeeper_kept_auth kept where auth.id = kept.id
        """);
    run(
        """
        update config set value = kept.value
        from innkeeper_kept_config kept where config.key = kept.key
        """);
    forget();
  }

  void forget() throws SQLException {
    for (String table : List.of(USER, AUTH, CONFIG)) run("drop table if exists " + table);
  }

  private boolean kept() throws SQLException {
    try (ResultSet tables = connection.getMetaData().getTables(null, null, USER, null)) {
      return tables.next();
    }
  }

  private void run(String change) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(change);
    }
  }

  private void fill(String change, String id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(change)) {
      statement.setString(1, id);
      statement.executeUpdate();
    }
  }
}
