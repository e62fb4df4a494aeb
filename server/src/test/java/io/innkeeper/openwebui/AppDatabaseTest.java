package io.innkeeper.openwebui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.store.Dialect;
import io.innkeeper.store.StoreTest;
import java.sql.SQLException;
import java.util.Optional;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** The tables of the app that a repair touches, in both databases it can have. */
class AppDatabaseTest {
  private static final Secret PASSWORD = Secret.of("Abcde-fghij-klmno-pqrs2");

  @StoreTest(migrated = false)
  void oneRowIsChangedAndProven(Database store) throws Exception {
    tables(store);
    try (AppDatabase app = open(store)) {
      AppDatabase.Before before = app.makeAdmin("Anna@c.example", Optional.of(PASSWORD), true);
      assertThat(before).isEqualTo(new AppDatabase.Before("1", "user"));
    }
    assertThat(value(store, "select role from \"user\" where id = '1'")).isEqualTo("admin");
    assertThat(value(store, "select role from \"user\" where id = '2'")).isEqualTo("user");
    assertThat(value(store, "select cast(value as text) from config where key = 'auth.mfa.enable'"))
        .isEqualTo("false");
    String hash = value(store, "select password from auth where id = '1'");
    assertThat(hash).startsWith("$2b$");
    assertThat(OpenBSDBCrypt.checkPassword(hash, PASSWORD.unwrap().getBytes(UTF_8))).isTrue();
    assertThat(value(store, "select count(*) from auth where active")).isEqualTo("1");
  }

  @StoreTest(migrated = false)
  void whoIsNotThereChangesNothing(Database store) throws Exception {
    tables(store);
    try (AppDatabase app = open(store)) {
      Fault refused =
          catchThrowableOfType(
              Fault.class, () -> app.makeAdmin("' or 1=1 --", Optional.empty(), true));
      assertThat(refused.code()).isEqualTo("no-such-person");
    }
    assertThat(value(store, "select count(*) from \"user\" where role = 'admin'")).isEqualTo("0");
    assertThat(value(store, "select cast(value as text) from config where key = 'auth.mfa.enable'"))
        .isEqualTo("true");
  }

  @StoreTest(migrated = false)
  void anAccountWithoutPasswordIsLeftWhole(Database store) throws Exception {
    tables(store);
    store.change(handle -> handle.execute("delete from auth"));
    try (AppDatabase app = open(store)) {
      Fault refused =
          catchThrowableOfType(
              Fault.class, () -> app.makeAdmin("anna@c.example", Optional.of(PASSWORD), false));
      assertThat(refused.code()).isEqualTo("app-rows");
    }
    assertThat(value(store, "select role from \"user\" where id = '1'")).isEqualTo("user");
  }

  @StoreTest(migrated = false)
  void whatARepairChangedIsPutBack(Database store) throws Exception {
    tables(store);
    try (AppDatabase app = open(store)) {
      app.keepRows("anna@c.example");
      app.makeAdmin("anna@c.example", Optional.of(PASSWORD), true);
      app.putRowsBack();
      app.putRowsBack();
    }
    assertThat(value(store, "select role from \"user\" where id = '1'")).isEqualTo("user");
    assertThat(value(store, "select password from auth where id = '1'")).isEqualTo("x");
    assertThat(value(store, "select count(*) from auth where active")).isEqualTo("0");
    assertThat(value(store, "select cast(value as text) from config where key = 'auth.mfa.enable'"))
        .isEqualTo("true");
  }

  @StoreTest(migrated = false)
  void aRepairThatHeldLeavesNothingBehind(Database store) throws Exception {
    tables(store);
    try (AppDatabase app = open(store)) {
      app.keepRows("anna@c.example");
      app.makeAdmin("anna@c.example", Optional.of(PASSWORD), true);
      app.forgetRows();
      app.putRowsBack();
    }
    assertThat(value(store, "select role from \"user\" where id = '1'")).isEqualTo("admin");
  }

  private static AppDatabase open(Database store) {
    return store.<AppDatabase, RuntimeException>read(
        handle -> {
          try {
            String url = handle.getConnection().getMetaData().getURL();
            String user = handle.getConnection().getMetaData().getUserName();
            return store.dialect() == Dialect.SQLITE
                ? AppDatabase.at(url)
                : AppDatabase.postgresql(url, Optional.ofNullable(user), Optional.empty());
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static void tables(Database store) {
    boolean sqlite = store.dialect() == Dialect.SQLITE;
    store.change(
        handle -> {
          handle.execute("create table \"user\" (id text primary key, email text, role text)");
          handle.execute(
              "create table auth (id text primary key, password text, active "
                  + (sqlite ? "integer" : "boolean")
                  + ")");
          handle.execute("create table config (key text primary key, value json)");
          handle.execute(
              "insert into \"user\" values ('1', 'anna@c.example', 'user'), ('2', 'jan@c.example', 'user')");
          handle.execute("insert into auth values ('1', 'x', " + (sqlite ? "0" : "false") + ")");
          handle.execute("insert into config values ('auth.mfa.enable', 'true')");
        });
  }

  private static String value(Database store, String query) {
    return store.read(handle -> handle.createQuery(query).mapTo(String.class).one());
  }
}
