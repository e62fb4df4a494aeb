package io.innkeeper.statement;

import static io.innkeeper.statement.TestingOffice.ANNA;
import static io.innkeeper.statement.TestingOffice.OCTOBER;
import static io.innkeeper.statement.TestingOffice.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.innkeeper.client.SeatTierView;
import io.innkeeper.fault.Fault;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.statement.StatementLine.Change;
import io.innkeeper.statement.StatementLine.Usage;
import io.innkeeper.store.Database;
import io.innkeeper.store.Dialect;
import io.innkeeper.store.StoreTest;
import io.innkeeper.usage.Adjustment;
import io.innkeeper.usage.Ledger;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class StatementsTest {
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

  private static void refused(String code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }

  private void refuseIssue(String code) {
    refused(code, () -> office.issue());
    assertThat(office.number("select count(*) from statement_series")).isZero();
  }

  private static BigDecimal zloty(String amount) {
    return new BigDecimal(amount);
  }

  @StoreTest
  void totalIsTheSumOfLines() {
    for (int model = 0; model < 7; model++)
      office.calls.call("2026-10-05T10:00:00Z", "anna", "acme/" + model, "0.0101", "1.25");
    Statement statement = office.issue().statement();
    assertThat(statement.lines())
        .hasSize(7)
        .allSatisfy(line -> assertThat(line.net()).isEqualByComparingTo("0.05"));
    assertThat(statement.net()).isEqualTo(zloty("0.35"));
    assertThat(statement.tax()).isEqualTo(zloty("0.08"));
    assertThat(statement.gross()).isEqualTo(zloty("0.43"));
    assertThat(statement.markup().orElseThrow()).isEqualByComparingTo("1.25");
  }

  @StoreTest
  void lastDayOfMonthIsInIt() {
    // Summer time ended on 25 October: the month begins at 22:00Z and ends at 23:00Z.
    office.calls.costing("2026-09-30T21:59:59.999Z", "1");
    office.calls.costing("2026-09-30T22:00:00Z", "2");
    office.calls.costing("2026-10-25T00:30:00Z", "4");
    office.calls.costing("2026-10-25T01:30:00Z", "8");
    office.calls.costing("2026-10-31T22:59:59.999Z", "16");
    office.calls.costing("2026-10-31T23:00:00Z", "32");
    Usage line = (Usage) office.issue().statement().lines().getFirst();
    assertThat(line.calls()).isEqualTo(4);
    assertThat(line.billed()).isEqualTo(Usd.parse("39"));
    assertThat(line.net()).isEqualTo(zloty("147.47"));
  }

  @StoreTest
  void markupChangeDoesNotRepriceYesterday() {
    office.calls.call("2026-10-05T10:00:00Z", "anna", "acme/lark", "1", "1.3");
    Statement before = office.draft().statement().orElseThrow();
    office.calls.call("2026-10-06T10:00:00Z", "anna", "acme/lark", "1", "2");
    Statement after = office.draft().statement().orElseThrow();
    assertThat(before.net()).isEqualTo(zloty("4.92"));
    assertThat(after.net()).isEqualTo(zloty("12.48"));
    assertThat(before.markup().orElseThrow()).isEqualByComparingTo("1.3");
    assertThat(after.markup()).isEmpty();
  }

  @StoreTest
  void adjustmentsAreLinesOfTheirOwn() {
    office.calls.costing("2026-11-01T10:00:00Z", "1");
    Ledger ledger = new Ledger(office.database, office.audit, office.organisations, office.clock);
    long line = office.number("select line from ledger");
    Usd back = Usd.parse("-0.5");
    ledger.adjust(
        new Adjustment(
            office.brzoza.id(), Optional.of(line), Optional.empty(), Optional.of(back), "Error"),
        ANNA);
    office.rates.publish("2026-11-02", "4.0000");
    Statement november =
        office
            .room
            .statements()
            .draft(office.brzoza, OCTOBER.plusMonths(1))
            .statement()
            .orElseThrow();
    assertThat(november.lines())
        .extracting(StatementLine::net)
        .containsExactly(zloty("5.20"), zloty("-2.00"));
    assertThat(november.lines().getLast())
        .isEqualTo(new StatementLine.Adjustment("Error", back, zloty("-2.00")));
    assertThat(november.markup().orElseThrow()).isEqualByComparingTo("1.3");
  }

  @StoreTest
  void eachDayHasItsOwnRateIfThatIsWanted() {
    office.terms("person", "each-day", "none");
    office.rates.publish("2026-10-02", "4.0000").publish("2026-10-05", "3.0000");
    office.calls.costing("2026-10-05T10:00:00Z", "1");
    office.calls.costing("2026-10-06T10:00:00Z", "1");
    Statement statement = office.draft().statement().orElseThrow();
    Usage line = (Usage) statement.lines().getFirst();
    assertThat(line.subject()).isEqualTo("Żółć anna");
    assertThat(line.net()).isEqualTo(zloty("9.10"));
    assertThat(statement.conversion().rates()).hasSize(2);
    office.terms(null, "average", null);
    assertThat(office.draft().statement().orElseThrow().conversion().value())
        .contains(zloty("3.6203"));
  }

  @StoreTest
  void missingRateRefuses() {
    office.calls.costing("2026-10-05T10:00:00Z", "1");
    office.terms(null, "each-day", null);
    refuseIssue("statement-rate");
    assertThat(office.draft().statement()).isEmpty();
    assertThat(office.draft().checks())
        .extracting(Check::said)
        .contains("No rate of PLN is stored that applies to 2026-10-05.");
  }

  @StoreTest
  void aRateThatStandsInNeedsConsentAndIsFlagged() {
    office.calls.costing("2026-10-05T10:00:00Z", "1");
    office.rates.standIn("2026-10-30", "3.8000");
    refuseIssue("consent-missing");
    IssuedStatement issued =
        office
            .room
            .statements()
            .issue(
                office.brzoza,
                OCTOBER,
                Set.of("upstream", "buyer", "rate"),
                Optional.empty(),
                ANNA);
    assertThat(issued.statement().conversion().fallback()).isTrue();
    assertThat(issued.accepted()).containsExactly("buyer", "rate", "upstream");
  }

  @StoreTest
  void monthNotOverIsRefused() {
    office.calls.costing("2026-11-01T10:00:00Z", "1");
    YearMonth november = OCTOBER.plusMonths(1);
    office.rates.publish("2026-11-02", "4.0000").publish("2026-11-30", "4.0000");
    refused(
        "statement-month",
        () ->
            office
                .room
                .statements()
                .issue(office.brzoza, november, UNKNOWN, Optional.empty(), ANNA));
    office.clock.pass(Duration.ofDays(29).minusHours(6).minusNanos(1_000_000));
    refused(
        "statement-month",
        () ->
            office
                .room
                .statements()
                .issue(office.brzoza, november, UNKNOWN, Optional.empty(), ANNA));
    office.clock.pass(Duration.ofMillis(1));
    assertThat(
            office
                .room
                .statements()
                .issue(office.brzoza, november, UNKNOWN, Optional.empty(), ANNA)
                .number())
        .isEqualTo("2026/11/0001");
  }

  @StoreTest
  void unsettledCallsRefuseAndEstimatesNeedConsent() {
    office.calls.costing("2026-10-04T10:00:00Z", "1");
    office.calls.estimated("2026-10-05T10:00:00Z", "0.5");
    office.calls.upstreamCounted("2026-10-04", 1, "1");
    assertThat(office.draft().checks())
        .contains(new Check.Consent("estimates", "1 call is estimated, USD 0.65 together."));
    refuseIssue("consent-missing");
    office.calls.cutOff("2026-10-06T10:00:00Z");
    refuseIssue("statement-settled");
    refused(
        "statement-settled",
        () ->
            office
                .room
                .statements()
                .issue(
                    office.brzoza,
                    OCTOBER,
                    Set.of("settled", "estimates", "upstream", "buyer"),
                    Optional.empty(),
                    ANNA));
  }

  @StoreTest
  void theUpstreamsFiguresAreComparedExactly() {
    office.calls.costing("2026-10-04T10:00:00Z", "1");
    office.calls.upstreamCounted("2026-10-04", 1, "1");
    assertThat(office.draft().checks())
        .contains(
            new Check.Passed(
                "upstream", "Agrees with the upstream's activity: difference USD 0.000000000000"));
    office.calls.upstreamCounted("2026-10-04", 1, "1.000000000001");
    assertThat(office.draft().checks())
        .contains(
            new Check.Consent(
                "upstream",
                "The upstream counted otherwise on 1 of 1 days: difference USD 0.000000000001."));
  }

  @StoreTest
  void paperIsTheSameThoughAnotherVersionWouldDrawItOtherwise() {
    office.calls.costing("2026-10-05T10:00:00Z", "1");
    Statement statement = office.issue().statement();
    byte[] first = office.room.papers().of(statement, "csv");
    PaperForms others = new PaperForms(Map.of("csv", (drawn, out) -> out.write('x')));
    StatementPapers later = new StatementPapers(office.database, others, office.clock);
    assertThat(later.of(statement, "csv")).isEqualTo(first);
  }

  @StoreTest
  void issuedTwiceIsRefused() {
    office.calls.costing("2026-10-05T10:00:00Z", "1");
    IssuedStatement first = office.issue();
    assertThatThrownBy(() -> office.issue())
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.said()).contains("2026/10/0001");
              assertThat(fault.details()).containsEntry("number", first.number());
            });
    assertThat(office.room.statements().nextNumber(OCTOBER)).isEqualTo("2026/10/0002");
  }

  @StoreTest
  void issuedStatementNeverChanges() {
    office.terms(null, null, "manual");
    office.seat("Jan", "2026-10-01", "");
    office.calls.costing("2026-10-05T10:00:00Z", "1");
    IssuedStatement issued = office.issue();
    office.calls.costing("2026-10-06T10:00:00Z", "5");
    office.rates.publish("2026-10-30", "9.9999");
    office.terms("person", "average", "none");
    office.room.billing().setSeller(new Party("Other", List.of(), "", "", ""), 1, ANNA);
    office.clock.pass(Duration.ofDays(400));
    IssuedStatement again = office.room.statements().get(issued.statement().id());
    assertThat(again).isEqualTo(issued);
    assertThat(FrozenStatement.of(again.statement()).sha256()).isEqualTo(issued.sha256());
    assertThat(office.number("select count(*) from statement_seats")).isEqualTo(1);
    for (String sql :
        List.of(
            "update statements set net = '0.00'",
            "delete from statements",
            "update statement_seats set days = 1",
            "delete from statement_seats")) {
      assertThatThrownBy(() -> office.database.change(handle -> handle.execute(sql)))
          .isInstanceOf(JdbiException.class);
    }
  }

  @StoreTest
  void whatIsIssuedIsWhatWasLookedAt() {
    office.calls.costing("2026-10-05T10:00:00Z", "1");
    Optional<String> seen = office.draft().fingerprint();
    assertThat(office.draft().fingerprint()).isEqualTo(seen);
    office.calls.costing("2026-10-06T10:00:00Z", "1");
    refused(
        "draft-changed",
        () -> office.room.statements().issue(office.brzoza, OCTOBER, UNKNOWN, seen, ANNA));
  }

  @StoreTest
  void pricesSetWhileItIsIssuedRefuseIt() {
    office.calls.costing("2026-10-05T10:00:00Z", "1");
    office.terms(null, null, "manual");
    office.seat("Jan", "2026-10-01", "");
    SeatTiers dearer =
        SeatTiers.given("PLN", List.of(new SeatTierView(1, new BigDecimal("100.00"))));
    office.rates.meanwhile(() -> office.room.prices().set(office.brzoza, OCTOBER, dearer, 0, ANNA));
    refused("draft-changed", () -> office.issue());
    IssuedStatement issued = office.issue();
    assertThat(issued.statement().lines()).extracting(StatementLine::net).contains(zloty("100.00"));
    assertThat(office.room.corrections().differences(issued.statement().id())).isEmpty();
  }

  @StoreTest
  void numbersHaveNoGapsUnderConcurrency() throws InterruptedException {
    List<Organisation> all =
        IntStream.range(0, 12).mapToObj(one -> office.opened("House " + one)).toList();
    office.room.billing();
    for (Organisation one : all) seatIn(one);
    ConcurrentLinkedQueue<String> numbers = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedQueue<String> refusals = new ConcurrentLinkedQueue<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(8)) {
      // Each is issued by three at once: one wins, and the others leave no gap.
      for (Organisation one : all) {
        for (int time = 0; time < 3; time++)
          workers.submit(
              () -> {
                try {
                  numbers.add(office.issue(one).number());
                } catch (Fault e) {
                  refusals.add(e.code());
                }
              });
      }
    }
    assertThat(numbers)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 12).mapToObj("2026/10/%04d"::formatted).toList());
    assertThat(refusals).hasSize(24).containsOnly("already-issued");
  }

  private void seatIn(Organisation organisation) {
    BillingBook.Stored now = office.room.billing().terms(organisation);
    BillingTerms terms = now.terms();
    BillingTerms manual =
        new BillingTerms(
            terms.buyer(),
            terms.language(),
            terms.lines(),
            terms.policy(),
            terms.vat(),
            terms.paymentDays(),
            SeatFeed.MANUAL);
    office.room.billing().set(organisation, manual, now.version(), ANNA);
    office
        .room
        .seats()
        .add(
            organisation,
            new SeatInput("jan", "Jan", "", LocalDate.of(2026, 10, 1), Optional.empty()),
            ANNA);
  }

  @StoreTest
  void brokenOffWhileIssuingLeavesNothing() {
    office.terms(null, null, "manual");
    office.seat("Jan", "2026-10-01", "");
    office.database.change(
        handle -> handle.execute("alter table statement_seats rename to elsewhere"));
    assertThatThrownBy(() -> office.issue()).isInstanceOf(JdbiException.class);
    assertThat(office.number("select count(*) from statements")).isZero();
    assertThat(office.number("select count(*) from statement_series")).isZero();
    assertThat(office.verbs()).doesNotContain("statement.issue");
    office.database.change(
        handle -> handle.execute("alter table elsewhere rename to statement_seats"));
    assertThat(office.issue().number()).isEqualTo("2026/10/0001");
  }

  @StoreTest
  void correctionRefersToTheOld() {
    office.calls.costing("2026-10-05T10:00:00Z", "1");
    IssuedStatement old = office.issue();
    List<Change> lines = List.of(new Change("Rabat", zloty("-1.50")));
    refused(
        "reason-missing",
        () ->
            office
                .room
                .corrections()
                .issue(old.statement().id(), " ", lines, Optional.empty(), ANNA));
    IssuedStatement correction =
        office
            .room
            .corrections()
            .issue(old.statement().id(), "Rabat", lines, Optional.empty(), ANNA);
    assertThat(correction.number()).isEqualTo("2026/10/0002");
    assertThat(correction.statement().corrects())
        .contains(new Statement.Corrected("2026/10/0001", LocalDate.of(2026, 11, 2), "Rabat"));
    assertThat(correction.statement().gross()).isEqualTo(zloty("-1.85"));
    assertThat(office.room.statements().get(old.statement().id())).isEqualTo(old);
    assertThat(office.room.statements().corrections(old.statement().id()))
        .containsExactly(correction);
    refused(
        "is-correction",
        () ->
            office
                .room
                .corrections()
                .issue(correction.statement().id(), "x", lines, Optional.empty(), ANNA));
  }

  @StoreTest
  void differencesAreThoseOfTheBooksSinceTheIssue() {
    office.calls.costing("2026-10-05T10:00:00Z", "1");
    IssuedStatement old = office.issue();
    assertThat(office.room.corrections().differences(old.statement().id())).isEmpty();
    office.calls.costing("2026-10-31T20:00:00Z", "2");
    List<Change> late = office.room.corrections().differences(old.statement().id());
    assertThat(late)
        .extracting(Change::words, Change::net)
        .containsExactly(tuple("acme/lark", zloty("9.83")));
    office.room.corrections().issue(old.statement().id(), "Late calls", late, Optional.of(0), ANNA);
    assertThat(office.room.corrections().differences(old.statement().id())).isEmpty();
  }

  @StoreTest
  void sentAndPaidStandBesideTheDocument() {
    office.calls.costing("2026-10-05T10:00:00Z", "1");
    IssuedStatement issued = office.issue();
    StatementMarks marks = office.room.marks();
    assertThat(marks.sent(issued.statement().id(), Optional.empty(), ANNA).state())
        .isEqualTo("sent");
    IssuedStatement paid =
        marks.paid(issued.statement().id(), Optional.of(LocalDate.of(2026, 11, 2)), ANNA);
    assertThat(paid.state()).isEqualTo("paid");
    assertThat(paid.sha256()).isEqualTo(issued.sha256());
    refused(
        "day-ahead",
        () -> marks.paid(issued.statement().id(), Optional.of(LocalDate.of(2026, 11, 3)), ANNA));
    marks.unpaid(issued.statement().id(), ANNA);
    assertThat(marks.unpaid(issued.statement().id(), ANNA).state()).isEqualTo("sent");
    assertThat(office.verbs())
        .containsOnlyOnce("statement.sent", "statement.paid", "statement.unpaid");
  }

  @StoreTest
  void anAlteredDocumentIsNotRead(Dialect dialect) {
    office.calls.costing("2026-10-05T10:00:00Z", "1");
    IssuedStatement issued = office.issue();
    String open =
        dialect == Dialect.SQLITE
            ? "drop trigger statements_stay"
            : "drop trigger statements_stay on statements";
    office.database.change(
        handle -> {
          handle.execute(open);
          handle.execute("update statements set document = replace(document, '4.92', '1.92')");
        });
    refused("statement-altered", () -> office.room.statements().get(issued.statement().id()));
  }
}
