package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.cli.TestingDesk.Said;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code innkeeper operator …} and {@code innkeeper token …} against the true server. */
class PeopleCommandsTest {
  @TempDir private static Path directory;
  private static TestingHouse house;
  private static TestingDesk desk;

  @BeforeAll
  static void open() {
    house = TestingHouse.in(directory);
    desk = house.admin();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void anOperatorIsMadeChangedAndRemoved() {
    Said made = desk.done("operator", "create", "olga", "--role", "operator");
    assertThat(made.out()).contains("The password of olga is", "shown this once");
    assertThat(desk.done("operator", "list").out()).contains("olga", "must change password");
    assertThat(desk.done("operator", "change", "olga", "--role", "viewer").out())
        .isEqualTo("olga has the role viewer.\n");
    assertThat(desk.done("operator", "list", "--role", "viewer", "--json").json().toString())
        .contains("\"olga\"");
    assertThat(desk.run("operator", "remove", "olga").code()).isEqualTo(12);
    assertThat(desk.done("operator", "remove", "olga", "--yes", "olga").out())
        .isEqualTo("olga is removed.\n");
    assertThat(desk.run("operator", "reset", "olga").code()).isEqualTo(6);
  }

  @Test
  void whoIsShutOutDoesNothingMore() {
    TestingDesk otto = house.person("otto", "operator");
    assertThat(otto.done("whoami").out()).contains("otto");
    assertThat(desk.done("operator", "disable", "otto").out()).contains("can't sign in any more");
    assertThat(otto.run("whoami").code()).isEqualTo(4);
    assertThat(desk.done("operator", "enable", "otto").out()).contains("can sign in again");
  }

  @Test
  void sessionsOfSomebodyEnd() {
    TestingDesk ada = house.person("ada", "viewer");
    assertThat(desk.done("operator", "sign-out", "ada").out()).contains("have ended");
    Said said = ada.run("whoami");
    assertThat(said.code()).isEqualTo(4);
    assertThat(said.err()).contains("innkeeper login");
  }

  @Test
  void ownPasswordChangesAndTheSignInGoesOn() {
    TestingDesk ewa = house.person("ewa", "viewer");
    String old = TestingHouse.PASSWORD + "\n";
    Said wrong =
        ewa.fed(
            "nonsense-nonsense\nthird-lamp-of-the-house\n",
            "operator",
            "password",
            "--password-stdin");
    assertThat(wrong.code()).isNotZero();
    assertThat(wrong.err()).doesNotContain("third-lamp-of-the-house", "nonsense-nonsense");
    assertThat(ewa.run("operator", "password").code()).isEqualTo(2);
    Said done =
        ewa.fed(old + "third-lamp-of-the-house\n", "operator", "password", "--password-stdin");
    assertThat(done.code()).isZero();
    assertThat(ewa.done("whoami").out()).contains("ewa");
  }

  @Test
  void theLastAdminStays() {
    Said said = desk.run("operator", "change", "admin", "--role", "viewer");
    assertThat(said.code()).isEqualTo(7);
    assertThat(desk.done("whoami", "--json").json().path("role").asText()).isEqualTo("admin");
  }

  @Test
  void aTokenIsShownOnceListedAndRevoked() {
    Said made = desk.done("token", "create", "backup", "--role", "viewer", "--days", "3");
    String text = made.out().lines().findFirst().orElseThrow();
    assertThat(made.out()).contains("shown this once");
    assertThat(desk.done("token", "list").out()).contains("backup").doesNotContain(text);
    TestingDesk program =
        house
            .desk("program")
            .with("INNKEEPER_CLI_SERVER", house.address())
            .with("INNKEEPER_CLI_FINGERPRINT", house.fingerprint())
            .with("INNKEEPER_CLI_TOKEN", text);
    assertThat(program.done("org", "list").code()).isZero();
    assertThat(program.run("org", "create", "X").code()).isEqualTo(5);
    assertThat(desk.done("token", "revoke", "backup").out()).contains("opens nothing any more");
    assertThat(program.run("org", "list").code()).isEqualTo(4);
    assertThat(desk.run("token", "revoke", "backup").code()).isEqualTo(6);
  }

  @Test
  void twoTokensOfOneNameAreNotGuessedBetween() {
    desk.done("token", "create", "twin", "--role", "viewer");
    desk.done("token", "create", "twin", "--role", "viewer");
    Said said = desk.run("token", "revoke", "twin");
    assertThat(said.code()).isEqualTo(7);
    assertThat(said.err()).contains("2 tokens are called “twin”");
  }

  @Test
  void aClientSeesItsOrganisationOnly() {
    desk.done("org", "create", "Own", "--slug", "own");
    desk.done("org", "create", "Foreign", "--slug", "foreign");
    String issued =
        desk.done("operator", "create", "cleo", "--role", "client", "--org", "own", "-q").line();
    TestingDesk cleo = house.desk("cleo");
    house.signIn(cleo, "cleo", issued + "\nfourth-lamp-of-the-house\n");
    assertThat(cleo.done("org", "list", "-q").line()).isEqualTo("own");
    assertThat(cleo.run("org", "show", "foreign").code()).isEqualTo(6);
  }
}
