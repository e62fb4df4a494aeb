package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.cli.TestingDesk.Said;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked at rather than done: audit, settings, doctor, jobs, help. */
class UpkeepCommandsTest {
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
  void theAuditTellsWhoDidWhatAndIsWhole() {
    assertThat(desk.done("audit", "list", "--verb", "organisation").out())
        .contains("admin", "organisation.create", "done");
    JsonNode lines = desk.done("audit", "list", "--limit", "1", "--json").json().path("items");
    assertThat(lines).hasSize(1);
    assertThat(desk.done("audit", "list", "--from", "2d", "--who", "nobody").err())
        .contains("Nothing like this was done.");
    assertThat(desk.done("audit", "verify").out()).startsWith("The audit is whole: ");
    String hash = desk.done("audit", "verify", "-q").line();
    String count = desk.done("audit", "verify", "--json").json().path("lines").asText();
    assertThat(desk.done("audit", "verify", "--lines", count, "--hash", hash).code()).isZero();
    Said broken = desk.run("audit", "verify", "--lines", count, "--hash", "0".repeat(64));
    assertThat(broken.code()).isEqualTo(13);
  }

  @Test
  void settingsAreShownWithWhereTheyCameFromAndSecretsAreNot() {
    assertThat(desk.done("settings", "http.host").out()).contains("127.0.0.1", "flag");
    Said changed = desk.done("settings", "--changed", "-q");
    assertThat(changed.out()).contains("innkeeper.http.host").doesNotContain("loops");
    Said all = desk.done("settings", "--json");
    assertThat(all.json()).isNotEmpty();
    assertThat(all.out()).doesNotContain(io.innkeeper.testing.TestingServer.PASSWORD);
    assertThat(desk.done("settings", "no-such-key").err()).contains("No such settings.");
  }

  @Test
  void theAdvisorsFindingsDecideTheExitCode() {
    Said look = desk.run("advise", "--level", "high");
    assertThat(look.code()).isEqualTo(13);
    assertThat(look.out()).contains("engine", "Looked at", "systemctl start docker");
    String place =
        desk.run("advise", "--stored", "--json").json().path("items").get(0).path("place").asText();
    assertThat(desk.run("advise", "accept", place, "--why", "x", "--until", "soon").code())
        .isEqualTo(3);
    assertThat(desk.run("advise", "accept", place, "--why", "x").code()).isEqualTo(2);
    for (JsonNode one : desk.run("advise", "--stored", "--json").json().path("items"))
      desk.done(
          "advise",
          "accept",
          one.path("place").asText(),
          "--why",
          "A test has no engine",
          "--until",
          LocalDate.now(ZoneOffset.UTC).plusDays(30).toString());
    assertThat(desk.run("advise", "--stored", "--level", "low").code()).isZero();
    assertThat(desk.done("advise", "withdraw", place).out()).isEqualTo(place + " counts again.\n");
    assertThat(desk.run("advise", "--stored", "--level", "low").code()).isEqualTo(13);
    assertThat(desk.run("advise", "withdraw", "nothing").code()).isEqualTo(6);
  }

  @Test
  void theDoctorFindsTheMissingEngineAndSaysHowToMendIt() {
    Said said = desk.run("doctor");
    assertThat(said.code()).isEqualTo(13);
    assertThat(said.out()).contains("Check", "Mend by", "bad");
    JsonNode findings = desk.run("doctor", "--json").json();
    assertThat(findings.findValuesAsText("state")).contains("ok", "bad");
  }

  @Test
  void jobsAreListedAndAnUnknownOneIsNotFound() {
    assertThat(desk.done("job", "list").err()).contains("No such jobs.");
    assertThat(desk.run("job", "show", "0199aaaa-0000-7000-8000-000000000000").code()).isEqualTo(6);
    Said typed = desk.run("job", "show", "last");
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).contains("“last” is not an id.");
  }

  @Test
  void timesThatAreNoneAreExplained() {
    Said said = desk.run("audit", "list", "--from", "sometime");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("“sometime” is not a time.", "2026-11-25");
  }

  @Test
  void helpNeedsNoServerAndNamesTheExitCodes() {
    TestingDesk nobody = house.desk("nobody");
    Said help = nobody.done("help");
    assertThat(help.out()).contains("org", "tenant", "Exit codes", "13", "The check ran");
    assertThat(nobody.done("help", "tenant", "open").out())
        .isEqualTo(nobody.done("tenant", "open", "--help").out());
    assertThat(nobody.run("help", "tenant", "fly").code()).isEqualTo(2);
    assertThat(nobody.run("tenent", "list").err()).contains("Perhaps you meant", "tenant");
    assertThat(nobody.done("version").out()).startsWith("innkeeper ");
  }

  @Test
  void noStackTraceWithoutVerbose() {
    TestingDesk nobody = house.desk("trace");
    assertThat(nobody.run("org", "list").err()).doesNotContain("\tat ");
    assertThat(nobody.run("org", "list", "--verbose").err()).contains("\tat ");
  }
}
