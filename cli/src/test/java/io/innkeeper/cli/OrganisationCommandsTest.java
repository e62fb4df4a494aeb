package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.cli.TestingDesk.Said;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code innkeeper org …} against the true server. */
class OrganisationCommandsTest {
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
  void createdIsListedAndShownInBothForms() {
    Said made = desk.done("org", "create", "Żółta Łódź", "--budget", "40", "--markup", "1.25");
    assertThat(made.out()).startsWith("Created zolta-lodz.");
    assertThat(desk.done("org", "list").out()).contains("Slug", "zolta-lodz", "Żółta Łódź");
    assertThat(desk.done("org", "list", "-q").out().lines()).contains("zolta-lodz");
    assertThat(desk.done("org", "show", "zolta-lodz").out())
        .contains("Monthly budget  USD 40", "Markup          1.25", "Upstream key    not set");
    Said json = desk.done("org", "show", "zolta-lodz", "--json");
    assertThat(json.json().path("name").asText()).isEqualTo("Żółta Łódź");
    assertThat(json.json().path("monthlyBudget").asText()).isEqualTo("40");
  }

  @Test
  void whatIsNotGivenStays() {
    create("stays", "--email", "a@stays.example", "--budget", "7.5");
    assertThat(desk.done("org", "change", "stays", "--time-zone", "Asia/Tokyo").out())
        .isEqualTo("Changed stays.\n");
    assertThat(desk.done("org", "rename", "stays", "Other").out())
        .isEqualTo("stays is now called “Other”.\n");
    assertThat(desk.done("org", "change", "stays", "--no-budget").code()).isZero();
    assertThat(desk.done("org", "show", "stays").out())
        .contains("Other", "Asia/Tokyo", "a@stays.example", "Monthly budget  none");
  }

  @Test
  void suspendedAndBack() {
    create("pauses");
    assertThat(desk.done("org", "suspend", "pauses", "--reason", "unpaid").out())
        .contains("Undo: innkeeper org resume pauses");
    assertThat(desk.done("org", "show", "pauses").out()).contains("suspended", "unpaid");
    assertThat(desk.done("org", "resume", "pauses").out()).contains("active again");
  }

  @Test
  void closingIsConfirmedByItsName() {
    create("ends");
    Said script = desk.run("org", "close", "ends");
    assertThat(script.code()).isEqualTo(12);
    assertThat(script.err()).contains("Add --yes ends");
    assertThat(desk.run("org", "close", "ends", "--yes", "other").code()).isEqualTo(12);
    Said doubtful = desk.typed("ens\n", "org", "close", "ends");
    assertThat(doubtful.code()).isEqualTo(12);
    assertThat(doubtful.err()).contains("Type ends to go on:", "Nothing was done");
    assertThat(desk.done("org", "show", "ends").out()).contains("State           active");
    assertThat(desk.typed("ends\n", "org", "close", "ends").out()).contains("ends is closed.");
    create("ends-too");
    assertThat(desk.done("org", "close", "ends-too", "--yes", "ends-too").code()).isZero();
  }

  @Test
  void eachKindOfFailureHasItsCode() {
    create("taken");
    assertThat(desk.run("org", "create", "Taken", "--slug", "taken").code()).isEqualTo(7);
    assertThat(desk.run("org", "show", "no-such").code()).isEqualTo(6);
    Said input = desk.run("org", "create", "X", "--time-zone", "Mars/Olympus");
    assertThat(input.code()).isEqualTo(3);
    assertThat(input.err()).contains("Mars/Olympus").doesNotContain("Exception", "\tat ");
    Said usage = desk.run("org", "create", "X", "--budget", "much");
    assertThat(usage.code()).isEqualTo(2);
    assertThat(usage.err()).contains("“much” is not a number.", "innkeeper org create --help");
    assertThat(desk.run("org", "change", "taken").err()).contains("Nothing to change was given.");
    assertThat(desk.run("org").code()).isEqualTo(2);
  }

  @Test
  void aFailureIsJsonForPrograms() throws Exception {
    Said said = desk.run("org", "show", "no-such", "--json");
    assertThat(said.out()).isEmpty();
    var problem = io.innkeeper.client.Json.LENIENT.readTree(said.err());
    assertThat(problem.path("code").asText()).isEqualTo("no-such-organisation");
    assertThat(problem.path("status").asInt()).isEqualTo(404);
  }

  @Test
  void aViewerLooksAndDoesNothing() {
    create("seen");
    TestingDesk viewer = house.person("vera", "viewer");
    assertThat(viewer.done("org", "list", "-q").out()).contains("seen");
    Said refused = viewer.run("org", "suspend", "seen");
    assertThat(refused.code()).isEqualTo(5);
    assertThat(desk.done("org", "show", "seen").out()).contains("State           active");
  }

  @Test
  void longListsComeWholeOrAsFarAsAsked() {
    for (int i = 0; i < 5; i++) create("many-" + i);
    Said some = desk.done("org", "list", "--search", "many-", "--limit", "2");
    assertThat(some.out().lines()).hasSize(3);
    assertThat(some.err()).contains("2 of 5 shown.");
    assertThat(desk.done("org", "list", "--search", "many-", "-q").out().lines()).hasSize(5);
    Said none = desk.done("org", "list", "--search", "nothing-like-it");
    assertThat(none.out()).isEmpty();
    assertThat(none.err()).contains("No organisations.");
  }

  private static void create(String slug, String... more) {
    String[] words = new String[5 + more.length];
    System.arraycopy(
        new String[] {"org", "create", "Name of " + slug, "--slug", slug}, 0, words, 0, 5);
    System.arraycopy(more, 0, words, 5, more.length);
    desk.done(words);
  }
}
