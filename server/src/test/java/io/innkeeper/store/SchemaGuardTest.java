package io.innkeeper.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.store.SchemaGuard.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaGuardTest {
  private static SchemaGuard guard(Database database) {
    return new SchemaGuard(database, new Migrations(database), step -> {});
  }

  private static void run(Database database, String... statements) {
    for (String statement : statements) database.change(handle -> handle.execute(statement));
  }

  @StoreTest
  void freshSchemaIsAsExpected(Database database) {
    assertThat(guard(database).mend()).isEqualTo(new Report(List.of(), List.of()));
    assertThat(guard(database).look().drift()).isEmpty();
  }

  @StoreTest
  void droppedIndexComesBack(Database database) {
    run(database, "drop index sessions_token_hash");
    assertThat(guard(database).look().drift())
        .containsExactly("The index sessions_token_hash of sessions is missing.");
    assertThat(guard(database).mend().mended())
        .containsExactly(
            "The index sessions_token_hash of sessions was missing and has been made again.");
    assertThat(guard(database).look().drift()).isEmpty();
  }

  @StoreTest
  void whatIsDroppedAfterAllWasWholeComesBack(Database database) {
    guard(database).mend();
    assertThat(guard(database).mend()).isEqualTo(new Report(List.of(), List.of()));
    run(database, "drop index sessions_token_hash");
    assertThat(guard(database).mend().mended()).hasSize(1);
    assertThat(guard(database).look().drift()).isEmpty();
  }

  @StoreTest
  void driftIsReportedAtEveryStart(Database database) {
    run(database, "create table visitors (id text)");
    for (int start = 0; start < 2; start++)
      assertThat(guard(database).mend().drift())
          .containsExactly("The table visitors is not one of ours.");
  }

  @StoreTest
  void droppedTableComesBackWithItsIndexesAndConstraints(Database database) {
    run(database, "drop table sessions");
    assertThat(guard(database).mend().mended()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(guard(database).look().drift()).isEmpty();
  }

  @StoreTest
  void droppedColumnComesBack(Database database) {
    run(database, "alter table operators drop column last_seen_at");
    Report report = guard(database).mend();
    assertThat(report.mended())
        .containsExactly(
            "The column last_seen_at of operators was missing and has been made again.");
    assertThat(guard(database).look().drift()).isEmpty();
  }

  @StoreTest
  void columnThatRowsForbidComesBackWithoutItsRules(Database database) {
    run(
        database,
        "insert into lease (name, holder, epoch, expires_at) values ('a', 'b', 1, 2)",
        "alter table lease drop column holder");
    Report report = guard(database).mend();
    assertThat(report.mended()).hasSize(1);
    assertThat(report.drift()).singleElement().asString().contains("column holder of lease");
  }

  @StoreTest
  void whatIsNotOursIsReportedAndLeftAlone(Database database) {
    run(
        database,
        "create table visitors (id text)",
        "alter table lease add column colour text",
        "insert into visitors (id) values ('x')");
    assertThat(guard(database).mend().drift())
        .containsExactlyInAnyOrder(
            "The table visitors is not one of ours.",
            "The column colour of lease is not one of ours.");
    run(database, "insert into visitors (id) values ('y')");
  }

  @StoreTest
  void wrongTypeIsReported(Database database) {
    run(
        database,
        "drop table scheduled_task",
        "create table scheduled_task (name text not null primary key,"
            + " last_started_at text not null, last_ended_at bigint, last_failure text)");
    assertThat(guard(database).mend().drift())
        .singleElement()
        .asString()
        .contains("column last_started_at of scheduled_task")
        .contains("text not null")
        .contains("bigint not null");
  }

  @Test
  void createStatementsAreCutIntoTheirPieces() {
    String create =
        """
        create table t (
          a text default 'x, (y' not null, -- the first, of (many
          "b" decimal(3, 2) check (b > 0),
          primary key (a, b)
        )
        """;
    assertThat(SqliteSchema.pieces(create))
        .containsExactly(
            "a text default 'x, (y' not null",
            "\"b\" decimal(3, 2) check (b > 0)",
            "primary key (a, b)");
  }
}
