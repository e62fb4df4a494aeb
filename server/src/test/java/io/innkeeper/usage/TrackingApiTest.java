package io.innkeeper.usage;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.CLIENT;
import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.client.InnkeeperClient;
import io.innkeeper.client.Json;
import io.innkeeper.client.OrganisationChange;
import io.innkeeper.client.Problem;
import io.innkeeper.client.ProblemException;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationSpec;
import io.innkeeper.secret.Secret;
import io.innkeeper.usage.LedgerEntry.Signed;
import io.innkeeper.usage.tracking.Seats;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each path of the reference's API: its shape by a file written by hand, and what it lied about.
 */
class TrackingApiTest {
  private static final String PLACE = "/usage-tracking";
  private static final String OWN = PLACE + "/my-organization";
  private static final List<String> READ =
      List.of(
          OWN + "/usage-summary",
          OWN + "/usage-by-user",
          OWN + "/usage-by-model",
          OWN + "/subscription-billing");

  @TempDir Path home;
  private TrackingHouse house;

  @BeforeEach
  void open() {
    house = new TrackingHouse(home);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void theMonthIsToldInItsShapeAndMonthsAreMonths() {
    house.november();
    assertShape(house.as(CLIENT).get(OWN + "/usage-summary").json(), "usage-summary");
  }

  @Test
  void peopleAreToldInTheirShapeWithThoseWhoUsedNothing() {
    house.november();
    assertShape(house.as(CLIENT).get(OWN + "/usage-by-user").json(), "usage-by-user");
  }

  @Test
  void modelsAreToldInTheirShape() {
    house.november();
    assertShape(house.as(CLIENT).get(OWN + "/usage-by-model").json(), "usage-by-model");
  }

  @Test
  void theDaySoFarIsToldInItsShapeAndLive() {
    house.november();
    String path = PLACE + "/usage/real-time/mai_client_dcef933f";
    assertShape(house.as(CLIENT).get(path).json(), "real-time");
    house.books.book(TrackingHouse.call("2026-11-25T10:59:30Z", "jan", "acme/owl", "0.1"));
    assertThat(house.as(CLIENT).get(path).json().path("requests").asInt()).isEqualTo(3);
  }

  @Test
  void seatsAreToldInTheirShapeAndMissingOnesAreAnError() {
    assertThat(refused(CLIENT, OWN + "/subscription-billing").code()).isEqualTo("no-subscription");
    house.seats =
        Optional.of(
            new Seats.SeatMonth(
                new BigDecimal("79"),
                1,
                new BigDecimal("39.50"),
                List.of(
                    new Seats.Tier("1-3 users", new BigDecimal("79"), true),
                    new Seats.Tier("4-9 users", new BigDecimal("69"), false)),
                List.of(
                    new Seats.Seat(
                        "anna",
                        "Anna",
                        "anna@brzoza.pl",
                        LocalDate.parse("2026-11-16"),
                        15,
                        new BigDecimal("0.5"),
                        new BigDecimal("39.50")))));
    assertShape(house.as(CLIENT).get(OWN + "/subscription-billing").json(), "subscription-billing");
  }

  @Test
  void pricesNeedASignInAndAreNeverMadeUp() {
    String path = PLACE + "/model-pricing";
    assertThat(problem(() -> house.nobody().get(path)).status()).isEqualTo(401);
    assertThat(refused(CLIENT, path).code()).isEqualTo("prices-unknown");
    assertThat(refused(CLIENT, path + "?force_refresh=true").code()).isEqualTo("role");
    house.prices.refresh();
    JsonNode answer = house.as(CLIENT).get(path).json();
    assertThat(answer.path("source").asText()).isEqualTo("openrouter_api");
    assertThat(answer.path("last_updated").asText()).isEqualTo("2026-11-25T11:00:00Z");
    assertThat(names(answer.at("/models/0"))).isEqualTo(names(file("model-pricing-first")));
    JsonNode lark = model(answer, "acme/lark-mini");
    BigDecimal each =
        Objects.requireNonNull(TestingPrices.of("acme/lark-mini").prices().get(PricePart.PROMPT));
    assertThat(lark.path("price_per_million_input").decimalValue())
        .isEqualByComparingTo(each.movePointRight(6));
  }

  private static JsonNode model(JsonNode answer, String id) {
    for (JsonNode model : answer.path("models"))
      if (model.path("id").asText().equals(id)) return model;
    throw new AssertionError("no " + id);
  }

  @Test
  void theSynchronisationSaysThatItIsGone() {
    String path = PLACE + "/sync/openrouter-usage";
    assertShape(house.as(ADMIN).post(path, Map.of("days_back", 3)).json(), "sync");
    assertThat(problem(() -> house.as(ADMIN).post(path, Map.of("days_back", 31))).status())
        .isEqualTo(422);
    onlyForAdmins(path, Map.of("days_back", 1));
  }

  @Test
  void recordingByHandIsALedgerLineWithItsAuthor() {
    String path = PLACE + "/usage/manual-record?organisation=brzoza";
    Map<String, Object> body = Map.of("model", "acme/lark", "tokens", 500, "cost", 0.25);
    assertShape(house.as(ADMIN).post(path, body).json(), "manual-record");
    LedgerLine line = house.books.ledger.signed(house.own, Optional.empty(), 1).getFirst();
    Signed entry = (Signed) line.entry();
    assertThat(entry.author()).isEqualTo("admin");
    assertThat(entry.billed()).isEqualTo(Usd.parse("0.325"));
    assertThat(entry.tokens().total()).isEqualTo(500);
    assertThat(house.books.check().whole()).isTrue();
    onlyForAdmins(path, body);
    assertThat(house.books.number("select count(*) from ledger")).isOne();
  }

  @Test
  void aFreeModelMayBeRecordedAndABadRecordChangesNothing() {
    String path = PLACE + "/usage/manual-record?organisation=brzoza";
    house.as(ADMIN).post(path, Map.of("model", "acme/free", "tokens", 5, "cost", 0));
    for (Map<String, Object> bad :
        List.<Map<String, Object>>of(
            Map.of("model", "acme/lark", "tokens", 0, "cost", 1),
            Map.of("model", "acme/lark", "tokens", 5, "cost", -1),
            Map.of("model", "acme/lark", "tokens", 5, "cost", new BigDecimal("1e-13")),
            Map.of("model", "acme/lark", "tokens", 5, "cost", new BigDecimal("1e30")),
            Map.of("model", "", "tokens", 5, "cost", 1),
            Map.of("model", "acme/lark", "tokens", 5))) {
      assertThat(problem(() -> house.as(ADMIN).post(path, bad)).status()).isEqualTo(422);
    }
    assertThat(house.books.number("select count(*) from ledger")).isOne();
  }

  @Test
  void aPastDayIsCheckedAsOftenAsOneLikes() {
    house.november();
    String path = PLACE + "/admin/trigger-batch";
    Map<String, Object> body = Map.of("processing_date", "2026-11-24", "force_reprocess", true);
    house.activity = new UpstreamActivity.Told(1, Usd.parse("0.1"));
    JsonNode first = house.as(ADMIN).post(path, body).json();
    assertThat(first.toString())
        .isEqualTo(text("trigger-batch").replace("ORGANISATION", house.own.toString()));
    assertThat(house.as(ADMIN).post(path, body).json()).isEqualTo(first);
    assertThat(house.books.number("select count(*) from reconciliations")).isOne();
    onlyForAdmins(path, body);
  }

  @Test
  void whatDoesNotFitIsNoSuccess() {
    house.november();
    house.activity = new UpstreamActivity.Refused("Nobody answers.");
    String path = PLACE + "/admin/trigger-batch";
    JsonNode asked = house.as(ADMIN).post(path, Map.of("processing_date", "2026-11-24")).json();
    assertThat(asked.path("success").asBoolean()).isFalse();
    assertThat(asked.toString()).contains("Nobody answers.");
    house.store.database().change(handle -> handle.execute("delete from usage_day"));
    JsonNode sums = house.as(ADMIN).post(path, Map.of("processing_date", "2026-11-10")).json();
    assertThat(sums.at("/results/operations/0/success").asBoolean()).isFalse();
    assertThat(sums.at("/results/operations/0/details/0").asText()).contains("2026-11-10");
  }

  @Test
  void whatWasToldBeforeIsNoSuccessWhileNobodyAnswers() {
    house.november();
    String path = PLACE + "/admin/trigger-batch";
    Map<String, Object> body = Map.of("processing_date", "2026-11-24", "force_reprocess", true);
    house.activity = new UpstreamActivity.Told(1, Usd.parse("0.1"));
    house.as(ADMIN).post(path, body).json();
    house.activity = new UpstreamActivity.Refused("Nobody answers.");
    JsonNode asked = house.as(ADMIN).post(path, body).json();
    assertThat(asked.path("success").asBoolean()).isFalse();
    assertThat(asked.toString()).contains("Nobody answers.");
  }

  @Test
  void onlyADayThatIsOverIsChecked() {
    String path = PLACE + "/admin/trigger-batch";
    Problem today =
        problem(() -> house.as(ADMIN).post(path, Map.of("processing_date", "2026-11-25")));
    assertThat(today.code()).isEqualTo("day-not-past");
    Problem none =
        problem(() -> house.as(ADMIN).post(path, Map.of("processing_date", "2026-02-30")));
    assertThat(none.status()).isEqualTo(400);
  }

  @Test
  void statusAndHealthAreTrueAndNotForClients() {
    house.november();
    assertShape(house.as(VIEWER).get(PLACE + "/admin/batch-status").json(), "batch-status");
    assertShape(house.as(VIEWER).get(PLACE + "/admin/system-health").json(), "system-health");
    house.secrets.create(house.books.brzoza, TestingBooks.ANNA);
    assertThat(
            house
                .as(VIEWER)
                .get(PLACE + "/admin/system-health")
                .json()
                .at("/webhook_service/status")
                .asText())
        .isEqualTo("active");
    assertThat(refused(CLIENT, PLACE + "/admin/batch-status").status()).isEqualTo(403);
    assertThat(refused(CLIENT, PLACE + "/admin/system-health").status()).isEqualTo(403);
  }

  @Test
  void nothingDeletesUsage() {
    assertThat(
            problem(() -> house.as(ADMIN).post(PLACE + "/admin/cleanup-test-data", Map.of()))
                .status())
        .isEqualTo(404);
  }

  @Test
  void nobodySeesAnotherOrganisation() {
    house.november();
    Organisation other =
        house.books.organisations.create(
            OrganisationSpec.named("Wrzos"), Optional.empty(), TestingBooks.ANNA);
    house.own = other.id();
    List<String> foreign = new ArrayList<>(List.of(PLACE + "/usage/real-time/brzoza"));
    READ.forEach(path -> foreign.add(path + "?organisation=brzoza"));
    foreign.add(PLACE + "/model-pricing?organisation=" + house.books.brzoza.id());
    foreign.add("/organisations/brzoza/usage/breakdown");
    for (String path : foreign) assertThat(refused(CLIENT, path).status()).isEqualTo(404);
    assertThat(
            house
                .as(CLIENT)
                .get(OWN + "/usage-summary")
                .json()
                .at("/stats/client_org_name")
                .asText())
        .isEqualTo("Wrzos");
  }

  @Test
  void whoSeesSeveralNamesOneAndNeverGetsTheFirst() {
    house.november();
    for (String path : READ)
      assertThat(refused(OPERATOR, path).code()).isEqualTo("organisation-missing");
    JsonNode named =
        house.as(OPERATOR).get(OWN + "/usage-summary?organisation=" + house.own).json();
    assertThat(named.at("/stats/current_month/total_requests").asInt()).isEqualTo(3);
  }

  @Test
  void withoutASignInNothingIsTold() {
    for (String path : READ)
      assertThat(problem(() -> house.nobody().get(path)).status()).isEqualTo(401);
  }

  @Test
  void anErrorIsAnErrorAndNotZeros() {
    house.november();
    house.store.database().change(handle -> handle.execute("drop table usage_people"));
    house.store.database().change(handle -> handle.execute("alter table usage_day rename to away"));
    for (String path : READ.subList(0, 3)) {
      Problem problem = refused(CLIENT, path);
      assertThat(problem.status()).isEqualTo(500);
      assertThat(problem.detail()).doesNotContain("usage_day");
    }
  }

  @Test
  void withoutARateZlotyAreNullAndNotInvented() {
    house.books.book(TestingCalls.costing("1"));
    JsonNode stats = house.as(CLIENT).get(OWN + "/usage-summary").json().path("stats");
    assertThat(stats.path("pln_conversion_available").asBoolean()).isFalse();
    assertThat(stats.at("/current_month/total_cost_pln").isNull()).isTrue();
    assertThat(stats.at("/current_month/exchange_rate_info").isNull()).isTrue();
    assertThat(stats.at("/current_month/total_cost").decimalValue()).isEqualByComparingTo("1.3");
  }

  @Test
  void aRateThatStandsInForAnotherSaysSo() {
    house.rates.publish("2026-11-20", "3.7", "224/A/NBP/2026", true);
    house.books.book(TestingCalls.costing("1"));
    JsonNode answer = house.as(CLIENT).get(OWN + "/usage-summary").json();
    assertThat(answer.at("/stats/current_month/exchange_rate_info/is_fallback").asBoolean())
        .isTrue();
  }

  @Test
  void aRenamedOrganisationKeepsItsFiguresAndItsId() {
    house.november();
    changed(new OrganisationChange("Brzoza i Syn", null, null, null, null, null, null));
    JsonNode answer = house.as(CLIENT).get(OWN + "/usage-summary").json();
    assertThat(answer.path("client_id").asText()).isEqualTo("mai_client_dcef933f");
    assertThat(answer.at("/stats/client_org_name").asText()).isEqualTo("Brzoza i Syn");
    assertThat(answer.at("/stats/current_month/total_requests").asInt()).isEqualTo(3);
  }

  @Test
  void aChangedMarkupLeavesWhatIsBookedAsItWas() {
    house.november();
    changed(new OrganisationChange(null, null, null, null, new BigDecimal("2"), null, null));
    JsonNode month = house.as(CLIENT).get(OWN + "/usage-summary").json().at("/stats/current_month");
    assertThat(month.path("total_cost").decimalValue()).isEqualByComparingTo("2.08");
    house
        .as(ADMIN)
        .post(
            PLACE + "/usage/manual-record?organisation=brzoza",
            Map.of("model", "acme/lark", "tokens", 1, "cost", 1));
    month = house.as(CLIENT).get(OWN + "/usage-summary").json().at("/stats/current_month");
    assertThat(month.path("total_cost").decimalValue()).isEqualByComparingTo("4.08");
  }

  private void changed(OrganisationChange change) {
    Organisation now = house.books.organisations.get(house.own);
    house.books.organisations.change(
        now.id(), now.spec().changed(change), now.version(), TestingBooks.ANNA);
  }

  @Test
  void twoPeopleWhoseShortIdsAreTheSameStayTwo() {
    Map<String, String> seen = new HashMap<>();
    int number = 0;
    String last;
    @Nullable String same;
    do {
      last = "user-" + number++;
      same = seen.put(Secret.of(last).digest().substring(0, 8), last);
    } while (same == null);
    house.books.book(TestingCalls.by(same, "1"), TestingCalls.by(last, "2"));
    JsonNode users = house.as(CLIENT).get(OWN + "/usage-by-user").json().path("user_usage");
    assertThat(users).hasSize(2);
    assertThat(users.get(0).path("external_user_id"))
        .isEqualTo(users.get(1).path("external_user_id"));
    assertThat(users.get(0).path("markup_cost").decimalValue()).isEqualByComparingTo("2.6");
  }

  private void onlyForAdmins(String path, Object body) {
    TrackingHouse.allBut(ADMIN)
        .forEach(
            role ->
                assertThat(problem(() -> house.as(role).post(path, body)).status()).isEqualTo(403));
  }

  private Problem refused(io.innkeeper.caller.Role role, String path) {
    InnkeeperClient client = house.as(role);
    return problem(() -> client.get(path));
  }

  private static Problem problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable asking) {
    ProblemException refused = catchThrowableOfType(ProblemException.class, asking);
    assertThat(refused).isNotNull();
    return refused.problem();
  }

  private static void assertShape(JsonNode answer, String file) {
    assertThat(answer.toPrettyString()).isEqualTo(file(file).toPrettyString());
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String text(String file) {
    return file(file).toString();
  }

  private static JsonNode file(String name) {
    @Nullable InputStream in =
        TrackingApiTest.class.getResourceAsStream("/usage-tracking/" + name + ".json");
    try (InputStream there = Objects.requireNonNull(in)) {
      return Json.LENIENT.readTree(there);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
