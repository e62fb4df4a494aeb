package io.innkeeper.statement;

import static io.innkeeper.statement.TestingOffice.ANNA;
import static io.innkeeper.statement.TestingOffice.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.console.BilledSeats;
import io.innkeeper.console.view.SeatView;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What lists of seats show is what the statement bills. */
class BilledSeatsTest {
  @TempDir Path home;
  private TestingOffice office;

  @BeforeEach
  void open(Database database) {
    office = new TestingOffice(database, home);
    office.terms(null, null, "manual");
  }

  @AfterEach
  void close() {
    office.close();
  }

  private SeatMonth october() {
    return office.room.seats().billed(office.brzoza, OCTOBER);
  }

  private SeatView page() {
    return new BilledSeats(office.organisations, office.room)
        .of(office.brzoza.id(), OCTOBER)
        .orElseThrow();
  }

  @StoreTest
  void rowsAddUpToTheTotal() {
    for (String name : List.of("Ala", "Ewa", "Jan")) office.seat(name, "2026-10-16", "");
    assertThat(october().total()).isEqualTo(new BigDecimal("122.32"));
    assertThat(october().held())
        .extracting(held -> held.amount().toPlainString())
        .containsExactly("40.78", "40.77", "40.77");
    assertThat(page().total()).isEqualTo(new BigDecimal("122.32"));
    assertThat(
            page().seats().stream()
                .map(SeatView.Seat::cost)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualTo(page().total());
  }

  @StoreTest
  void whoComesBackIsCountedOnce() {
    office.seat("Jan", "2026-09-01", "2026-10-05");
    office.seat("Jan", "2026-10-20", "");
    assertThat(page().seats()).hasSize(2);
    assertThat(page().count()).isEqualTo(1);
  }

  @StoreTest
  void anIssuedMonthShowsItsSeatsAsFrozen() {
    office.seat("Ala", "2026-10-16", "");
    office.seat("Jan", "2026-09-01", "");
    SeatMonth before = october();
    assertThat(before.issued()).isFalse();
    office.issue();
    office.room.seats().end(office.brzoza, "Jan", LocalDate.of(2026, 10, 11), ANNA);
    office.seat("Ola", "2026-10-01", "");
    office.terms(null, null, "none");
    SeatMonth after = october();
    assertThat(after.issued()).isTrue();
    assertThat(after.lines()).isEqualTo(before.lines());
    assertThat(after.price()).isEqualByComparingTo(before.price());
    assertThat(after.held())
        .extracting(held -> held.seat().name(), SeatMonth.Held::days, SeatMonth.Held::amount)
        .isEqualTo(
            List.of(
                org.assertj.core.groups.Tuple.tuple("Ala", 16, new BigDecimal("40.77")),
                org.assertj.core.groups.Tuple.tuple("Jan", 31, new BigDecimal("79.00"))));
    assertThat(page().settled()).isTrue();
    assertThat(page().total()).isEqualTo(before.total());
  }
}
