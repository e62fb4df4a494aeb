package io.innkeeper.access;

import static io.innkeeper.access.TestingAccess.GOOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.innkeeper.audit.AuditResource;
import io.innkeeper.caller.Role;
import io.innkeeper.client.AuditLineView;
import io.innkeeper.client.AuditVerification;
import io.innkeeper.client.InnkeeperClient;
import io.innkeeper.client.IssuedPasswordView;
import io.innkeeper.client.IssuedSessionView;
import io.innkeeper.client.IssuedTokenView;
import io.innkeeper.client.MeChange;
import io.innkeeper.client.MeView;
import io.innkeeper.client.NewOperator;
import io.innkeeper.client.NewToken;
import io.innkeeper.client.OperatorChange;
import io.innkeeper.client.OperatorView;
import io.innkeeper.client.Page;
import io.innkeeper.client.PasswordChange;
import io.innkeeper.client.ProblemException;
import io.innkeeper.client.SessionView;
import io.innkeeper.client.SignInRequest;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TestingDoor;
import io.innkeeper.store.Dialect;
import io.innkeeper.store.TestingStore;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessResourcesTest {
  @TempDir Path home;
  private TestingStore store;
  private TestingAccess house;
  private TestingDoor door;
  private InnkeeperClient nobody;

  @BeforeEach
  void open() {
    store = TestingStore.open(Dialect.SQLITE);
    house = new TestingAccess(store.database(), home);
    Function<String, UUID> organisations = slug -> TestingAccess.BRZOZA;
    Routes routes = new Routes();
    new SessionResource(house.signIn, house.sessions).hang(routes);
    new MeResource(house.operators, house.passwords).hang(routes);
    new OperatorResource(house.operators, house.passwords, house.sessions, organisations)
        .hang(routes);
    new TokenResource(house.tokens, TestingAccess.SETTINGS, organisations).hang(routes);
    new AuditResource(house.audit).hang(routes);
    door = new TestingDoor(routes, house.access, store.database(), home);
    nobody = door.client(Optional.empty());
    house.settled("anna", Role.ADMIN);
  }

  @AfterEach
  void close() {
    door.close();
    store.close();
  }

  @Test
  void theCommandLineSignsInAndOut() {
    InnkeeperClient anna = signedIn("anna", GOOD.unwrap());
    assertThat(anna.get("/me").as(MeView.class).name()).isEqualTo("anna");
    Page<SessionView> sessions = anna.get("/sessions").as(new TypeReference<>() {});
    assertThat(sessions.items()).extracting(SessionView::current).containsExactly(true);
    anna.delete("/sessions/current");
    assertProblem("sign-in-first", 401, () -> anna.get("/me"));
  }

  @Test
  void aFailedSignInSaysWhatToDoAndWhenToTryAgain() {
    SignInRequest wrong = new SignInRequest("anna", "not this one");
    for (int i = 0; i < 4; i++)
      assertProblem("sign-in-failed", 401, () -> nobody.post("/sessions", wrong));
    assertThatThrownBy(() -> nobody.post("/sessions", wrong))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().more()).containsKey("retryAfterSeconds"));
    assertProblem(
        "password-missing", 422, () -> nobody.post("/sessions", new SignInRequest("anna", null)));
  }

  @Test
  void anOperatorIsMadeChangedAndRemoved() {
    InnkeeperClient anna = signedIn("anna", GOOD.unwrap());
    IssuedPasswordView jan =
        anna.post("/operators", new NewOperator("jan", "Jan", "operator", null))
            .as(IssuedPasswordView.class);
    OperatorView changed =
        anna.patch("/operators/jan", 1, new OperatorChange(null, null, "client", "brzoza", null))
            .as(OperatorView.class);
    assertThat(changed.organisation()).isEqualTo(TestingAccess.BRZOZA);
    changed =
        anna.patch("/operators/jan", 2, new OperatorChange(null, null, "viewer", null, false))
            .as(OperatorView.class);
    assertThat(changed)
        .extracting(OperatorView::organisation, OperatorView::active)
        .containsExactly(null, false);
    Page<OperatorView> page = anna.get("/operators?q=JA&role=viewer").as(new TypeReference<>() {});
    assertThat(page.items()).extracting(OperatorView::id).containsExactly(jan.operator().id());
    anna.delete("/operators/" + jan.operator().id());
    assertProblem("operator-not-found", 404, () -> anna.get("/operators/jan"));
  }

  @Test
  void operatorsComeInParts() {
    for (int i = 1; i < 5; i++) house.create("jan" + i, Role.VIEWER);
    InnkeeperClient anna = signedIn("anna", GOOD.unwrap());
    Page<OperatorView> first = anna.get("/operators?limit=3").as(new TypeReference<>() {});
    Page<OperatorView> rest =
        anna.get("/operators?limit=3&cursor=" + first.next()).as(new TypeReference<>() {});
    assertThat(first.items())
        .extracting(OperatorView::name)
        .containsExactly("anna", "jan1", "jan2");
    assertThat(rest.items()).extracting(OperatorView::name).containsExactly("jan3", "jan4");
    assertThat(rest.next()).isNull();
    assertThat(rest.total()).isEqualTo(5);
  }

  @Test
  void nothingGoesOnBeforeTheFirstPasswordIsChanged() {
    String first = house.create("jan", Role.ADMIN).password().unwrap();
    InnkeeperClient jan = signedIn("jan", first);
    assertThat(jan.get("/me").as(MeView.class).mustChangePassword()).isTrue();
    assertProblem("password-change-required", 403, () -> jan.get("/operators"));
    IssuedSessionView next =
        jan.post("/me/password", new PasswordChange(first, "heron under bridge"))
            .as(IssuedSessionView.class);
    assertProblem("sign-in-first", 401, () -> jan.get("/me"));
    assertThat(door.client(Optional.of(next.token())).get("/operators").status()).isEqualTo(200);
  }

  @Test
  void rolesAreHeldAtTheDoor() {
    house.settled("jan", Role.VIEWER);
    InnkeeperClient jan = signedIn("jan", GOOD.unwrap());
    assertProblem("role", 403, () -> jan.get("/operators"));
    assertProblem("role", 403, () -> jan.get("/sessions?all=true"));
    assertProblem("role", 403, () -> jan.get("/tokens?all=true"));
    jan.patch("/me", new MeChange("dark"));
    assertThat(jan.get("/me").as(MeView.class).theme()).isEqualTo("dark");
  }

  @Test
  void aTokenIsMadeUsedAndRevoked() {
    InnkeeperClient anna = signedIn("anna", GOOD.unwrap());
    IssuedTokenView issued =
        anna.post("/tokens", new NewToken("nightly", "viewer", null, null))
            .as(IssuedTokenView.class);
    InnkeeperClient program = door.client(Optional.of(issued.text()));
    assertThat(program.get("/me").as(MeView.class).kind()).isEqualTo("token");
    assertProblem("person-needed", 403, () -> program.patch("/me", new MeChange("dark")));
    assertProblem("no-session", 409, () -> program.delete("/sessions/current"));
    anna.delete("/tokens/" + issued.token().id());
    assertProblem("sign-in-first", 401, () -> program.get("/me"));
  }

  @Test
  void theAuditIsReadAndProvenOverTheApi() {
    InnkeeperClient anna = signedIn("anna", GOOD.unwrap());
    Page<AuditLineView> page = anna.get("/audit?verb=session&limit=1").as(new TypeReference<>() {});
    assertThat(page.items().getFirst())
        .extracting(AuditLineView::who, AuditLineView::verb)
        .containsExactly("anna", "session.start");
    AuditVerification whole = anna.get("/audit/verification").as(AuditVerification.class);
    assertThat(whole.whole()).isTrue();
    store
        .database()
        .change(
            handle -> handle.execute("update audit_lines set before_values = 'x' where seq = 1"));
    AuditVerification broken = anna.get("/audit/verification").as(AuditVerification.class);
    assertThat(broken.brokenLine()).isEqualTo(1);
    assertThat(anna.get("/audit").status()).isEqualTo(200);
    assertProblem("instant", 422, () -> anna.get("/audit?from=yesterday"));
  }

  @Test
  void csrfAndOpenRedirectRefused() throws Exception {
    String session = house.token("anna");
    String csrf = house.access.bySession(session).orElseThrow().csrf();
    assertThat(chooseTheme(session, Optional.empty()).statusCode()).isEqualTo(403);
    assertThat(chooseTheme(session, Optional.of("guess")).body()).contains("\"csrf\"");
    assertThat(chooseTheme(session, Optional.of(csrf)).statusCode()).isEqualTo(200);
  }

  @Test
  void aChangedPasswordGivesTheBrowserANewCookie() throws Exception {
    String session = house.token("anna");
    String csrf = house.access.bySession(session).orElseThrow().csrf();
    String body = "{\"old\":\"" + GOOD.unwrap() + "\",\"password\":\"heron under bridge\"}";
    HttpResponse<String> answer =
        door.send(
            browser(session, "/api/v1/me/password")
                .header("X-CSRF-Token", csrf)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    assertThat(answer.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(
            cookie ->
                assertThat(cookie)
                    .startsWith("__Host-innkeeper=")
                    .doesNotContain(session)
                    .endsWith("; Path=/; Secure; HttpOnly; SameSite=Lax"));
  }

  private HttpResponse<String> chooseTheme(String session, Optional<String> csrf) throws Exception {
    HttpRequest.Builder request =
        browser(session, "/api/v1/me")
            .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"theme\":\"dark\"}"));
    csrf.ifPresent(token -> request.header("X-CSRF-Token", token));
    return door.send(request);
  }

  private HttpRequest.Builder browser(String session, String path) {
    return HttpRequest.newBuilder(door.address(path))
        .header("Cookie", SessionCookie.NAME + "=" + session)
        .header("Content-Type", "application/json");
  }

  private InnkeeperClient signedIn(String name, String password) {
    IssuedSessionView session =
        nobody.post("/sessions", new SignInRequest(name, password)).as(IssuedSessionView.class);
    return door.client(Optional.of(session.token()));
  }

  private static void assertProblem(String code, int status, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(code);
              assertThat(e.problem().status()).isEqualTo(status);
            });
  }
}
