package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.innkeeper.caller.Role;
import io.innkeeper.cli.TestingDesk.Said;
import io.innkeeper.openwebui.AppClient;
import io.innkeeper.openwebui.AppClients;
import io.innkeeper.openwebui.AppSession;
import io.innkeeper.secret.Secret;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.testing.TestingVisitor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** {@code innkeeper person …} against the true server and a true Open WebUI. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PersonCommandsTest {
  private static final Pattern ID = Pattern.compile("people/([0-9a-f-]{36})/delete");
  private static final AppClients CLIENTS = new AppClients();

  @TempDir private static Path directory;
  private static TestingHouse house;
  private static TestingDesk desk;

  @BeforeAll
  static void open() {
    house =
        TestingHouse.withEngine(
            directory,
            "--innkeeper.tenant.image=innkeeper/open-webui:0.12.4",
            "--innkeeper.tenant.health-deadline=180s");
    desk = house.admin();
    Tenant tenant = house.inn().open(house.inn().organisation("Brzoza"), "Brzoza");
    assertThat(tenant.condition().state()).isEqualTo(Tenant.State.HEALTHY);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  @Order(1)
  void peopleAreAddedApprovedFoundAndDeleted() {
    Said made = desk.done("person", "add", "brzoza", "Jan@Client.example", "--role", "pending");
    assertThat(made.out()).contains("jan@client.example", "shown this once");
    assertThat(desk.done("person", "list", "brzoza", "--role", "pending").out())
        .contains("jan@client.example")
        .doesNotContain(made.out().lines().findFirst().orElseThrow());
    assertThat(desk.done("person", "approve", "brzoza", "jan@client.example").out())
        .isEqualTo("jan@client.example may use the workspace.\n");
    assertThat(desk.done("person", "list", "brzoza").out())
        .contains("anna@client.example", "admin, main", "jan@client.example", "user")
        .doesNotContain(".invalid");
    assertThat(desk.done("person", "list", "brzoza").err()).contains("As told ");
    assertThat(desk.done("person", "find", "jan@").out()).contains("brzoza", "jan@client.example");

    assertThat(desk.done("person", "everywhere", "sign-out", "JAN@client.example").out())
        .contains("brzoza", "sign-out");
    assertThat(desk.run("person", "everywhere", "suspend", "jan@client").code()).isEqualTo(6);
    assertThat(desk.run("person", "everywhere", "delete", "jan@client.example").code())
        .isEqualTo(12);
    Said only = desk.run("person", "everywhere", "demote", "anna@client.example");
    assertThat(only.code()).isEqualTo(13);
    assertThat(only.out()).contains("main admin");

    assertThat(desk.run("person", "delete", "brzoza", "jan@client.example").code()).isEqualTo(12);
    desk.done("person", "delete", "brzoza", "jan@client.example", "--yes", "jan@client.example");
    assertThat(desk.run("person", "promote", "brzoza", "jan@client.example").code()).isEqualTo(6);
    assertThat(desk.done("audit", "list").out())
        .contains("person.add", "person.approve", "person.delete");
  }

  @Test
  @Order(2)
  void aTableIsBroughtInWholeAndPasswordsAreShownOnce() throws Exception {
    Path table =
        Files.writeString(
            directory.resolve("people.csv"), "email,name\na@c.example,A\nb@c.example,B\n");
    assertThat(desk.done("person", "import", "brzoza", table.toString(), "--dry-run").out())
        .isEqualTo("2 people could be added.\n");
    Said done = desk.done("person", "import", "brzoza", table.toString(), "--wait");
    assertThat(done.out()).contains("2 people were added.", "a@c.example", "Password");
    assertThat(desk.run("person", "import", "brzoza").code()).isEqualTo(7);
    assertThat(desk.run("person", "import", "brzoza", table.toString()).err())
        .contains("a@c.example has an account already");
    assertThat(
            desk.done("person", "suspend", "brzoza", "a@c.example", "b@c.example", "--wait").out())
        .contains("can't use the workspace until approved");
  }

  @Test
  @Order(3)
  void wrongInputIsRefusedWithASentence() {
    Said role = desk.run("person", "add", "brzoza", "x@c.example", "--role", "owner");
    assertThat(role.code()).isEqualTo(3);
    assertThat(role.err()).contains("admin, user and pending");
    assertThat(desk.run("person", "add", "brzoza", "nobody").code()).isEqualTo(3);
    assertThat(desk.run("person", "demote", "brzoza", "anna@client.example").err())
        .contains("main admin");
  }

  @Test
  @Order(4)
  void groupsHavePeople() {
    desk.done("person", "group", "create", "brzoza", "Board", "--about", "Who decides");
    assertThat(desk.done("person", "group", "add", "brzoza", "Board", "a@c.example").out())
        .isEqualTo("“Board” has 1 people.\n");
    for (String state : new String[] {"done", "same"})
      assertThat(
              desk.done("person", "everywhere", "add-to-group", "b@c.example", "--group", "Board")
                  .out())
          .contains("brzoza", state);
    assertThat(desk.done("person", "group", "list", "brzoza").out())
        .contains("Board", "Who decides");
    assertThat(desk.done("person", "count").out()).contains("used the workspaces");
  }

  @Test
  @Order(5)
  void aNewPasswordEndsOpenSessions() {
    String first = desk.done("person", "add", "brzoza", "ola@c.example", "--quiet").line();
    AppSession open = app().signIn("ola@c.example", Secret.of(first));
    String second = desk.done("person", "reset-password", "brzoza", "ola@c.example", "-q").line();
    assertThatThrownBy(() -> app().resume(open.token())).hasMessageContaining("has ended");
    AppSession again = app().signIn("ola@c.example", Secret.of(second));
    desk.done("person", "sign-out", "brzoza", "ola@c.example");
    assertThatThrownBy(() -> app().resume(again.token())).hasMessageContaining("has ended");
  }

  @Test
  @Order(6)
  void theConsoleShowsThePeopleAndActsOnThem() {
    try (TestingVisitor marta = TestingVisitor.named(house.inn().server(), "marta", Role.OPERATOR);
        TestingVisitor kuba = TestingVisitor.named(house.inn().server(), "kuba", Role.VIEWER)) {
      String people = "/tenants/brzoza/people";
      assertThat(kuba.get(people).body())
          .contains("anna@client.example", "Main admin", "Board")
          .doesNotContain("Add a person…");
      assertThat(kuba.post(people + "/new", Map.of("email", "x@c.example")).statusCode())
          .isEqualTo(403);
      assertThat(marta.postByScript(people + "/new", Map.of("email", "no", "role", "king")).body())
          .contains("no e-mail address", "no role in a workspace", "value=\"no\"");
      assertThat(marta.post(people + "/new", Map.of("email", "ewa@c.example")).statusCode())
          .isEqualTo(303);
      assertThat(marta.get(people).body()).contains("ewa@c.example", "It is shown now and never");
      marta.post(people + "/seen", Map.of());

      String wrong = marta.post(people + "/import", Map.of("csv", "email\nno", "do", "add")).body();
      assertThat(wrong).contains("Nobody was added", "Row 2");
      assertThat(marta.post(people + "/import", Map.of("csv", "email\nq@c.example")).body())
          .contains("Add 1 person", "q@c.example");

      String id = TestingVisitor.found(ID, marta.get(people + "?q=ewa%40").body());
      assertThat(marta.postByScript(people + "/" + id + "/delete", Map.of("typed", "x")).body())
          .contains("Type ewa@c.example to delete");
      marta.post(people + "/" + id + "/delete", Map.of("typed", "ewa@c.example"));
      assertThat(marta.get(people + "?q=ewa%40").body()).contains("Nobody like that");
      assertThat(kuba.get("/people?q=anna").body()).contains("anna@client.example", "Brzoza");
    }
  }

  @Test
  @Order(7)
  void lostAdminAccessIsRepairedWhileTheAppIsStopped() {
    house
        .inn()
        .tenants()
        .sessions()
        .of(tenant())
        .importConfiguration(Map.of("auth.mfa.enable", true));
    Said old = desk.run("person", "list", "brzoza");
    assertThat(old.out()).contains("anna@client.example");
    assertThat(old.err()).contains("This is an earlier list", "second factor");
    assertThat(desk.run("person", "add", "brzoza", "z@c.example").err()).contains("repair-admin");

    desk.done("person", "repair-admin", "brzoza", "--mfa-off", "--yes", "brzoza", "--wait");

    assertThat(desk.run("person", "list", "brzoza").err()).isEqualTo("As told now.\n");
    assertThat(tenant().condition().state()).isEqualTo(Tenant.State.HEALTHY);
    Said nobody =
        desk.run(
            "person",
            "repair-admin",
            "brzoza",
            "--email",
            "no@c.example",
            "--yes",
            "brzoza",
            "--wait");
    assertThat(nobody.code()).isEqualTo(9);
    assertThat(nobody.err()).contains("no account no@c.example");
    await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> app().alive());
  }

  private static Tenant tenant() {
    return house.inn().tenants().tenants().named("brzoza");
  }

  private static AppClient app() {
    return CLIENTS.at(URI.create("http://127.0.0.1:" + tenant().place().port()));
  }
}
