package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.cli.TestingDesk.Said;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys, budgets, models and limits as the command line sets them on the true server. */
class GovernanceCommandsTest {
  @TempDir private static Path directory;
  private static TestingHouse house;
  private static TestingDesk desk;

  @BeforeAll
  static void open() {
    house = TestingHouse.in(directory);
    desk = house.admin();
    desk.done("org", "create", "Brzoza");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void aKeyIsShownOnceListedChangedRotatedAndRevoked() {
    Said made =
        desk.done("key", "create", "brzoza", "reports", "--person", "Ola", "--budget", "12.5");
    String value = made.out().lines().findFirst().orElseThrow();
    assertThat(value).startsWith("ink-vk-");
    assertThat(desk.done("key", "list", "brzoza").out())
        .contains("reports", "Ola", "12.5", "active")
        .doesNotContain(value);
    assertThat(desk.done("key", "change", "brzoza", "reports", "--requests", "5").out())
        .isEqualTo("Changed reports.\n");
    assertThat(desk.done("key", "show", "brzoza", "reports").out())
        .contains("Calls a minute   5", "Monthly budget   USD 12.5", "Held by          Ola");
    String next = desk.done("key", "rotate", "brzoza", "reports", "--overlap", "5", "-q").line();
    assertThat(next).startsWith("ink-vk-").isNotEqualTo(value);
    assertThat(desk.run("key", "revoke", "brzoza", "reports").code()).isEqualTo(12);
    assertThat(desk.done("key", "revoke", "brzoza", "reports", "--yes", "reports").out())
        .contains("opens nothing any more");
    assertThat(desk.done("key", "list", "brzoza", "-q").out()).isEmpty();
    assertThat(desk.done("key", "list", "brzoza", "--all").out()).contains("revoked");
    assertThat(desk.run("key", "rotate", "brzoza", "reports").code()).isEqualTo(6);
  }

  @Test
  void wrongWordsAboutAKeyMakeNone() {
    assertThat(desk.run("key", "create", "brzoza").code()).isEqualTo(2);
    assertThat(desk.run("key", "create", "nobody", "x").code()).isEqualTo(6);
    assertThat(desk.run("key", "create", "brzoza", "x", "--tenant", "none").code()).isEqualTo(3);
    desk.done("key", "create", "brzoza", "still");
    assertThat(desk.run("key", "change", "brzoza", "still").err())
        .contains("Nothing to change was given.");
    TestingDesk viewer = house.person("vera", "viewer");
    assertThat(viewer.run("key", "create", "brzoza", "mine").code()).isEqualTo(5);
  }

  @Test
  void aBudgetIsSetShownAndTakenAway() {
    assertThat(desk.done("budget", "set", "brzoza", "40").out()).contains("a budget of USD 40");
    assertThat(desk.done("budget", "set", "brzoza", "3", "--user", "everyone", "--lower").code())
        .isZero();
    assertThat(desk.done("budget", "show", "brzoza").out())
        .contains("Limit USD", "calls are refused", "answers are shortened", "0 %");
    assertThat(desk.done("org", "show", "brzoza").out()).contains("USD 40");
    assertThat(desk.done("budget", "remove", "brzoza", "--user", "everyone").code()).isZero();
    assertThat(desk.done("budget", "show", "brzoza").out()).doesNotContain("shortened");
    assertThat(desk.done("budget", "events", "brzoza").err()).contains("No budget has come");
    assertThat(desk.run("budget", "set", "brzoza", "much").code()).isEqualTo(2);
    assertThat(desk.run("budget", "set", "brzoza", "-5").code()).isIn(2, 3);
    assertThat(desk.run("budget", "set", "brzoza", "5", "--tenant", "x").code()).isEqualTo(6);
    assertThat(desk.run("budget", "set", "brzoza", "5", "--tenant", "x", "--key", "y").code())
        .isEqualTo(2);
  }

  @Test
  void modelsAreAllowedAndDenied() {
    assertThat(desk.done("model", "show", "brzoza").out()).contains("Allowed  all");
    desk.done("model", "set", "brzoza", "--allow", "openai/*", "--deny", "openrouter/auto");
    assertThat(desk.done("model", "show", "brzoza").out()).contains("openai/*", "openrouter/auto");
    assertThat(desk.done("model", "set", "brzoza").out()).contains("Allowed     all");
    assertThat(desk.run("model", "set", "brzoza", "--allow", "a b").code()).isEqualTo(3);
  }

  @Test
  void modelsAreSentElsewhereAndBack() {
    String url = "https://models.acme.example/v1";
    assertThat(desk.run("route", "create", "brzoza", "acme/", url).code()).isEqualTo(2);
    Said made =
        desk.fed("acme-secret\n", "route", "create", "brzoza", "acme/", url, "--flavour", "openai");
    assertThat(made.out()).contains("Models that begin with “acme/” go to " + url);
    assertThat(desk.done("route", "list", "brzoza").out())
        .contains("acme/", url, "openai")
        .doesNotContain("acme-secret");
    desk.done("route", "change", "brzoza", "acme/", "--upstream", "acme");
    assertThat(desk.done("route", "list", "brzoza").out()).contains("acme/   acme ", url, "openai");
    assertThat(desk.fed("other\n", "route", "change", "brzoza", "acme/", "--new-key").out())
        .contains("go to " + url);
    assertThat(desk.run("route", "change", "brzoza", "acme/").code()).isEqualTo(2);
    assertThat(desk.done("route", "remove", "brzoza", "acme/").code()).isZero();
    assertThat(desk.run("route", "remove", "brzoza", "acme/").code()).isEqualTo(6);
  }

  @Test
  void limitsThatAreNotGivenStay() {
    desk.done("limit", "set", "brzoza", "--key-requests", "30", "--answer", "2000");
    desk.done("limit", "set", "brzoza", "--tenant-at-once", "4", "--answer", "0");
    assertThat(desk.done("limit", "show", "brzoza").out())
        .contains("Calls a minute of a key      30", "Calls at once of a tenant    4")
        .contains("Longest answer, tokens       unlimited");
    assertThat(desk.run("limit", "set", "brzoza").code()).isEqualTo(2);
  }
}
