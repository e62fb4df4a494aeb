package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.access.ApiToken;
import io.innkeeper.access.Operator;
import io.innkeeper.access.OperatorName;
import io.innkeeper.audit.AuditFilter;
import io.innkeeper.caller.Role;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators and tokens in the console. */
class PeoplePagesTest {
  private static final Pattern SECRET = Pattern.compile("id=\"secret-value\">([^<]+)<");

  @TempDir static Path home;
  private static TestingServer server;
  private static TestingVisitor admin;
  private static TestingVisitor operator;

  @BeforeAll
  static void begin() {
    server = TestingServer.on(home);
    admin = TestingVisitor.named(server.server(), "ola", Role.ADMIN);
    operator = TestingVisitor.named(server.server(), "tomasz", Role.OPERATOR);
  }

  @AfterAll
  static void end() {
    admin.close();
    operator.close();
    server.close();
  }

  @Test
  void newOperatorsPasswordIsShownUntilItIsStored() {
    HttpResponse<String> made =
        admin.post(
            "/operators", Map.of("name", "Kuba", "displayName", "Kuba Sroka", "role", "viewer"));

    assertThat(made.statusCode()).isEqualTo(303);
    String page = admin.get("/operators").body();
    String password = TestingVisitor.found(SECRET, page);
    assertThat(page).contains("First password of Kuba Sroka (kuba)", "Has not signed in");
    assertThat(admin.get("/operators").body()).contains(password);
    admin.post("/operators/seen", Map.of());
    assertThat(admin.get("/operators").body()).doesNotContain(password);
    assertThat(verbs("operator kuba")).containsExactly("operator.create");
  }

  @Test
  void secretIsShownToTheSessionThatMadeItAlone() {
    admin.post("/operators", Map.of("name", "ewa", "role", "viewer"));

    try (TestingVisitor other = TestingVisitor.named(server.server(), "marta", Role.ADMIN)) {
      assertThat(other.get("/operators").body()).doesNotContain("First password of ewa");
    }
  }

  @Test
  void letterKeysAreSwitchedOffInTheAccount() {
    assertThat(operator.get("/tenants").body()).contains("data-keys=\"on\"");
    operator.post("/account/look", Map.of("keys", "off"));
    assertThat(operator.get("/tenants").body())
        .contains("data-keys=\"off\"", "Letter keys are off");
    operator.post("/account/look", Map.of("keys", "on"));
    assertThat(operator.get("/tenants").body()).contains("data-keys=\"on\"");
  }

