package io.innkeeper.statement;

import static io.innkeeper.statement.TestingOffice.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.client.BillingTermsChange;
import io.innkeeper.client.SeatTierView;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Of those who change the same thing at the same moment, one wins and the others are told. */
class LostUpdatesTest {
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

  private static void oneWins(List<String> outcomes, String refusal) {
    assertThat(outcomes).containsOnlyOnce(AtOnce.DONE).hasSize(6);
    assertThat(outcomes.stream().filter(code -> !code.equals(AtOnce.DONE))).containsOnly(refusal);
  }

  @StoreTest
  void terms() {
    BillingBook.Stored now = office.room.billing().terms(office.brzoza);
    oneWins(AtOnce.outcomes(6, number -> pays(now, number + 20)), "changed-meanwhile");
    assertThat(office.room.billing().terms(office.brzoza).version()).isEqualTo(now.version() + 1);
  }

  private void pays(BillingBook.Stored now, int days) {
    BillingTermsChange change =
        new BillingTermsChange(null, null, null, null, null, null, days, null);
    office.room.billing().set(office.brzoza, now.terms().changed(change), now.version(), ANNA);
  }

  @StoreTest
  void firstTerms() {
    var other = office.opened("Other");
    BillingBook.Stored now = office.room.billing().terms(other);
    oneWins(
        AtOnce.outcomes(
            6,
            number ->
                office
                    .room
                    .billing()
                    .set(
                        other,
                        now.terms()
                            .changed(
                                new BillingTermsChange(
                                    null, null, null, null, null, null, number + 20, null)),
                        0,
                        ANNA)),
        "changed-meanwhile");
  }

  @StoreTest
  void seller() {
    BillingBook.Seller now = office.room.billing().seller();
    oneWins(
        AtOnce.outcomes(
            6,
            number -> {
              Party party = new Party("Seller " + number, List.of(), "", "", "");
              office.room.billing().setSeller(party, now.version(), ANNA);
            }),
        "changed-meanwhile");
  }

  @StoreTest
  void pricesOfSeveralMonths() {
    SeatTiers fifty = SeatTiers.given("PLN", List.of(new SeatTierView(1, new BigDecimal("50"))));
    oneWins(
        AtOnce.outcomes(
            6,
            number ->
                office
                    .room
                    .prices()
                    .set(office.brzoza, YearMonth.of(2027, number + 1), fifty, 0, ANNA)),
        "changed-meanwhile");
  }

  @StoreTest
  void seats() {
    oneWins(
        AtOnce.outcomes(6, number -> office.seat("Jan", "2026-10-0" + (number + 1), "")),
        "seat-held");
    assertThat(office.room.seats().stored(office.brzoza.id())).hasSize(1);
  }

  @StoreTest
  void anEndMayNotReachIntoTheNextSeat() {
    UUID first = office.seat("Jan", "2026-09-01", "2026-10-05").id().orElseThrow();
    office.seat("Jan", "2026-10-20", "");
    assertThat(
            AtOnce.outcomes(
                1,
                _ ->
                    office
                        .room
                        .seats()
                        .end(office.brzoza, first.toString(), LocalDate.of(2026, 10, 25), ANNA)))
        .containsExactly("seat-held");
    office.room.seats().end(office.brzoza, first.toString(), LocalDate.of(2026, 10, 20), ANNA);
    assertThat(office.room.seats().stored(office.brzoza.id()).getFirst().until())
        .contains(LocalDate.of(2026, 10, 20));
  }

  @StoreTest
  void sentAndPaidAtOnceAreBothKept() {
    office.calls.costing("2026-10-05T10:00:00Z", "1");
    UUID id = office.issue().statement().id();
    StatementMarks marks = office.room.marks();
    for (int time = 0; time < 5; time++) {
      AtOnce.outcomes(
          2,
          number -> {
            if (number == 0) marks.sent(id, Optional.empty(), ANNA);
            else marks.paid(id, Optional.empty(), ANNA);
          });
      IssuedStatement marked = office.room.statements().get(id);
      assertThat(marked.marks().sentOn()).isPresent();
      assertThat(marked.marks().paidOn()).isPresent();
      marks.unsent(id, ANNA);
      marks.unpaid(id, ANNA);
    }
  }
}
