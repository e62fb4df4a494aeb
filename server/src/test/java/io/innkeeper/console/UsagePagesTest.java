package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.caller.Role;
import io.innkeeper.client.OrganisationChange;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.testing.TestingClock;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import io.innkeeper.usage.BookedCalls;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsagePagesTest {
  /** The last month's last hour by UTC is the first of the next in Warsaw. */
  private static final Clock CLOCK =
      TestingClock.runningFrom(Instant.parse("2026-11-30T23:10:00Z"));

  private static final Pattern VALUE = Pattern.compile("id=\"secret-value\">([^<]+)<");
  private static final Pattern KEY = Pattern.compile("/keys/([0-9a-f-]{36})/change");

  private static final Pattern ROUTE = Pattern.compile("/routes/([0-9a-f-]{36})/change");

  @TempDir static Path home;
  @TempDir static Path journals;
  private static TestingServer server;
  private static TestingVisitor admin;
  private static TestingVisitor viewer;

  @BeforeAll
  static void begin() {
    server = TestingServer.at(CLOCK, home);
    admin = TestingVisitor.named(server.server(), "marta", Role.ADMIN);
    viewer = TestingVisitor.named(server.server(), "kuba", Role.VIEWER);
  }

  @AfterAll
  static void end() {
    admin.close();
    viewer.close();
    server.close();
  }

  @Test
  void callsAreFoundByPersonAndStateAndTakenAlong() {
    Organisation one = server.organisation("Tatra Outdoor");
    try (BookedCalls books = books(one)) {
      books.costing("ewa", "0.0196122");
      books.costing("jan", "0.5");
      books.cutOff("jan");
    }
    String own = "/usage?organisation=" + one.slug();

    assertThat(viewer.get(own).body())
        .contains("Newest 3 of 3", ">0.019612</a>", ">0.500000</a>", "Unsettled")
        .contains("The upstream&#39;s answer broke off.");
    assertThat(viewer.get(own + "&user=ewa").body())
        .contains("Newest 1 of 1", "Żółć ewa")
        .doesNotContain(">0.500000</a>");
    assertThat(viewer.get(own + "&state=unsettled").body()).contains("Newest 1 of 1");
    assertThat(viewer.get(own + "&days=today").body()).contains("Newest 3 of 3");
    assertThat(viewer.get(own + "&days=last-month").body()).contains("No call matches");
    assertThat(viewer.get("/profit").body()).contains("Tatra Outdoor");
    assertThat(viewer.get("/usage/export?organisation=" + one.slug()).body())
        .contains("\"cost_as_told\"", "\"0.0196122\"", "\"upstream-cut\"");
  }

  @Test
  void aCallTellsItsStoryToTheLastPlace() {
    Organisation one = server.organisation("Kuźnia Danych");
    UUID call;
    try (BookedCalls books = books(one)) {
      call = books.costing("ewa", "0.0196122");
    }

    assertThat(viewer.get("/usage/calls/" + call).body())
        .contains("<h1>A call of ", "0.0196122", "× 1.3", "0.02549586")
        .contains("journal segment", "crc ", "In the ledger", "signed header", "0.24 ms");
  }

  @Test
  void whatIsNotKnownIsHeldAndSettledByHandOnce() {
    Organisation one = server.organisation("Studio Fonogram");
    UUID call;
    try (BookedCalls books = books(one)) {
      call = books.cutOff("ola");
    }
    String own = "/usage/calls/" + call;
    assertThat(viewer.get(own).body())
        .contains("Unsettled", "Ended without a cost", "Held of the budget, USD", "0.50");

    assertThat(viewer.post(own + "/settle", Map.of("cost", "1")).statusCode()).isEqualTo(403);
    assertThat(
            admin.postByScript(own + "/settle", Map.of("cost", "ten", "reason", "x")).statusCode())
        .isEqualTo(422);
    HttpResponse<String> settled =
        admin.postByScript(own + "/settle", Map.of("cost", "0,25", "reason", "their invoice"));

    assertThat(settled.headers().firstValue("HX-Redirect")).contains(own);
    assertThat(viewer.get(own).body()).contains("Reconciled", "0.325");
    assertThat(admin.post(own + "/settle", Map.of("cost", "1", "reason", "again")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aCorrectionIsASignedLineBesideTheCall() {
    Organisation one = server.organisation("Apteki Rumianek");
    UUID call;
    try (BookedCalls books = books(one)) {
      call = books.costing("ewa", "1");
    }
    String own = "/usage/calls/" + call;

    admin.post(own + "/correct", Map.of("cost", "-0.4", "reason", "answered twice"));

    assertThat(viewer.get(own).body())
        .contains("Adjusted by marta", "−0.52", "answered twice", "0.78", "Billed in all, USD");
  }

  @Test
  void spendShowsTodayTheBudgetAndCallsAsTheyCome() {
    Organisation one = server.organisation("Hafen und Sohn");
    budget(one, "2");
    String spend = "/organisations/" + one.slug() + "/spend";
    assertThat(viewer.get(spend).body()).contains("No call yet.", "Budget for ");
    try (BookedCalls books = books(one)) {
      books.costing("ewa", "1.7");

      assertThat(viewer.listen(spend + "/live", "1.700000")).contains("event: calls");
    }
  }

  @Test
  void aKeyIsMadeShownOnceRotatedAndRevoked() {
    Organisation one = server.organisation("Meridian");
    String spend = "/organisations/" + one.slug() + "/spend";
    String keys = "/organisations/" + one.slug() + "/keys";
    assertThat(viewer.post(keys, Map.of("name", "ci")).statusCode()).isEqualTo(403);
    assertThat(
            admin
                .post(keys, Map.of("name", "ci", "atOnce", "many", "expiresAt", "soon"))
                .statusCode())
        .isEqualTo(422);

    admin.post(
        keys,
        Map.of(
            "name", "ci", "monthlyBudget", "40", "models", "openai/*", "expiresAt", "2099-02-20"));

    String page = admin.get(spend).body();
    String value = TestingVisitor.found(VALUE, page);
    assertThat(page).contains("USD 40.00 a month, openai/*", "20 Feb 2099");
    assertThat(viewer.get(spend).body()).doesNotContain(value);
    admin.post(keys + "/seen", Map.of());
    assertThat(admin.get(spend).body()).doesNotContain(value);

    String key = keys + "/" + TestingVisitor.found(KEY, page);
    assertThat(admin.get(key + "/change").body()).contains("value=\"2099-02-20\"");
    admin.post(key + "/rotate", Map.of("overlap", "1440"));
    assertThat(admin.get(spend).body()).contains("The value before it, ").doesNotContain(value);
    admin.post(key + "/revoke", Map.of());
    assertThat(admin.get(spend).body()).contains("No key yet.");
  }

  @Test
  void modelsAndLimitsAreSetAndWhoIsLateSeesTheNewOnes() {
    Organisation one = server.organisation("Sosna");
    String own = "/organisations/" + one.slug();
    assertThat(
            admin.post(own + "/models", Map.of("allow", "openai/* x", "version", "0")).statusCode())
        .isEqualTo(422);
    admin.post(own + "/models", Map.of("allow", "openai/*", "deny", "*:free", "version", "0"));
    admin.post(own + "/limits", Map.of("userRequestsPerMinute", "600", "version", "0"));

    assertThat(viewer.get(own + "/spend").body())
        .contains("<code>openai/*</code>", "<code>*:free</code>")
        .contains("Each person, calls a minute", "calls a minute</dt><dd>600");
    assertThat(admin.post(own + "/models", Map.of("allow", "acme/*", "version", "0")).statusCode())
        .isEqualTo(409);
    assertThat(viewer.get(own + "/models").statusCode()).isEqualTo(403);
  }

  @Test
  void aBudgetIsSetChangedAndRemoved() {
    Organisation one = server.organisation("Lipa");
    String own = "/organisations/" + one.slug();
    Map<String, String> everyone = Map.of("whose", "user:everyone", "limit", "40,50", "hard", "on");
    admin.post(own + "/budgets", everyone);

    assertThat(viewer.get(own + "/spend").body())
        .contains("every person without one of their own", "40.50", "refuses calls");
    assertThat(admin.post(own + "/budgets", everyone).statusCode()).isEqualTo(422);
    String budget = own + "/budgets/user/everyone";
    assertThat(admin.get(budget + "/change").body()).contains("value=\"40.5\"");
    admin.post(budget + "/change", Map.of("limit", "50", "version", "1"));
    assertThat(viewer.get(own + "/spend").body()).contains("50.00", "only warns");
    admin.post(budget + "/remove", Map.of());
    assertThat(viewer.get(own + "/spend").body()).contains("No budget is set.");
    assertThat(admin.get(own + "/budgets/planet/earth/change").statusCode()).isEqualTo(404);
  }

  @Test
  void aRouteIsAddedChangedAndRemovedAndItsKeyNeverShown() {
    Organisation one = server.organisation("Jesion");
    String own = "/organisations/" + one.slug();
    assertThat(viewer.get(own + "/spend").body()).contains("OpenRouter serves all models.");
    Map<String, String> acme =
        Map.of(
            "prefix", "acme/",
            "baseUrl", "https://llm.acme.example/v1",
            "flavour", "compatible",
            "key", "acme-secret");
    assertThat(viewer.post(own + "/routes", acme).statusCode()).isEqualTo(403);
    assertThat(admin.post(own + "/routes", with(acme, "baseUrl", "acme")).body())
        .contains("/chat/completions", "value=\"acme/\"")
        .doesNotContain("acme-secret");
    admin.post(own + "/routes", acme);
    assertThat(admin.post(own + "/routes", acme).statusCode()).isEqualTo(422);

    String page = admin.get(own + "/spend").body();
    assertThat(page).contains("acme/…", "llm.acme.example", "overlooks the rest");
    assertThat(viewer.get(own + "/spend").body()).doesNotContain("/routes/");
    String route = own + "/routes/" + TestingVisitor.found(ROUTE, page);
    assertThat(admin.get(route + "/change").body())
        .contains("value=\"https://llm.acme.example/v1\"")
        .doesNotContain("acme-secret");
    Map<String, String> changed = with(with(acme, "upstream", "acme"), "version", "1");
    admin.post(route + "/change", with(with(changed, "flavour", "openai"), "key", ""));
    assertThat(viewer.get(own + "/spend").body()).contains(">acme</td>", "refuses the rest");
    assertThat(admin.post(route + "/change", changed).statusCode()).isEqualTo(409);
    admin.post(route + "/remove", Map.of());
    assertThat(viewer.get(own + "/spend").body()).contains("OpenRouter serves all models.");
    assertThat(admin.get(route + "/change").statusCode()).isEqualTo(404);
  }

  private static Map<String, String> with(Map<String, String> fields, String name, String value) {
    Map<String, String> all = new HashMap<>(fields);
    all.put(name, value);
    return all;
  }

  @Test
  void clientsSeeTheirOwnCallsAndNobodyElses() {
    Organisation one = server.organisation("Atelier Korb");
    Organisation other = server.organisation("Nordwind");
    UUID theirs;
    try (BookedCalls books = books(other)) {
      theirs = books.costing("hans", "0.123");
    }
    try (BookedCalls books = books(one)) {
      books.costing("ewa", "0.456");
    }
    try (TestingVisitor client = TestingVisitor.client(server.server(), "anna", one.id())) {
      assertThat(client.get("/usage").body())
          .contains(">0.456000</a>")
          .doesNotContain("0.123", "Nordwind");
      assertThat(client.get("/usage?organisation=" + other.slug()).statusCode()).isEqualTo(404);
      assertThat(client.get("/usage/export").body()).doesNotContain("0.123");
      assertThat(client.get("/usage/calls/" + theirs).statusCode()).isEqualTo(404);
      assertThat(client.get("/organisations/" + other.slug() + "/spend").statusCode())
          .isEqualTo(404);
    }
  }

  private static BookedCalls books(Organisation one) {
    return new BookedCalls(
        server.server().rooms().money().usage(), one, journals.resolve(one.slug().value()), CLOCK);
  }

  private static void budget(Organisation one, String amount) {
    OrganisationChange change =
        new OrganisationChange(null, null, null, null, null, new BigDecimal(amount), null);
    server
        .server()
        .rooms()
        .entrance()
        .organisations()
        .change(one.id(), one.spec().changed(change), one.version(), TestingServer.BY);
  }
}
