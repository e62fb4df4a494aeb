package io.innkeeper.statement;

import static io.innkeeper.statement.TestingOffice.ANNA;
import static io.innkeeper.statement.TestingOffice.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.client.SeatTierView;
import io.innkeeper.fault.Fault;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SeatsTest {
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

  private static void refused(String code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }

  private SeatMonth october() {
    return office.room.seats().of(office.brzoza, OCTOBER);
  }

  private static BigDecimal zloty(String amount) {
    return new BigDecimal(amount);
  }

  @StoreTest
  void whoJoinsInTheMonthPaysForTheRest() {
    office.seat("Ala", "2026-01-01", "");
    office.seat("Ewa", "2026-09-30", "");
    office.seat("Jan", "2026-10-01", "");
    office.seat("Ola", "2026-10-16", "");
    office.seat("Iza", "2026-11-01", "");
    assertThat(october().count()).isEqualTo(4);
    assertThat(october().price()).isEqualByComparingTo("69");
    assertThat(october().lines())
        .extracting(StatementLine.Seats::seats, StatementLine.Seats::days, StatementLine.Seats::net)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(3, 31, zloty("207.00")),
            org.assertj.core.groups.Tuple.tuple(1, 16, zloty("35.61")));
    assertThat(october().total()).isEqualTo(zloty("242.61"));
    assertThat(office.draft().statement().orElseThrow().net()).isEqualTo(zloty("242.61"));
  }

  @StoreTest
  void removedSeatIsProrated() {
    Seat jan = office.seat("Jan", "2026-09-01", "");
    office.room.seats().end(office.brzoza, "Jan", LocalDate.of(2026, 10, 11), ANNA);
    office.room.seats().end(office.brzoza, "Jan", LocalDate.of(2026, 10, 11), ANNA);
    StatementLine.Seats line = october().lines().getFirst();
    assertThat(line.days()).isEqualTo(10);
    assertThat(line.until()).contains(LocalDate.of(2026, 10, 10));
    assertThat(line.net()).isEqualTo(zloty("25.48"));
    assertThat(office.room.seats().of(office.brzoza, OCTOBER.plusMonths(1)).count()).isZero();
    assertThat(office.verbs()).containsOnlyOnce("seat.remove");
    String id = jan.id().orElseThrow().toString();
    office.room.seats().end(office.brzoza, id, LocalDate.of(2026, 9, 1), ANNA);
    assertThat(october().count()).isZero();
  }

  @StoreTest
  void theWholeCountHasOnePrice() {
    for (int count : List.of(3, 4, 9, 10, 19, 20)) {
      List<Seat> seats = IntStream.range(0, count).mapToObj(SeatsTest::whole).toList();
      String price = count < 4 ? "79" : count < 10 ? "69" : count < 20 ? "59" : "54";
      SeatMonth month = SeatMonth.of(OCTOBER, SeatTiers.USUAL, seats);
      assertThat(month.total())
          .isEqualByComparingTo(zloty(price).multiply(BigDecimal.valueOf(count)));
    }
    assertThat(october().total()).isEqualTo(zloty("0.00"));
    assertThat(october().price()).isEqualByComparingTo("79");
  }

  private static Seat whole(int number) {
    return new Seat(
        java.util.Optional.empty(),
        new java.util.UUID(1, 1),
        "person-" + number,
        "Person",
        "",
        LocalDate.of(2026, 1, 1),
        java.util.Optional.empty(),
        0);
  }

  @StoreTest
  void whoComesBackIsOnePerson() {
    office.seat("Jan", "2026-09-01", "2026-10-05");
    refused("seat-held", () -> office.seat("Jan", "2026-10-04", ""));
    office.seat("Jan", "2026-10-20", "");
    assertThat(october().count()).isEqualTo(1);
    assertThat(october().lines()).extracting(StatementLine.Seats::days).containsExactly(4, 12);
  }

  @StoreTest
  void activePeopleHaveSeatsFromTheirFirstCall() {
    office.terms(null, null, "active-people");
    office.calls.call("2026-10-20T10:00:00Z", "jan", "acme/lark", "1", "1.3");
    office.calls.call("2026-10-25T10:00:00Z", "jan", "acme/lark", "1", "1.3");
    assertThat(october().held().getFirst().days()).isEqualTo(12);
    office.room.seats().end(office.brzoza, "jan", LocalDate.of(2026, 10, 26), ANNA);
    assertThat(october().held().getFirst().days()).isEqualTo(6);
    office.calls.call("2026-10-31T10:00:00Z", "jan", "acme/lark", "1", "1.3");
    assertThat(october().lines()).extracting(StatementLine.Seats::days).containsExactly(6, 1);
    assertThat(october().count()).isEqualTo(1);
  }

  @StoreTest
  void pricesHaveAHistoryAndIssuedMonthsKeepTheirs() {
    office.seat("Jan", "2026-09-01", "");
    SeatTiers ninety = SeatTiers.given("PLN", List.of(new SeatTierView(1, new BigDecimal("90"))));
    SeatPrices prices = office.room.prices();
    prices.set(office.brzoza, OCTOBER.plusMonths(1), ninety, 0, ANNA);
    assertThat(october().price()).isEqualByComparingTo("79");
    assertThat(office.room.seats().of(office.brzoza, OCTOBER.plusMonths(2)).price())
        .isEqualByComparingTo("90");
    refused("changed-meanwhile", () -> prices.set(office.brzoza, OCTOBER, ninety, 0, ANNA));
    office.issue();
    refused("month-issued", () -> prices.set(office.brzoza, OCTOBER, ninety, 1, ANNA));
    assertThat(prices.history(office.brzoza.id()).prices()).hasSize(2);
  }

  @StoreTest
  void anImportIsAllOrNothingAndCanBeRepeated() {
    LocalDate today = LocalDate.of(2026, 11, 2);
    String table =
        "\uFEFFname;email;from;until\r\n\"Żółć, \"\"Jan\"\"\";jan@example.org;2026-10-01;\r\n"
            + "Ala;ala@example.org;2026-10-16;2026-10-20\r\n\r\n";
    List<SeatInput> rows = SeatTable.read(table, today);
    assertThat(office.room.seats().bringIn(office.brzoza, rows, ANNA))
        .isEqualTo(new Seats.Imported(2, 0, 0));
    assertThat(office.room.seats().bringIn(office.brzoza, rows, ANNA))
        .isEqualTo(new Seats.Imported(0, 0, 2));
    assertThat(october().held().getLast().seat().name()).isEqualTo("Żółć, \"Jan\"");
    String wrong = "name,from\nEwa,2026-10-01\nIza,tomorrow\n";
    refused("seat-table", () -> SeatTable.read(wrong, today));
    refused("seat-table", () -> SeatTable.read("name,salary\nEwa,1\n", today));
    List<SeatInput> overlapping =
        SeatTable.read(
            "email,from\newa@example.org,2026-10-01\njan@example.org,2026-10-09\n", today);
    refused("seat-held", () -> office.room.seats().bringIn(office.brzoza, overlapping, ANNA));
    assertThat(october().count()).isEqualTo(2);
  }

  @StoreTest
  void lostUpdatesOfTermsAreRefused() {
    BillingBook.Stored now = office.room.billing().terms(office.brzoza);
    refused(
        "changed-meanwhile",
        () -> office.room.billing().set(office.brzoza, now.terms(), now.version() - 1, ANNA));
    assertThat(now.terms().seats()).isEqualTo(SeatFeed.MANUAL);
    assertThat(now.terms().language()).isEqualTo(Language.PL);
  }
}
