package io.innkeeper.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.fault.Fault;

class MigrationsTest {
  @StoreTest(migrated = false)
  void applyingTwiceIsApplyingOnce(Database database) {
    new Migrations(database).apply();
    new Migrations(database).apply();
    assertThat(count(database, "select count(*) from lease")).isZero();
  }

  @StoreTest
  void eachTestHasItsOwnDatabase(Database database) {
    String insert = "insert into lease (name, holder, epoch, expires_at) values ('a', 'b', 1, 2)";
    database.change(handle -> handle.execute(insert));
    assertThat(count(database, "select count(*) from lease")).isOne();
  }

  @StoreTest
  void historyOfTheMigrationsIsReadAsTheyWroteIt(Database database) {
    assertThat(new Migrations(database).pending()).isFalse();
  }

  @StoreTest
  void newerSchemaRefuses(Database database) {
    addHistory(database, "999", "future");
    assertThatThrownBy(() -> new Migrations(database).apply())
        .isInstanceOf(Fault.class)
        .hasMessageContaining("The store is at version 999, newer than this program knows");
  }

  @StoreTest
  void changedMigrationsRefuse(Database database) {
    database.change(
        handle ->
            handle.execute("update flyway_schema_history set checksum = 1 where version = '001'"));
    assertThatThrownBy(() -> new Migrations(database).apply())
        .isInstanceOf(Fault.class)
        .hasMessageContaining("made by other migrations");
  }

  private static void addHistory(Database database, String version, String name) {
    database.change(
        handle ->
            handle.execute(
                """
                insert into flyway_schema_history (installed_rank, version, description, type,
                  script, checksum, installed_by, execution_time, success)
                values (999, ?, ?, 'SQL', 'V.sql', 1, 'x', 1, true)
                """,
                version,
                name));
  }

  private static int count(Database database, String sql) {
    return database.read(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
  }
}
