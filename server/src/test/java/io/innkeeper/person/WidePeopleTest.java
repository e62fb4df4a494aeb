package io.innkeeper.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.innkeeper.caller.Role;
import io.innkeeper.job.Job;
import io.innkeeper.openwebui.AppUser;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.person.WideAct.Row;
import io.innkeeper.person.WideAct.State;
import io.innkeeper.person.WidePlan.Would;
import io.innkeeper.secret.Secret;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One thing done to people of several workspaces, one of which does not run. */
class WidePeopleTest {
  private static final Secret THEIRS = Secret.of("Their-own-one-1");

  @TempDir static Path home;
  private static TestingServer inn;
  private static Tenant alfa;
  private static Tenant beta;
  private static Tenant gamma;

  @BeforeAll
  static void open() {
    inn = TestingServer.on(home);
    Organisation owner = inn.organisation("Klinika Wrzos");
    alfa = inn.open(owner, "Alfa");
    beta = inn.open(owner, "Beta");
    gamma = inn.open(owner, "Gamma");
  }

  @AfterAll
  static void close() {
    inn.close();
  }

  @Test
  void whatOneRefusesKeepsNobodyElseFromItAndIsRepeated() {
    for (Tenant one : List.of(alfa, beta, gamma)) known(one, "ewa@wrzos.example");
    inn.ended(inn.tenants().tenants().stop(gamma.id(), TestingServer.BY));
    WideAsked asked = asked(WideVerb.SUSPEND, "Ewa@wrzos.example", alfa, beta, gamma);
    assertThat(wide().plan(asked))
        .extracting(one -> one.tenant().slug().value(), WidePlan.Planned::would)
        .containsExactly(
            tuple("alfa", Would.WOULD), tuple("beta", Would.WOULD), tuple("gamma", Would.REFUSED));

    WideAct act = ended(wide().order(asked, TestingServer.BY));
    assertThat(act.rows())
        .extracting(Row::state)
        .containsExactly(State.DONE, State.DONE, State.FAILED);
    assertThat(act.rows().getLast().said()).contains("is stopped");
    assertThat(role(alfa, "ewa@wrzos.example")).isEqualTo(AppUser.Role.PENDING);

    inn.ended(inn.tenants().tenants().start(gamma.id(), TestingServer.BY));
    WideAct again = ended(wide().repeat(act.id(), TestingServer.BY));
    assertThat(again.rows()).extracting(Row::state).containsOnly(State.DONE);
    assertThat(role(gamma, "ewa@wrzos.example")).isEqualTo(AppUser.Role.PENDING);
    assertThatThrownBy(() -> wide().repeat(act.id(), TestingServer.BY))
        .hasMessageContaining("nothing is left");
    assertThat(ended(wide().order(asked, TestingServer.BY)).rows())
        .extracting(Row::state)
        .containsOnly(State.SAME);
  }

  @Test
  void peopleOfATableGetAccountsEverywhereAndPasswordsAreTakenOnce() {
    known(beta, "jan@staw.example");
    WideAsked asked =
        new WideAsked(
            WideVerb.ADD,
            PersonTable.read("email,name\njan@staw.example,Jan\nola@staw.example,Ola\n"),
            List.of(inn.fresh(alfa), inn.fresh(beta)),
            "",
            "new ward",
            "");
    WideAct act = ended(wide().order(asked, TestingServer.BY));
    assertThat(act.rows())
        .extracting(Row::state)
        .containsExactly(State.DONE, State.DONE, State.SAME, State.DONE);
    assertThat(act.toString()).contains("redacted").doesNotContain(THEIRS.unwrap());
    List<WidePeople.Taken> taken = wide().takePasswords(act.id(), TestingServer.BY);
    assertThat(taken)
        .extracting(WidePeople.Taken::tenant, one -> one.person().email())
        .containsExactly(
            tuple("alfa", "jan@staw.example"),
            tuple("alfa", "ola@staw.example"),
            tuple("beta", "ola@staw.example"));
    assertThat(
            inn.tenants()
                .sessions()
                .app(inn.fresh(beta))
                .signIn("ola@staw.example", taken.getLast().password())
                .email())
        .isEqualTo("ola@staw.example");
    assertThatThrownBy(() -> wide().takePasswords(act.id(), TestingServer.BY))
        .hasMessageContaining("shown once");
  }