  @Test
  void clientsFindTheirTokensToo() {
    Organisation one = server.organisation("Papuga");
    try (TestingVisitor client = TestingVisitor.client(server.server(), "anna", one.id())) {
      assertThat(client.get("/tenants").body()).contains("href=\"/tokens\"", "href=\"/usage\"");
      assertThat(client.get("/tokens").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void refusedOperatorFormKeepsWhatWasTyped() {
    HttpResponse<String> refused =
        admin.post("/operators", Map.of("name", "ola", "displayName", "Ola N.", "role", "client"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("value=\"Ola N.\"", "A client belongs to an organisation; name one.");
  }

  @Test
  void takenNameIsSaidAtTheName() {
    assertThat(admin.post("/operators", Map.of("name", "tomasz", "role", "viewer")).body())
        .contains("There is already an operator tomasz.");
  }

  @Test
  void clientRoleIsGivenWithItsOrganisation() {
    Organisation brzoza = server.organisation("Brzoza");
    admin.post("/operators", Map.of("name", "zofia", "role", "viewer"));
    admin.post(
        "/operators/zofia/role",
        Map.of("role", "client", "organisation", brzoza.slug().value(), "version", "1"));

    assertThat(named("zofia").organisation()).contains(brzoza.id());
    assertThat(admin.get("/operators").body()).contains("of Brzoza");
    assertThat(admin.fragment("/operators/zofia/role", "dialogs").body())
        .contains("value=\"client\" checked", "value=\"brzoza\" selected");
  }

  @Test
  void roleThatSomebodyChangedMeanwhileIsNotOverwritten() {
    admin.post("/operators", Map.of("name", "wanda", "role", "viewer"));
    String asked = admin.fragment("/operators/wanda/role", "dialogs").body();
    assertThat(asked).contains("name=\"version\" value=\"1\"");
    admin.post("/operators/wanda/role", Map.of("role", "admin", "version", "1"));
    String refused =
        admin.post("/operators/wanda/role", Map.of("role", "operator", "version", "1")).body();
    assertThat(named("wanda").role()).isEqualTo(Role.ADMIN);
    assertThat(refused).contains("The role is admin now", "name=\"version\" value=\"2\"");
    admin.post("/operators/wanda/role", Map.of("role", "operator", "version", "2"));
    assertThat(named("wanda").role()).isEqualTo(Role.OPERATOR);
  }

  @Test
  void disabledOperatorIsSignedOutAndCanComeBack() {
    TestingVisitor visitor = TestingVisitor.named(server.server(), "jan", Role.VIEWER);

    admin.post("/operators/jan/disable", Map.of());
    assertThat(visitor.get("/audit").statusCode()).isEqualTo(303);
    assertThat(admin.get("/operators").body()).contains("jan is disabled.", "Disabled");
    admin.post("/operators/jan/enable", Map.of());

    assertThat(named("jan").active()).isTrue();
    visitor.close();
  }

  @Test
  void nobodyRemovesThemselves() {
    HttpResponse<String> refused = admin.postByScript("/operators/ola/remove", Map.of());

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .startsWith("<dialog")
        .contains("You can&#39;t remove yourself.", "innkeeper operator remove ola");
  }

  @Test
  void operatorsAreForAdmins() {
    assertThat(operator.get("/operators").statusCode()).isEqualTo(403);
    assertThat(operator.post("/operators", Map.of("name", "me", "role", "admin")).statusCode())
        .isEqualTo(403);
    assertThat(operator.get("/tokens").body())
        .contains("<h1>API tokens</h1>")
        .doesNotContain("href=\"/operators\"");
  }

  @Test
  void tokenIsShownOnceAndWorksUntilRevoked() {
    HttpResponse<String> made =
        operator.postByScript(
            "/tokens", Map.of("name", "deploy-ci", "role", "viewer", "days", "7"));

    assertThat(made.headers().firstValue("HX-Redirect")).contains("/tokens");
    String text = TestingVisitor.found(SECRET, operator.get("/tokens").body());
    ApiToken token = server.server().rooms().entrance().tokens().find(text).orElseThrow();
    assertThat(token.role()).isEqualTo(Role.VIEWER);
    operator.post("/tokens/" + token.id() + "/revoke", Map.of());
    assertThat(server.server().rooms().entrance().tokens().find(text)).isEmpty();
    assertThat(verbs("token deploy-ci")).containsExactly("token.revoke", "token.create");
  }

  @Test
  void tokenNeverOpensMoreThanItsMakerMay() {
    HttpResponse<String> refused =
        operator.postByScript("/tokens", Map.of("name", "root", "role", "admin", "days", "30"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("A token can&#39;t open more than you can", "value=\"root\"");
  }

  @Test
  void tokenForLongerThanAYearIsRefusedAtItsDays() {
    assertThat(
            operator
                .post("/tokens", Map.of("name", "forever", "role", "viewer", "days", "9999999"))
                .body())
        .contains("A token lasts at most a year", "value=\"9999999\"");
  }

  @Test
  void othersTokensAreNotThere() {
    admin.post("/tokens", Map.of("name", "mine", "role", "admin", "days", "30"));
    ApiToken token = server.server().rooms().entrance().tokens().all().getFirst();

    assertThat(operator.get("/tokens").body()).doesNotContain(">mine<");
    assertThat(operator.post("/tokens/" + token.id() + "/revoke", Map.of()).statusCode())
        .isEqualTo(404);
  }

  private static Operator named(String name) {
    return server
        .server()
        .rooms()
        .entrance()
        .operators()
        .find(new OperatorName(name))
        .orElseThrow();
  }

  private static List<String> verbs(String subject) {
    return server
        .server()
        .rooms()
        .foundation()
        .audit()
        .lines(AuditFilter.ALL.mentioning(Optional.of(subject)), Optional.empty(), 20)
        .stream()
        .map(line -> line.verb())
        .toList();
  }
}
