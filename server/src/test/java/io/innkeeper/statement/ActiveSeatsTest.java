package io.innkeeper.statement;

import static io.innkeeper.statement.TestingOffice.ANNA;
import static io.innkeeper.statement.TestingOffice.OCTOBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** People who have seats by calling, beside seats that somebody entered. */
class ActiveSeatsTest {
  @TempDir Path home;
  private TestingOffice office;

  @BeforeEach
  void open(Database database) {
    office = new TestingOffice(database, home);
    office.terms(null, null, "active-people");
    office.calls.call("2026-10-05T10:00:00Z", "jan", "acme/lark", "1", "1.3");
  }

  @AfterEach
  void close() {
    office.close();
  }

  private List<String> october() {
    SeatMonth month = office.room.seats().of(office.brzoza, OCTOBER);
    assertThat(month.count()).isEqualTo(1);
    return month.held().stream().map(held -> held.first() + " " + held.last()).sorted().toList();
  }

  private void known(String user, String email) {
    office.database.change(
        handle ->
            handle.execute("update usage_people set email = ? where user_id = ?", email, user));
  }

  private void enter(String person, String email, String from) {
    SeatInput wanted =
        new SeatInput(person, person, email, LocalDate.parse(from), Optional.empty());
    office.room.seats().add(office.brzoza, wanted, ANNA);
  }

  @StoreTest
  void aSeatToComeLeavesEarlierDaysBilled() {
    office.seat("jan", "2026-11-10", "2026-11-20");
    assertThat(october()).containsExactly("2026-10-05 2026-10-31");
  }

  @StoreTest
  void anEnteredSeatTakesOnlyItsOwnDays() {
    office.calls.call("2026-10-22T10:00:00Z", "jan", "acme/lark", "1", "1.3");
    office.calls.call("2026-10-28T10:00:00Z", "jan", "acme/lark", "1", "1.3");
    office.seat("jan", "2026-10-16", "2026-10-25");
    assertThat(october())
        .containsExactly("2026-10-05 2026-10-15", "2026-10-16 2026-10-24", "2026-10-28 2026-10-31");
  }

  @StoreTest
  void aSeatByAddressIsTheCallersOwn() {
    known("jan", "Jan@Brzoza.pl");
    enter("jan@brzoza.pl", "", "2026-10-01");
    assertThat(october()).containsExactly("2026-10-01 2026-10-31");
  }

  @StoreTest
  void aSeatByNameIsTheCallersByItsAddress() {
    known("jan", "jan@brzoza.pl");
    enter("Jan Kowalski", "JAN@brzoza.pl", "2026-10-16");
    assertThat(october()).containsExactly("2026-10-05 2026-10-15", "2026-10-16 2026-10-31");
    office.room.seats().end(office.brzoza, "Jan Kowalski", LocalDate.of(2026, 10, 21), ANNA);
    assertThat(october()).containsExactly("2026-10-05 2026-10-15", "2026-10-16 2026-10-20");
  }

  @StoreTest
  void twoIdsOfOneAddressAreOnePerson() {
    office.calls.call("2026-10-12T10:00:00Z", "jan-2", "acme/lark", "1", "1.3");
    known("jan", "jan@brzoza.pl");
    known("jan-2", "jan@brzoza.pl");
    enter("jan@brzoza.pl", "", "2026-10-16");
    assertThat(october()).containsExactly("2026-10-05 2026-10-15", "2026-10-16 2026-10-31");
  }
}
