package io.innkeeper.statement;

import static io.innkeeper.statement.TestingOffice.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.client.Json;
import io.innkeeper.client.StatementDocument;
import io.innkeeper.statement.StatementLine.Change;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class CorrectionsTest {
  @TempDir Path home;
  private TestingOffice office;

  @BeforeEach
  void open(Database database) {
    office = new TestingOffice(database, home);
    office.terms(null, null, "manual");
    office.seat("Jan", "2026-10-01", "");
    office.calls.costing("2026-10-05T10:00:00Z", "1");
  }

  private List<String> differences(UUID old) {
    return office.room.corrections().differences(old).stream()
        .map(change -> change.words() + " " + change.net())
        .toList();
  }

  private void call(String arrived, String user, String name, String cost) {
    office.calls.call(arrived, user, name, "acme/lark", cost, "1.3");
  }

  @AfterEach
  void close() {
    office.close();
  }

  @StoreTest
  void termsChangedLaterChangeNoCorrection() {
    UUID old = office.issue().statement().id();
    office.rates.publish("2026-10-02", "4.0000");
    office.terms("person", "each-day", "active-people");
    assertThat(office.room.corrections().differences(old)).isEmpty();
    office.calls.costing("2026-10-31T20:00:00Z", "2");
    assertThat(differences(old)).containsExactly("acme/lark 9.83");
  }

  @StoreTest
  void seatsEnteredOrEndedAfterwardsAreCorrected() {
    UUID old = office.issue().statement().id();
    Corrections corrections = office.room.corrections();
    office.seat("Ola", "2026-10-16", "");
    assertThat(differences(old)).containsExactly("Abonament 40.77");
    corrections.issueByTheBooks(old, "Ola came on the 16th", ANNA);
    assertThat(differences(old)).isEmpty();
    office.room.seats().end(office.brzoza, "Ola", LocalDate.of(2026, 10, 16), ANNA);
    office.room.seats().end(office.brzoza, "Jan", LocalDate.of(2026, 10, 17), ANNA);
    assertThat(differences(old)).containsExactly("Abonament -79.00");
    office.seat("Ewa", "2026-11-01", "");
    assertThat(differences(old)).containsExactly("Abonament -79.00");
  }

  @StoreTest
  void aSeatAddedLateCountsForTheTierToo() {
    office.seat("Ala", "2026-10-01", "");
    office.seat("Ewa", "2026-10-01", "");
    UUID old = office.issue().statement().id();
    office.seat("Ola", "2026-10-01", "");
    // Four at 69.00 instead of three at 79.00.
    assertThat(differences(old)).containsExactly("Abonament 39.00");
  }

  @StoreTest
  void whoIsCalledOtherwiseNowMakesNoDifference() {
    office.terms("person", null, null);
    call("2026-10-06T10:00:00Z", "u1", "Jan Wrona", "1");
    call("2026-10-07T10:00:00Z", "u2", "Ola Lis", "2");
    UUID old = office.issue().statement().id();
    call("2026-11-01T10:00:00Z", "u1", "Jan Kruk", "1");
    assertThat(differences(old)).isEmpty();
    call("2026-11-01T11:00:00Z", "u2", "Jan Kruk", "1");
    assertThat(differences(old)).isEmpty();
    call("2026-10-31T20:00:00Z", "u1", "Jan Kruk", "2");
    assertThat(differences(old)).containsExactly("Jan Kruk (u1) 9.83");
  }

  @StoreTest
  void aDocumentFromBeforeIdsWereKeptIsComparedByNamesAndCalls() throws Exception {
    office.terms("person", null, null);
    call("2026-10-06T10:00:00Z", "u1", "Jan Wrona", "1");
    String text = FrozenStatement.of(office.issue().statement()).text();
    String former =
        text.replaceAll("\"person\":\"[^\"]*\",", "").replace(",\"seatFeed\":\"manual\"", "");
    assertThat(former).doesNotContain("u1").hasSizeLessThan(text.length());
    Statement was =
        StatementDocuments.read(Json.LENIENT.readValue(former, StatementDocument.class));
    assertThat(FrozenStatement.of(was).text()).isEqualTo(former);
    call("2026-11-01T10:00:00Z", "u1", "Jan Kruk", "1");
    office.seat("Ola", "2026-10-01", "");
    assertThat(Differences.of(was, List.of(), office.again(was)).changes()).isEmpty();
  }

  @StoreTest
  void whatWasCorrectedStaysSoUnderAnotherName() {
    office.terms("person", null, null);
    call("2026-10-06T10:00:00Z", "u1", "Jan Wrona", "1");
    UUID old = office.issue().statement().id();
    call("2026-10-31T20:00:00Z", "u1", "Jan Kruk", "2");
    // As the console posts it: words and an amount.
    List<Change> typed = List.of(new Change("Jan Kruk", new BigDecimal("9.83")));
    office.room.corrections().issue(old, "Late calls", typed, Optional.of(0), ANNA);
    call("2026-11-01T10:00:00Z", "u1", "Jan Sowa", "1");
    assertThat(differences(old)).isEmpty();
  }

  @StoreTest
  void theBooksKeepTheRateOfWhatTheyCorrect() {
    Statement was = office.issue().statement();
    Corrections corrections = office.room.corrections();
    List<Change> discount = List.of(new Change("Rabat", new BigDecimal("-1.50")));
    assertThat(corrections.issue(was.id(), "Rabat", discount, Optional.empty(), ANNA).statement())
        .extracting(own -> own.conversion().rates())
        .isEqualTo(List.of());
    office.calls.costing("2026-10-31T20:00:00Z", "2");
    IssuedStatement late = corrections.issueByTheBooks(was.id(), "Late calls", ANNA);
    assertThat(late.statement().conversion()).isEqualTo(was.conversion());
    assertThat(late.statement().conversion().value()).contains(new BigDecimal("3.7812"));
    assertThat(office.room.statements().get(late.statement().id())).isEqualTo(late);
  }

  @StoreTest
  void sameCorrectionIsIssuedOnce() {
    UUID old = office.issue().statement().id();
    office.calls.costing("2026-10-31T20:00:00Z", "2");
    Corrections corrections = office.room.corrections();
    List<Change> seen = corrections.differences(old);
    assertThat(
            AtOnce.outcomes(
                6, _ -> corrections.issue(old, "Late calls", seen, Optional.of(0), ANNA)))
        .containsOnlyOnce(AtOnce.DONE)
        .contains("corrected-meanwhile")
        .hasSize(6);
    assertThat(office.room.statements().corrections(old)).hasSize(1);
  }

  @StoreTest
  void theBooksCorrectOnce() {
    UUID old = office.issue().statement().id();
    office.calls.costing("2026-10-31T20:00:00Z", "2");
    Corrections corrections = office.room.corrections();
    assertThat(AtOnce.outcomes(4, _ -> corrections.issueByTheBooks(old, "Late calls", ANNA)))
        .containsOnlyOnce(AtOnce.DONE)
        .contains("nothing-to-correct")
        .hasSize(4);
    assertThat(corrections.count(old)).isEqualTo(1);
  }
}