  @Test
  void deletingWantsTheAddressAgainAndOnlyAdminsStay() {
    known(alfa, "adam@las.example");
    WideAsked asked = asked(WideVerb.DELETE, "adam@las.example", alfa);
    assertThatThrownBy(() -> wide().order(asked, TestingServer.BY))
        .hasMessageContaining("Type adam@las.example");
    WideAsked main = asked(WideVerb.DEMOTE, "anna@client.example", alfa, beta);
    assertThat(wide().plan(main)).extracting(WidePlan.Planned::would).containsOnly(Would.REFUSED);
    WideAct act = ended(wide().order(main, TestingServer.BY));
    assertThat(act.failed()).isEqualTo(2);
    assertThat(act.rows().getFirst().said()).contains("main admin");
  }

  @Test
  void everyWorkspaceThatKnowsThemIsShownAndActedOn() {
    for (Tenant one : List.of(alfa, beta)) known(one, "zofia@rzeka.example");
    try (TestingVisitor visitor = TestingVisitor.named(inn.server(), "tomek", Role.OPERATOR)) {
      assertThat(visitor.get("/people?q=zofia").body())
          .contains("/people/where?email=zofia%40rzeka.example", "Add to several tenants…");
      String at = "/people/where?email=zofia%40rzeka.example";
      assertThat(visitor.get(at).body())
          .contains("Where is zofia@rzeka.example?", "in-alfa", "in-beta", "What becomes of each");
      var nowhere = visitor.post(at, Map.of("verb", "suspend"));
      assertThat(nowhere.statusCode()).isEqualTo(422);
      assertThat(nowhere.body()).contains("Tick at least one workspace");
      Map<String, String> form =
          Map.of("verb", "promote", "in-beta", "on", "reason", "new lead", "group", "");
      assertThat(visitor.get(at.replace("?", "/commands?") + "&verb=promote&in-beta=on").body())
          .contains("innkeeper person everywhere", "--tenant", "/api/v1/people/acts");
      String shown = visitor.post(at, form).headers().firstValue("Location").orElseThrow();
      ended(wide().get(UUID.fromString(shown.replaceFirst(".*/", ""))));
      assertThat(visitor.get(shown).body())
          .contains("Make an admin: zofia@rzeka.example", "Done", "new lead")
          .doesNotContain("Repeat for");
    }
    assertThat(role(beta, "zofia@rzeka.example")).isEqualTo(AppUser.Role.ADMIN);
    assertThat(role(alfa, "zofia@rzeka.example")).isEqualTo(AppUser.Role.USER);
  }

  @Test
  void peopleAreAddedFromTheTenantsThatWereTicked() {
    try (TestingVisitor visitor = TestingVisitor.named(inn.server(), "iza", Role.OPERATOR)) {
      var chosen = visitor.post("/tenants/bulk", Map.of("verb", "people", "tenant", "alfa"));
      String at = chosen.headers().firstValue("Location").orElseThrow();
      assertThat(at).contains("/people/add?tenants=alfa");
      assertThat(visitor.get(at).body()).contains("Add people to several tenants", "alfa");
      Map<String, String> form =
          Map.of("tenants", "alfa, beta", "email", "iga@pole.example", "role", "user", "csv", "");
      assertThat(visitor.post("/people/add?dry-run=true", form).body())
          .contains("iga@pole.example in Alfa", "new account, user");
      String shown =
          visitor.post("/people/add", form).headers().firstValue("Location").orElseThrow();
      ended(wide().get(UUID.fromString(shown.replaceFirst(".*/", ""))));
      assertThat(visitor.get(shown).body()).contains("Show 2 new passwords");
      visitor.post(shown + "/passwords", Map.of());
      assertThat(visitor.get(shown).body()).contains("alfa\tiga@pole.example");
      assertThat(visitor.post("/people/add", Map.of("tenants", "omega", "email", "a@b.pl")).body())
          .contains("no tenant “omega”");
    }
  }

  private static void known(Tenant tenant, String email) {
    inn.tenants()
        .sessions()
        .of(inn.fresh(tenant))
        .addUser("Some", email, THEIRS, AppUser.Role.USER);
    Roll unused = inn.server().rooms().tenancy().people().book().read(inn.fresh(tenant));
  }

  private static AppUser.Role role(Tenant tenant, String email) {
    return inn.tenants().sessions().of(inn.fresh(tenant)).user(email).orElseThrow().role();
  }

  private static WideAsked asked(WideVerb verb, String email, Tenant... tenants) {
    List<Tenant> fresh = Arrays.stream(tenants).map(inn::fresh).toList();
    return new WideAsked(verb, WideResource.known(email), fresh, "", "has left", "");
  }

  private static WideAct ended(WideAct act) {
    Job job = inn.ended(act.job().orElseThrow());
    assertThat(job.state()).isEqualTo(Job.State.FINISHED);
    return wide().get(act.id());
  }

  private static WidePeople wide() {
    return inn.server().rooms().tenancy().people().wide();
  }
}
