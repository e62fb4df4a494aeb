package io.innkeeper.statement;

import static io.innkeeper.statement.TestingOffice.ANNA;
import static io.innkeeper.statement.TestingOffice.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.statement.StatementLine.Change;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class ListedStatementTest {
  @TempDir Path home;
  private TestingOffice office;

  @BeforeEach
  void open(Database database) {
    office = new TestingOffice(database, home);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @StoreTest
  void listsReadAPartOfTheTable() {
    office.calls.costing("2026-10-05T10:00:00Z", "1");
    IssuedStatement old = office.issue();
    List<Change> lines = List.of(new Change("Rabat", new BigDecimal("-1.50")));
    office.room.corrections().issue(old.statement().id(), "Rabat", lines, Optional.empty(), ANNA);
    office.room.marks().paid(old.statement().id(), Optional.empty(), ANNA);
    Statements statements = office.room.statements();
    List<ListedStatement> all = statements.listed(StatementFilter.ALL, 0, 10);
    assertThat(all).extracting(ListedStatement::state).containsExactly("issued", "paid");
    assertThat(all.getFirst().corrects()).contains("2026/10/0001");
    assertThat(all.getFirst().gross()).isEqualTo(new BigDecimal("-1.85"));
    assertThat(statements.listed(StatementFilter.ALL, 1, 1)).containsExactly(all.getLast());
    assertThat(all.getLast().id()).isEqualTo(old.statement().id());
    assertThat(all.getLast().gross()).isEqualTo(old.statement().gross());
  }

  @StoreTest
  void onlyTheDraftsThatAreShownAreMade() {
    office.calls.costing("2026-08-05T10:00:00Z", "1");
    office.calls.costing("2026-10-05T10:00:00Z", "1");
    office.room.close().run();
    Statements statements = office.room.statements();
    assertThat(statements.waiting(Optional.empty())).hasSize(2);
    assertThat(statements.waiting(Optional.empty(), 1, 1))
        .extracting(Draft::month)
        .containsExactly(OCTOBER);
  }
}
