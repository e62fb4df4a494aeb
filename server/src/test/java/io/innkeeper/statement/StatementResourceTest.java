package io.innkeeper.statement;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.client.BillingTermsChange;
import io.innkeeper.client.BillingTermsView;
import io.innkeeper.client.InnkeeperClient;
import io.innkeeper.client.NewSeat;
import io.innkeeper.client.Page;
import io.innkeeper.client.PartyView;
import io.innkeeper.client.ProblemException;
import io.innkeeper.client.ProfitView;
import io.innkeeper.client.SeatEnd;
import io.innkeeper.client.SeatImport;
import io.innkeeper.client.SeatMonthView;
import io.innkeeper.client.SeatPricesChange;
import io.innkeeper.client.SeatPricesView;
import io.innkeeper.client.SeatTierView;
import io.innkeeper.client.SeatView;
import io.innkeeper.client.StatementChangeLine;
import io.innkeeper.client.StatementCorrection;
import io.innkeeper.client.StatementDocument;
import io.innkeeper.client.StatementIssue;
import io.innkeeper.client.StatementMark;
import io.innkeeper.client.StatementSummary;
import io.innkeeper.client.StatementView;
import io.innkeeper.http.Caller;
import io.innkeeper.http.Callers;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TestingDoor;
import io.innkeeper.store.Dialect;
import io.innkeeper.store.TestingStore;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements, seats, terms and profit as programs ask for them. */
class StatementResourceTest {
  private static final TypeReference<Page<StatementSummary>> LIST = new TypeReference<>() {};
  private static final TypeReference<Page<SeatPricesView>> PRICES = new TypeReference<>() {};
  private static final String HERE = "/organisations/brzoza";
  private static final StatementIssue ORDER =
      new StatementIssue(List.of("upstream", "buyer"), null);

  @TempDir Path home;
  private TestingStore store;
  private TestingOffice office;
  private TestingDoor door;
  private Optional<UUID> own = Optional.empty();

  @BeforeEach
  void open() {
    store = TestingStore.open(Dialect.SQLITE);
    office = new TestingOffice(store.database(), home);
    own = Optional.of(office.brzoza.id());
    Routes routes = new Routes();
    office.room.hang(routes);
    door = new TestingDoor(routes, new ByRole(), store.database(), home);
    office.calls.costing("2026-10-05T10:00:00Z", "1");
  }

  @AfterEach
  void close() {
    door.close();
    office.close();
    store.close();
  }

  /** The token is the role; a client's organisation is {@link #own}. */
  private final class ByRole implements Callers {
    @Override
    public Optional<Caller> byBearer(String token) {
      Role role = Role.parse(token);
      Optional<UUID> bound = role == Role.CLIENT ? own : Optional.empty();
      Principal principal =
          new Principal(Actor.Kind.TOKEN, new UUID(0, 7), token, role, bound, false);
      return Optional.of(new Caller(principal, ""));
    }

    @Override
    public Optional<Caller> bySession(String token) {
      return Optional.empty();
    }
  }

  private InnkeeperClient as(Role role) {
    return door.client(Optional.of(role.word()));
  }

  private StatementView issue() {
    return as(Role.ADMIN).post(HERE + "/statements/2026-10/issue", ORDER).as(StatementView.class);
  }

  private static StatementDocument document(StatementView view) {
    return requireNonNull(view.document());
  }

