package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.cli.TestingDesk.Said;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code innkeeper tenant …} and its jobs, on a true server with a true engine. */
class TenantCommandsTest {
  @TempDir private static Path directory;
  private static TestingHouse house;
  private static TestingDesk desk;

  @BeforeAll
  static void open() {
    house = TestingHouse.withEngine(directory);
    desk = house.admin();
    desk.done("org", "create", "Brzoza");
    desk.done(
        "tenant", "open", "brzoza", "Recepcja", "--admin-email", "anna@client.example", "--wait");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void openedIsListedShownAndLooksAlive() {
    assertThat(desk.done("tenant", "list").out()).contains("recepcja", "healthy", "brzoza");
    assertThat(desk.done("tenant", "list", "--state", "stopped").err()).contains("No such tenants");
    assertThat(desk.done("tenant", "show", "recepcja").out())
        .contains("State         healthy", "anna@client.example", "reaches the gateway only");
    assertThat(desk.done("tenant", "show", "recepcja", "--json").json().path("slug").asText())
        .isEqualTo("recepcja");
    assertThat(desk.done("tenant", "live", "recepcja").out()).contains("Memory", "of 1.50 GiB");
    assertThat(desk.done("tenant", "logs", "recepcja", "--tail", "5").code()).isZero();
    assertThat(desk.done("tenant", "adopt", "--dry-run").out())
        .contains("The store knows it already.");
  }

  @Test
  void theFirstAdminsPasswordIsShownOnce() {
    Said once = desk.done("tenant", "first-admin", "recepcja");
    assertThat(once.out()).contains("anna@client.example", "shown this once");
    assertThat(desk.run("tenant", "first-admin", "recepcja").code()).isBetween(6, 7);
  }

  @Test
  void aChangeIsShownBeforeItIsMade() {
    Said planned = desk.done("tenant", "change", "recepcja", "--memory", "1GiB", "--dry-run");
    assertThat(planned.out()).contains("Setting", "1.5 GiB", "Steps: ");
    assertThat(desk.done("tenant", "show", "recepcja").out()).contains("1.50 GiB");
    Said same = desk.done("tenant", "change", "recepcja", "--kind", "production", "--wait");
    assertThat(same.out()).contains("Nothing had to be done.");
  }

  @Test
  void stoppedAndStartedAgainAsJobs() {
    String job = desk.done("tenant", "stop", "recepcja", "--no-wait").line();
    assertThat(desk.done("job", "watch", job).out()).contains("is finished.");
    assertThat(desk.done("job", "show", job).out()).contains("finished", "Step");
    assertThat(desk.done("job", "log", job).code()).isZero();
    assertThat(desk.done("job", "list", "--kind", "tenant.stop", "-q").out()).contains(job);
    Said started = desk.done("tenant", "start", "recepcja", "--wait");
    assertThat(started.out()).contains("recepcja is healthy at http");
    assertThat(desk.run("job", "cancel", job).code()).isEqualTo(7);
  }

  @Test
  void removingAndErasingAreConfirmed() {
    desk.done("tenant", "open", "brzoza", "Ends", "--slug", "ends", "--wait");
    assertThat(desk.run("tenant", "remove", "ends").code()).isEqualTo(12);
    assertThat(desk.run("tenant", "erase", "ends").code()).isEqualTo(12);
    assertThat(desk.run("org", "close", "brzoza", "--yes", "brzoza").code()).isEqualTo(7);
    desk.done("tenant", "stop", "ends", "--why", "they pay late", "--wait");
    assertThat(desk.done("tenant", "show", "ends").out()).contains(": they pay late");
    assertThat(
            desk.done("tenant", "remove", "ends", "--yes", "ends", "--why", "they left", "--wait")
                .out())
        .contains("its data is kept");
    assertThat(desk.done("tenant", "show", "ends").out()).contains(": they left");
    assertThat(desk.run("tenant", "logs", "ends").err()).contains("ends has no container");
    Said erased = desk.done("tenant", "erase", "ends", "--yes", "ends", "--wait");
    assertThat(erased.out()).contains("ends is erased. The audit holds the certificate.");
  }

  @Test
  void badValuesAreNamedAndNothingIsMade() {
    Said memory = desk.run("tenant", "open", "brzoza", "X", "--slug", "x-1", "--memory", "lots");
    assertThat(memory.code()).isEqualTo(3);
    assertThat(memory.err()).contains("lots");
    assertThat(desk.run("tenant", "open", "nobody", "X").code()).isEqualTo(6);
    assertThat(desk.run("tenant", "open", "brzoza", "X", "--slug", "recepcja").code()).isEqualTo(7);
    Said reserved =
        desk.run("tenant", "open", "brzoza", "X", "--slug", "x-2", "--env", "WEBUI_SECRET_KEY=s3");
    assertThat(reserved.code()).isEqualTo(3);
    assertThat(reserved.err()).contains("WEBUI_SECRET_KEY");
    assertThat(desk.done("tenant", "list", "-q").out()).doesNotContain("x-");
  }
}
