package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.audit.AuditFilter;
import io.innkeeper.audit.AuditLine;
import io.innkeeper.caller.Role;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrganisationsPageTest {
  private static final Map<String, String> USUAL =
      Map.of("currency", "PLN", "markup", "1.3", "timeZone", "Europe/Warsaw");

  @TempDir static Path home;
  private static TestingServer server;
  private static TestingVisitor operator;
  private static TestingVisitor viewer;

  @BeforeAll
  static void begin() {
    server = TestingServer.on(home);
    operator = TestingVisitor.named(server.server(), "tomasz", Role.OPERATOR);
    viewer = TestingVisitor.named(server.server(), "kuba", Role.VIEWER);
  }

  @AfterAll
  static void end() {
    operator.close();
    viewer.close();
    server.close();
  }

  @Test
  void organisationIsCreatedAndItsPageSaysSoOnce() {
    HttpResponse<String> created =
        operator.post("/organisations", with("name", "Kuźnia Danych", "monthlyBudget", "1600,50"));

    assertThat(created.statusCode()).isEqualTo(303);
    String page = created.headers().firstValue("Location").orElseThrow();
    assertThat(page).isEqualTo("/organisations/kuznia-danych");
    assertThat(operator.get(page).body())
        .contains("<h1>Kuźnia Danych</h1>", "USD 1,600.50 a month", "is created.", "tomasz");
    assertThat(operator.get(page).body()).doesNotContain("is created.");
    assertThat(newest().verb()).isEqualTo("organisation.create");
    assertThat(newest().actor().name()).isEqualTo("tomasz");
  }

  @Test
  void refusedFormKeepsWhatWasTyped() {
    HttpResponse<String> refused =
        operator.post(
            "/organisations",
            with("name", "Brzoza <i>", "slug", "-brzoza", "monthlyBudget", "0,2a"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("value=\"Brzoza &lt;i&gt;\"", "value=\"0,2a\"", "Not a number. Write 400");
  }

  @Test
  void takenSlugIsSaidAtItsField() {
    server.organisation("Nordwind");

    HttpResponse<String> refused =
        operator.post("/organisations", with("name", "Nordwind", "slug", "nordwind"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("The slug nordwind belongs to another organisation.");
  }

  @Test
  void theFormIsJudgedWhileItIsTyped() {
    server.organisation("Serwis Szprycha");

    assertThat(check("/organisations/new/check", "slug", with("slug", "serwis-szprycha")))
        .contains("slug-says", "Taken by another organisation.");
    assertThat(check("/organisations/new/check", "markup", with("markup", "x")))
        .contains("Not a number.");
    assertThat(
            check(
                "/organisations/serwis-szprycha/change/check",
                "monthlyBudget",
                with("name", "Serwis", "monthlyBudget", "400,50")))
        .contains("monthlyBudget-says")
        .doesNotContain("check bad");
  }

  private static String check(String path, String field, Map<String, String> form) {
    HttpResponse<String> said = operator.check(path, field, form);
    assertThat(said.statusCode()).isEqualTo(200);
    return said.body();
  }

  @Test
  void overtakenChangeShowsBothValuesAndChangesNothing() {
    Organisation one = server.organisation("Lumen Architekci");
    String path = "/organisations/" + one.slug();
    operator.post(path + "/change", with("name", "Lumen", "version", "1"));

    HttpResponse<String> late =
        operator.post(path + "/change", with("name", "Lux", "version", "1"));

    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(late.body())
        .contains("yours <b>Lux</b>, theirs <b>Lumen</b>", "name=\"version\" value=\"2\"");
    assertThat(fresh(one).name()).isEqualTo("Lumen");
  }

  @Test
  void suspendingNeedsAReasonAndCanBeUndone() {
    Organisation one = server.organisation("Tatra Outdoor");
    String path = "/organisations/" + one.slug();
    assertThat(operator.fragment(path + "/suspend", "dialogs").body())
        .startsWith("<dialog")
        .contains("Suspend Tatra Outdoor?");

    assertThat(operator.postByScript(path + "/suspend", Map.of("reason", " ")).statusCode())
        .isEqualTo(422);
    HttpResponse<String> done =
        operator.postByScript(path + "/suspend", Map.of("reason", "unpaid"));

    assertThat(done.headers().firstValue("HX-Redirect")).contains(path);
    assertThat(operator.get(path).body()).contains("unpaid.", "action=\"" + path + "/resume\"");
    operator.post(path + "/resume", Map.of());
    assertThat(fresh(one).state()).isEqualTo(Organisation.State.ACTIVE);
  }

  @Test
  void closingIsForAdminsAndNeedsTheTypedSlug() {
    Organisation one = server.organisation("Atelier Korb");
    String path = "/organisations/" + one.slug() + "/close";
    assertThat(operator.post(path, Map.of("typed", "atelier-korb")).statusCode()).isEqualTo(403);

    try (TestingVisitor admin = TestingVisitor.named(server.server(), "ola", Role.ADMIN)) {
      assertThat(admin.post(path, Map.of("typed", "korb")).statusCode()).isEqualTo(422);
      assertThat(fresh(one).state()).isEqualTo(Organisation.State.ACTIVE);
      assertThat(admin.post(path, Map.of("typed", "atelier-korb")).statusCode()).isEqualTo(303);
    }
    assertThat(fresh(one).state()).isEqualTo(Organisation.State.CLOSED);
  }

  @Test
  void viewerLooksButCreatesNothing() {
    server.organisation("Baltica");

    assertThat(viewer.get("/organisations").body()).contains("Baltica");
    assertThat(viewer.get("/organisations").body()).doesNotContain("Create an organisation");
    assertThat(viewer.get("/organisations/new").statusCode()).isEqualTo(403);
    assertThat(viewer.post("/organisations", with("name", "Mine")).statusCode()).isEqualTo(403);
  }

  @Test
  void clientSeesOnlyTheirOwnOrganisation() {
    Organisation own = server.organisation("Klinika Wrzos");
    server.organisation("Drukarnia Kwadrat");

    try (TestingVisitor client = TestingVisitor.client(server.server(), "anna", own.id())) {
      assertThat(client.get("/organisations").body())
          .contains("Klinika Wrzos")
          .doesNotContain("Drukarnia Kwadrat");
      assertThat(client.get("/organisations/drukarnia-kwadrat").statusCode()).isEqualTo(404);
      assertThat(client.get("/organisations/klinika-wrzos").body()).doesNotContain("created it");
    }
  }

  @Test
  void searchAnswersWithTheListAlone() {
    server.organisation("Młyn Zbożowy");

    assertThat(operator.fragment("/organisations?q=m%C5%82yn", "list").body())
        .startsWith("<div id=\"list\"")
        .contains("Młyn Zbożowy")
        .doesNotContain("<html");
    assertThat(operator.fragment("/organisations?q=nothing+like+it", "list").body())
        .contains("No organisation matches “nothing like it”");
  }

  @Test
  void formShowsItselfAsCommandAndCall() {
    assertThat(
            operator
                .fragment("/organisations/new/commands?name=Baltica+S.A.&markup=1.25", "dialogs")
                .body())
        .contains("innkeeper org create", "&#39;Baltica S.A.&#39;", "POST /api/v1/organisations")
        .contains("&quot;Baltica S.A.&quot;");
  }

  @Test
  void changeShowsOnlyWhatDiffersAsCommand() {
    Organisation one = server.organisation("Kancelaria Brzoza");

    assertThat(
            operator
                .fragment(
                    "/organisations/"
                        + one.slug()
                        + "/change/commands"
                        + "?name=Brzoza&contactEmail=&markup=1.5&currency=PLN&monthlyBudget=",
                    "dialogs")
                .body())
        .contains("innkeeper org rename ", "innkeeper org change ", "--markup", "If-Match")
        .doesNotContain("--currency", "--no-budget", "--time-zone", "--email");
  }

  private static Map<String, String> with(String... values) {
    Map<String, String> form = new java.util.HashMap<>(USUAL);
    for (int i = 0; i < values.length; i += 2) form.put(values[i], values[i + 1]);
    return form;
  }

  private static Organisation fresh(Organisation one) {
    return server.server().rooms().entrance().organisations().get(one.id());
  }

  private static AuditLine newest() {
    return server
        .server()
        .rooms()
        .foundation()
        .audit()
        .lines(AuditFilter.ALL, Optional.empty(), 1)
        .getFirst();
  }
}