  private static void refused(String code, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  @Test
  void aStatementGoesFromDraftToPaid() {
    office.room.close().run();
    Page<StatementSummary> ready = as(Role.VIEWER).get("/statements?state=ready").as(LIST);
    assertThat(ready.items().getFirst().gross()).isEqualByComparingTo("6.05");
    StatementView draft = as(Role.VIEWER).get(HERE + "/statements/2026-10").as(StatementView.class);
    assertThat(draft.state()).isEqualTo("ready");
    assertThat(draft.checks()).extracting("check").contains("upstream", "rate", "buyer");
    refused("role", () -> as(Role.OPERATOR).post(HERE + "/statements/2026-10/issue", ORDER));
    StatementView issued = issue();
    assertThat(document(issued).number()).isEqualTo("2026/10/0001");
    String one = "/statements/" + document(issued).id();
    as(Role.OPERATOR).put(one + "/sent", new StatementMark(null));
    as(Role.OPERATOR).put(one + "/paid", new StatementMark(LocalDate.of(2026, 11, 2)));
    StatementView paid = as(Role.CLIENT).get(one).as(StatementView.class);
    assertThat(paid.state()).isEqualTo("paid");
    assertThat(document(paid)).isEqualTo(document(issued));
    assertThat(paid.sha256()).isEqualTo(issued.sha256());
    as(Role.OPERATOR).delete(one + "/paid");
    assertThat(as(Role.VIEWER).get("/statements?state=sent").as(LIST).items()).hasSize(1);
    assertThat(as(Role.VIEWER).get("/statements?state=paid").as(LIST).items()).isEmpty();
  }

  @Test
  void clientsSeeTheirOwnIssuedOnesOnly() {
    refused("no-such-statement", () -> as(Role.CLIENT).get(HERE + "/statements/2026-10"));
    UUID id = document(issue()).id();
    assertThat(as(Role.CLIENT).get("/statements").as(LIST).items()).hasSize(1);
    assertThat(as(Role.CLIENT).get("/statements?state=ready").as(LIST).items()).isEmpty();
    refused("role", () -> as(Role.CLIENT).get("/profit"));
    own = Optional.of(office.opened("Other").id());
    assertThat(as(Role.CLIENT).get("/statements").as(LIST).items()).isEmpty();
    refused("no-such-statement", () -> as(Role.CLIENT).get("/statements/" + id));
    refused("no-such-organisation", () -> as(Role.CLIENT).get(HERE + "/statements"));
    refused("no-such-organisation", () -> as(Role.CLIENT).get(HERE + "/billing-terms"));
    refused("no-such-organisation", () -> as(Role.CLIENT).get(HERE + "/seats"));
  }

  @Test
  void badInputIsASentenceAndChangesNothing() {
    refused("month", () -> as(Role.ADMIN).post(HERE + "/statements/13-2026/issue", ORDER));
    refused("month", () -> as(Role.ADMIN).post(HERE + "/statements/9999-01/issue", ORDER));
    refused(
        "statement-lines", () -> as(Role.ADMIN).post(HERE + "/statements/2026-09/issue", ORDER));
    refused(
        "statement-month", () -> as(Role.ADMIN).post(HERE + "/statements/2026-11/issue", ORDER));
    refused(
        "consent-missing",
        () ->
            as(Role.ADMIN)
                .post(HERE + "/statements/2026-10/issue", new StatementIssue(null, null)));
    refused("state", () -> as(Role.VIEWER).get("/statements?state=lost"));
    refused("days-reversed", () -> as(Role.VIEWER).get("/profit?from=2026-11-02&to=2026-11-01"));
    UUID id = document(issue()).id();
    StatementChangeLine exact = new StatementChangeLine("Rabat", new BigDecimal("0.001"));
    refused(
        "line",
        () ->
            as(Role.ADMIN)
                .post(
                    "/statements/" + id + "/corrections",
                    new StatementCorrection("x", List.of(exact))));
    refused(
        "nothing-to-correct",
        () ->
            as(Role.ADMIN)
                .post("/statements/" + id + "/corrections", new StatementCorrection("x", null)));
    assertThat(office.number("select count(*) from statements")).isEqualTo(1);
  }

  @Test
  void aPaperIsDownloadedByItsForm() throws Exception {
    UUID id = document(issue()).id();
    HttpResponse<String> paper = paper(id, "csv");
    assertThat(paper.body()).isEqualTo("number\n2026/10/0001\n");
    assertThat(paper.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"2026-10-0001.csv\"");
    assertThat(paper.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(paper(id, "exe").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> paper(UUID id, String form) throws Exception {
    return door.send(
        HttpRequest.newBuilder(door.address("/api/v1/statements/" + id + "/paper?form=" + form))
            .header("Authorization", "Bearer viewer"));
  }

  @Test
  void correctionsAreListedWithTheirStatement() {
    UUID id = document(issue()).id();
    StatementChangeLine line = new StatementChangeLine("Rabat", new BigDecimal("-1"));
    StatementView correction =
        as(Role.ADMIN)
            .post(
                "/statements/" + id + "/corrections",
                new StatementCorrection("Agreed", List.of(line)))
            .as(StatementView.class);
    assertThat(requireNonNull(document(correction).corrects()).number()).isEqualTo("2026/10/0001");
    assertThat(as(Role.CLIENT).get("/statements/" + id).as(StatementView.class).corrections())
        .containsExactly("2026/10/0002");
    Page<StatementSummary> first = as(Role.VIEWER).get("/statements?limit=1").as(LIST);
    assertThat(first.items()).extracting("number").containsExactly("2026/10/0002");
    assertThat(first.total()).isEqualTo(2);
    Page<StatementSummary> rest =
        as(Role.VIEWER).get("/statements?limit=1&cursor=" + first.next()).as(LIST);
    assertThat(rest.items()).extracting("number").containsExactly("2026/10/0001");
    assertThat(rest.next()).isNull();
  }

  @Test
  void termsAreChangedFieldByField() {
    office.rates.daily("2026-10-01", "2026-10-28", "3.7000");
    PartyView buyer = new PartyView(null, List.of("al. Zmyślona 12"), "000-000-00-01", null, null);
    BillingTermsChange change =
        new BillingTermsChange(buyer, "en", null, "average", null, null, 30, "manual");
    refused("changed-meanwhile", () -> as(Role.OPERATOR).put(HERE + "/billing-terms", 3, change));
    BillingTermsView terms =
        as(Role.OPERATOR).put(HERE + "/billing-terms", 0, change).as(BillingTermsView.class);
    assertThat(terms.buyer().name()).isEqualTo("Brzoza");
    assertThat(terms.ratePolicy()).isEqualTo("average");
    assertThat(terms.vatPercent()).isEqualByComparingTo("23");
    BillingTermsChange wrong =
        new BillingTermsChange(null, "de", null, null, null, null, null, null);
    refused("language", () -> as(Role.OPERATOR).put(HERE + "/billing-terms", 1, wrong));
    PartyView seller = new PartyView("Halny Hosting", null, null, null, "PL61");
    refused("role", () -> as(Role.OPERATOR).put("/statement-seller", 1, seller));
    as(Role.ADMIN).put("/statement-seller", 1, seller);
    assertThat(document(issue()).seller().name()).isEqualTo("Halny Hosting");
  }

  @Test
  void seatsAreAddedPricedAndEnded() {
    as(Role.OPERATOR)
        .put(
            HERE + "/billing-terms",
            0,
            new BillingTermsChange(null, null, null, null, null, null, null, "manual"));
    as(Role.OPERATOR)
        .post(
            HERE + "/seats", new NewSeat(null, "Jan", "jan@x.pl", LocalDate.of(2026, 10, 1), null));
    as(Role.OPERATOR).post(HERE + "/seats/import", new SeatImport("name,from\nAla,2026-10-16\n"));
    as(Role.OPERATOR).post(HERE + "/seats/jan@x.pl/end", new SeatEnd(LocalDate.of(2026, 10, 31)));
    SeatMonthView month =
        as(Role.CLIENT).get(HERE + "/seats?month=2026-10").as(SeatMonthView.class);
    assertThat(month.seats()).extracting("name").containsExactly("Ala", "Jan");
    assertThat(month.seats()).extracting("days").containsExactly(16, 30);
    assertThat(month.total()).isEqualByComparingTo("117.22");
    SeatPricesChange change =
        new SeatPricesChange("2026-11", null, List.of(new SeatTierView(1, new BigDecimal("50"))));
    Page<SeatPricesView> prices =
        as(Role.OPERATOR).put(HERE + "/seat-prices", 0, change).as(PRICES);
    assertThat(prices.items()).extracting("since").containsExactly("2026-11", null);
  }

  @Test
  void aSeatAddedToAnIssuedMonthComesToNothingThere() {
    office.terms(null, null, "manual");
    office.seat("Jan", "2026-10-01", "");
    office.issue();
    SeatView late =
        as(Role.OPERATOR)
            .post(HERE + "/seats", new NewSeat(null, "Ola", null, LocalDate.of(2026, 10, 1), null))
            .as(SeatView.class);
    assertThat(late.days()).isZero();
    assertThat(late.amount()).isEqualTo("0.00");
    assertThat(as(Role.CLIENT).get(HERE + "/seats?month=2026-10").as(SeatMonthView.class).seats())
        .extracting("name")
        .containsExactly("Jan");
  }

  @Test
  void profitIsWhatIsLeft() {
    ProfitView profit =
        as(Role.VIEWER).get("/profit?from=2026-10-01&to=2026-10-31").as(ProfitView.class);
    assertThat(profit.margin()).isEqualByComparingTo("0.3");
    assertThat(profit.organisations().getFirst().markup()).isEqualByComparingTo("1.3");
    assertThat(profit.organisations().getFirst().marginConverted()).isNull();
    office.rates.publish("2026-10-02", "4.0000");
    ProfitView converted =
        as(Role.VIEWER).get("/profit?from=2026-10-01&to=2026-10-31").as(ProfitView.class);
    assertThat(converted.models().getFirst().marginConverted()).isEqualByComparingTo("1.20");
    assertThat(converted.models().getFirst().model()).isEqualTo("acme/lark");
    assertThat(converted.models().getFirst().fallback()).isFalse();
    office.rates.standIn("2026-10-02", "4.0000");
    ProfitView doubtful =
        as(Role.VIEWER).get("/profit?from=2026-10-01&to=2026-10-31").as(ProfitView.class);
    assertThat(doubtful.models().getFirst().fallback()).isTrue();
    assertThat(doubtful.organisations().getFirst().fallback()).isTrue();
  }
}
