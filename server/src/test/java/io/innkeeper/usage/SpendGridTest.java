package io.innkeeper.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.innkeeper.money.Usd;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import io.innkeeper.usage.SpendGrid.Cell;
import io.innkeeper.usage.SpendGrid.Wanted;
import io.innkeeper.usage.Spending.By;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SpendGridTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 11, 30);

  @TempDir Path home;
  private TestingBooks books;
  private SpendGrid grid;

  @BeforeEach
  void open(Database database) {
    books = new TestingBooks(database, home);
    grid = new SpendGrid(database);
  }

  @AfterEach
  void close() {
    books.close();
  }

  private Wanted all() {
    return Wanted.all(books.brzoza.id(), FIRST, LAST);
  }

  @StoreTest
  void daysBelongToTheOrganisationAlsoWhenClocksAreTurned() {
    // The night of 25 October has 25 hours in Warsaw; the last of them is after midnight in UTC.
    books.book(
        TestingCalls.at(Instant.parse("2026-10-24T21:59:59Z"), "1"),
        TestingCalls.at(Instant.parse("2026-10-24T22:00:00Z"), "2"),
        TestingCalls.at(Instant.parse("2026-10-25T22:59:59Z"), "4"),
        TestingCalls.at(Instant.parse("2026-10-25T23:00:00Z"), "8"));
    assertThat(grid.days(all()))
        .extracting(Cell::day, cell -> cell.sum().cost())
        .containsExactly(
            tuple(LocalDate.of(2026, 10, 24), Usd.parse("1")),
            tuple(LocalDate.of(2026, 10, 25), Usd.parse("6")),
            tuple(LocalDate.of(2026, 10, 26), Usd.parse("8")));
  }

  @StoreTest
  void aPartIsSplitByDayAndAddsUp() {
    books.book(
        TestingCalls.by("ewa", "1"), TestingCalls.by("ewa", "2"), TestingCalls.by("jan", "4"));
    assertThat(grid.split(all(), By.USER))
        .extracting(Cell::part, cell -> cell.sum().requests())
        .containsExactlyInAnyOrder(tuple("ewa", 2L), tuple("jan", 1L));
    assertThat(grid.days(all().of(By.USER, "ewa")).getFirst().sum().cost())
        .isEqualTo(Usd.parse("3"));
    assertThat(grid.people(all())).isEqualTo(2);
    assertThat(grid.known(books.brzoza.id()))
        .hasEntrySatisfying("jan", known -> assertThat(known.name()).isEqualTo("Żółć jan"));
  }

  @StoreTest
  void kindsAreChosenAndOthersLeftOut() {
    books.book(TestingCalls.by("ewa", "1"));
    assertThat(grid.days(all().ofKinds(Set.of("chat", "title")))).hasSize(1);
    assertThat(grid.days(all().ofKinds(Set.of("embedding")))).isEmpty();
    assertThat(grid.people(all().ofKinds(Set.of("embedding")))).isZero();
  }

  @StoreTest
  void signedLinesAreCounted() {
    books.book(TestingCalls.by("ewa", "1"));
    books.ledger.adjust(
        new Adjustment(
            books.brzoza.id(),
            Optional.empty(),
            Optional.of(Usd.parse("-0.5")),
            Optional.empty(),
            "answered twice"),
        TestingBooks.ANNA);
    assertThat(grid.signedLines(all())).isEqualTo(1);
    assertThat(grid.signedLines(all().of(By.USER, "ewa"))).isZero();
    assertThat(grid.days(all()).stream().mapToLong(cell -> cell.sum().cost().pico()).sum())
        .isEqualTo(Usd.parse("0.5").pico());
  }

  @StoreTest
  void theQueryThatIsShownIsTheOneThatIsAsked() {
    books.book(TestingCalls.by("o'hara", "1"));
    Wanted wanted = all().of(By.USER, "o'hara").ofKinds(Set.of("chat"));
    assertThat(books.texts("select cast(count(*) as text) from (" + wanted.query() + ") as found"))
        .containsExactly("1");
    assertThat(grid.days(wanted)).hasSize(1);
  }
}
