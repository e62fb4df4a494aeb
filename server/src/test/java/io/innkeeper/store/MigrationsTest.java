package io.innkeeper.store;

import static org.assertj.core.api.Assertions.assertThat;

class MigrationsTest {
  @StoreTest(migrated = false)
  void applyingTwiceIsApplyingOnce(Database database) {
    new Migrations(database).apply();
    new Migrations(database).apply();
    assertThat(count(database, "select count(*) from lease")).isZero();
  }

  @StoreTest
  void eachTestHasItsOwnDatabase(TestingStore store) {
    String insert = "insert into lease (name, holder, epoch, expires_at) values ('a', 'b', 1, 2)";
    store.database().change(handle -> handle.execute(insert));
    assertThat(count(store.database(), "select count(*) from lease")).isOne();
  }

  private static int count(Database database, String sql) {
    return database.read(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
  }
}
