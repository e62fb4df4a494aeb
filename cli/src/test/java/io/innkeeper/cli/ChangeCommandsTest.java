package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.cli.TestingDesk.Said;
import io.innkeeper.simulators.vcf.Certificates;
import io.innkeeper.simulators.vcf.Product;
import io.innkeeper.simulators.vcf.VcfSimulator;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords changed from the command line, on the true server and a stand-in for SDDC Manager. */
class ChangeCommandsTest {
  private static final String ROOT = "Lab/m01-vc01.lab.example/root";
  private static final String BACKUP = "Lab/sddc01.lab.example/backup";
  private static final String THIRD = "10000000-0000-4000-8000-000000000003";
  private static final String[] WHY = {"--reason", "ticket 4312", "--wait"};

  @TempDir private static Path directory;
  private static final VcfSimulator MANAGER =
      VcfSimulator.start(Product.MANAGER_9, Certificates.SELF_SIGNED, 0, Clock.systemUTC());
  private static TestingHouse house;
  private static TestingDesk desk;

  @BeforeAll
  static void open() {
    MANAGER.tasks().take(1);
    house = TestingHouse.in(directory, "--innkeeper.infrastructure.networks=127.0.0.0/8,::1/128");
    desk = house.admin();
    Said added =
        desk.fed(
            VcfSimulator.PASSWORD + "\n",
            "environment",
            "add",
            "Lab",
            "--manager",
            "localhost",
            "--manager-port",
            Integer.toString(MANAGER.port()),
            "--manager-user",
            VcfSimulator.USER,
            "--manager-trust",
            "pin=" + MANAGER.fingerprint(),
            "--manager-every",
            "0");
    assertThat(added.code()).isZero();
    desk.done("environment", "sync", "Lab", "--wait");
  }

  @AfterAll
  static void close() {
    house.close();
    MANAGER.close();
  }

  private static String[] words(String... first) {
    String[] all = Arrays.copyOf(first, first.length + WHY.length);
    System.arraycopy(WHY, 0, all, first.length, WHY.length);
    return all;
  }

  @Test
  void passwordsAreRotatedSetToldAndRotateByThemselves() {
    Said plan = desk.run("credential", "auto-rotate", ROOT, "--days", "45", "--dry-run");
    assertThat(plan.out()).contains("root on m01-vc01.lab.example (SSH)", "yes");
    String host = "Lab/m01-esx01.lab.example/root";
    assertThat(desk.run("credential", "auto-rotate", host, "--off", "--dry-run").out())
        .contains("no: ESXi hosts are not rotated by themselves");
    assertThat(desk.run("credential", "auto-rotate", ROOT).code()).isEqualTo(2);

    desk.done(words("credential", "rotate", ROOT, BACKUP));
    assertThat(shown()).isEqualTo(MANAGER.vault().password(THIRD)).hasSize(20);
    assertThat(desk.fed("weak\n", words("credential", "update", ROOT)).err())
        .contains("12 to 20 characters")
        .doesNotContain("weak");
    assertThat(desk.fed("Brand!New7Key#x\n", words("credential", "update", ROOT)).code()).isZero();
    assertThat(shown()).isEqualTo("Brand!New7Key#x");
    assertThat(desk.fed("as it is\n", words("credential", "remediate", ROOT)).code()).isZero();
    assertThat(shown()).isEqualTo("as it is");
    desk.done(words("credential", "auto-rotate", ROOT, "--days", "45"));
    assertThat(desk.done("credential", "list", "Lab", "--host", "m01-vc01", "--json").out())
        .contains("\"rotationDays\" : 45");
    assertThat(MANAGER.violations()).isEmpty();
  }

  private static String shown() {
    return desk.done("credential", "show", ROOT + "/SSH", "--reason", "ticket 4312").line();
  }

  @Test
  void aFailedOneIsRetriedWithAnotherPassword() {
    MANAGER.tasks().failNext("The password was used before.");
    desk.fed("First!Try9Key#x\n", words("credential", "update", ROOT));
    JsonNode all = desk.done("environment", "tasks", "Lab", "--json").json();
    String id = all.at("/items/0/id").asText();
    assertThat(desk.run("environment", "tasks", "Lab", "--another-password").code()).isEqualTo(2);
    Said retried =
        desk.fed(
            "Other!Try8Key#x\n",
            "environment",
            "tasks",
            "Lab",
            "--retry",
            id,
            "--another-password",
            "--wait");
    assertThat(retried.code()).as(retried.err()).isZero();
    assertThat(MANAGER.vault().password(THIRD)).isEqualTo("Other!Try8Key#x");
  }

  @Test
  void aFailedTaskIsListedRetriedAndCancelled() {
    MANAGER.tasks().failNext("The host is locked.");
    Said failed = desk.run(words("credential", "rotate", BACKUP));
    assertThat(failed.code()).isNotZero();
    assertThat(failed.err()).contains("The host is locked.");
    assertThat(desk.done("environment", "tasks", "Lab").out())
        .contains("failed", "backup on sddc01.lab.example (FTP): failed", "The host is locked.");
    JsonNode all = desk.done("environment", "tasks", "Lab", "--json").json();
    String id = all.at("/items/0/id").asText();
    MANAGER.tasks().failNext("Still locked.");
    assertThat(desk.run("environment", "tasks", "Lab", "--retry", id, "--wait").err())
        .contains("Still locked.");
    desk.done("environment", "tasks", "Lab", "--cancel", id, "--wait");
    assertThat(desk.run("environment", "tasks", "Lab", "--retry", id).code()).isEqualTo(7);
    assertThat(desk.done("environment", "tasks", "Lab").out()).contains("cancelled");
  }
}
