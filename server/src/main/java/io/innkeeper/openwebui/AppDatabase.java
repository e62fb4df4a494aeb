package io.innkeeper.openwebui;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/**
 * A stopped app's database, for the one thing its API can't do: letting an admin in again. Never
 * opened while the app runs.
 */
public final class AppDatabase implements AutoCloseable {
  private static final int BCRYPT_COST = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Connection connection;
  private final String json;

  private AppDatabase(Connection connection, String json) {
    this.connection = connection;
    this.json = json;
  }

  /** The database in an app's data directory. */
  public static AppDatabase in(Path dataDirectory) {
    Path file = dataDirectory.resolve(Release.DATABASE_FILE);
    if (!Files.exists(file))
      throw Fault.conflict("app-database-missing", "There is no database of Open WebUI in " + file);
    return at("jdbc:sqlite:" + file.toAbsolutePath());
  }

  /** A database in a file, by its address for Java. */
  static AppDatabase at(String sqliteUrl) {
    return open(sqliteUrl, new Properties(), "?");
  }

  /** The same in PostgreSQL. */
  public static AppDatabase postgresql(
      String jdbcUrl, Optional<String> user, Optional<Secret> password) {
    Properties login = new Properties();
    user.ifPresent(name -> login.setProperty("user", name));
    password.ifPresent(secret -> login.setProperty("password", secret.unwrap()));
    login.setProperty("connectTimeout", "10");
    login.setProperty("socketTimeout", "30");
    return open(jdbcUrl, login, "cast(? as json)");
  }

  private static AppDatabase open(String url, Properties login, String json) {
    try {
      Connection connection = DriverManager.getConnection(url, login);
      connection.setAutoCommit(false);
      return new AppDatabase(connection, json);
    } catch (SQLException e) {
      throw broken("open the app's database", e);
    }
  }

  /** An account's role before it was changed. */
  public record Before(String id, String role) {}

  /**
   * Makes an account an admin, all or nothing.
   *
   * @param password what it signs in with from now on, if that is to change
   * @param secondFactorOff takes the demand of a second factor away from everybody
   * @throws Fault NOT_FOUND {@code no-such-person}
   */
  public Before makeAdmin(String email, Optional<Secret> password, boolean secondFactorOff) {
    try {
      Before before = account(email);
      one("update \"user\" set role = 'admin' where id = ?", before.id());
      if (password.isPresent()) {
        one("update auth set password = ? where id = ?", hash(password.get()), before.id());
        activate(before.id());
      }
      if (secondFactorOff) secondFactorOff();
      if (!account(email).role().equals("admin"))
        throw Fault.of(Fault.Kind.BROKEN, "app-role", "The app's database did not keep the role.");
      connection.commit();
      return before;
    } catch (SQLException e) {
      throw broken("change the app's database", e);
    }
  }

  /**
   * Keeps in the database itself what {@link #makeAdmin} would change of an account.
   *
   * @throws Fault NOT_FOUND {@code no-such-person}
   */
  public void keepRows(String email) {
    committed("keep rows of", () -> new KeptRows(connection).keep(account(email).id()));
  }

  /** Puts back what {@link #keepRows} kept, if it did. */
  public void putRowsBack() {
    committed("put rows back in", () -> new KeptRows(connection).putBack());
  }

  public void forgetRows() {
    committed("clear up in", () -> new KeptRows(connection).forget());
  }

  private interface Change {
    void make() throws SQLException;
  }

  private void committed(String tried, Change change) {
    try {
      change.make();
      connection.commit();
    } catch (SQLException e) {
      throw broken(tried + " the app's database", e);
    }
  }

  private Before account(String email) throws SQLException {
    String query = "select id, role from \"user\" where lower(email) = lower(?)";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, email);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next())
          throw Fault.notFound("no-such-person", "The workspace has no account " + email + ".");
        Before found = new Before(row.getString("id"), row.getString("role"));
        if (row.next())
          throw Fault.conflict(
              "app-two-accounts", "The workspace has two accounts with the address " + email + ".");
        return found;
      }
    }
  }

  private void activate(String id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("update auth set active = ? where id = ?")) {
      statement.setBoolean(1, true);
      statement.setString(2, id);
      statement.executeUpdate();
    }
  }

  private void secondFactorOff() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "update config set value = " + json + " where key = 'auth.mfa.enable'")) {
      statement.setString(1, "false");
      statement.executeUpdate();
    }
  }

  private void one(String change, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(change)) {
      for (int i = 0; i < values.length; i++) statement.setString(i + 1, values[i]);
      int changed = statement.executeUpdate();
      if (changed == 1) return;
      throw Fault.conflict(
          "app-rows", "One row was to be changed, but it would have been " + changed + ".");
    }
  }

  /** As the app hashes passwords. */
  static String hash(Secret password) {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    return OpenBSDBCrypt.generate("2b", password.unwrap().getBytes(UTF_8), salt, BCRYPT_COST);
  }

  private static Fault broken(String tried, SQLException cause) {
    return Fault.of(
            Fault.Kind.UNAVAILABLE,
            "app-database",
            "Tried to " + tried + " but could not: " + cause.getMessage() + ".")
        .because(cause);
  }

  @Override
  public void close() {
    try {
      connection.rollback();
      connection.close();
    } catch (SQLException e) {
      throw broken("close the app's database", e);
    }
  }
}
