package io.innkeeper.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

class SchemaMarkTest {
  @StoreTest
  void markStandsUntilTheSchemaChanges(Database database) {
    SchemaMark mark = new SchemaMark(database, new Migrations(database).scripts());
    mark.set();
    assertThat(mark.stands()).isEqualTo(database.dialect() == Dialect.SQLITE);
    database.change(handle -> handle.execute("drop index sessions_token_hash"));
    assertThat(mark.stands()).isFalse();
  }

  @StoreTest
  void markOfOtherMigrationsDoesNotStand(Database database) {
    List<MigrationScript> scripts = new Migrations(database).scripts();
    new SchemaMark(database, scripts.subList(1, scripts.size())).set();
    assertThat(new SchemaMark(database, scripts).stands()).isFalse();
  }

  @StoreTest
  void writingRowsChangesNoMark(Database database) {
    SchemaMark mark = new SchemaMark(database, new Migrations(database).scripts());
    mark.set();
    database.change(
        handle ->
            handle.execute(
                "insert into lease (name, holder, epoch, expires_at) values ('a', 'b', 1, 2)"));
    assertThat(mark.stands()).isEqualTo(database.dialect() == Dialect.SQLITE);
  }
}
