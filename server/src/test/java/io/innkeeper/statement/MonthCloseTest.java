package io.innkeeper.statement;

import static io.innkeeper.statement.TestingOffice.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.client.BillingTermsChange;
import io.innkeeper.client.PartyView;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class MonthCloseTest {
  @TempDir Path home;

  private static List<YearMonth> ready(TestingOffice office) {
    return office.room.statements().ready().stream().map(StatementRows.Ready::month).toList();
  }

  @StoreTest
  void missedMonthsAreMadeGoodOnce(Database database) {
    try (TestingOffice office = new TestingOffice(database, home)) {
      office.calls.costing("2026-08-31T21:00:00Z", "1");
      office.calls.costing("2026-10-31T22:00:00Z", "1");
      office.calls.costing("2026-11-01T22:00:00Z", "1");
      assertThat(office.room.close().run())
          .isEqualTo("0 statements were issued; 2 months wait to be issued.");
      assertThat(ready(office)).containsExactly(YearMonth.of(2026, 8), OCTOBER);
      var since = office.draft().readySince();
      office.clock.pass(Duration.ofDays(1));
      office.room.close().run();
      assertThat(office.draft().readySince()).isEqualTo(since).isPresent();
      office.issue();
      office.room.close().run();
      assertThat(ready(office)).containsExactly(YearMonth.of(2026, 8));
      assertThat(office.room.statements().countReady()).isEqualTo(1);
    }
  }

  @StoreTest
  void nothingIsClosedBeforeItsDay(Database database) {
    try (TestingOffice office = new TestingOffice(database, home)) {
      office.calls.costing("2026-10-31T22:00:00Z", "1");
      office.clock.pass(Duration.ofHours(-7));
      assertThat(office.room.close().run()).isEqualTo("No month waits to be issued.");
      assertThat(ready(office)).isEmpty();
    }
  }

  @StoreTest
  void whatIsCleanIsIssuedByItselfIfWanted(Database database) {
    try (TestingOffice office = new TestingOffice(database, home, true)) {
      office.calls.costing("2026-10-31T22:00:00Z", "1");
      office.room.close().run();
      assertThat(ready(office)).containsExactly(OCTOBER);
      office.calls.upstreamCounted("2026-10-31", 1, "1");
      BillingBook.Stored now = office.room.billing().terms(office.brzoza);
      BillingTermsChange change =
          new BillingTermsChange(
              new PartyView(null, List.of("al. Zmyślona 12"), null, null, null),
              null,
              null,
              null,
              null,
              null,
              null,
              null);
      office
          .room
          .billing()
          .set(office.brzoza, now.terms().changed(change), now.version(), TestingOffice.ANNA);
      assertThat(office.room.close().run())
          .isEqualTo("One statement was issued; 0 months wait to be issued.");
      assertThat(ready(office)).isEmpty();
      IssuedStatement issued =
          office.room.statements().ofMonth(office.brzoza.id(), OCTOBER).orElseThrow();
      assertThat(issued.by()).isEqualTo("Innkeeper");
    }
  }
}
