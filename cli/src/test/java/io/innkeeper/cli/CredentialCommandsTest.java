package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.cli.TestingDesk.Said;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.reading.TestingVault;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords of the infrastructure as the command line reads them, with and without a server. */
class CredentialCommandsTest {
  private static final String ROOT = "lab-waw/esx01.lab.example/root";
  private static final String PASSWORD = "it's \"k8\\#\" $Qw =1";

  @TempDir private static Path directory;
  private static TestingHouse house;
  private static TestingDesk desk;

  @BeforeAll
  static void open() {
    house = TestingHouse.in(directory);
    desk = house.admin();
    var rooms = house.inn().server().rooms();
    TestingVault vault =
        new TestingVault(
            rooms.foundation().database(), rooms.foundation().box(), rooms.foundation().clock());
    Environment lab = vault.environment("lab-waw");
    vault.account(lab, "esx01.lab.example", "root", "Old0!", PASSWORD);
    vault.account(lab, "esx02.lab.example", "root", "Other1!");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void aPasswordIsListedHiddenShownWithAReasonAndRemembered() {
    assertThat(desk.done("credential", "list", "lab-waw", "--host", "esx01").out())
        .contains("esx01.lab.example", "root", "kept")
        .doesNotContain("k8", "esx02");
    assertThat(desk.run("credential", "show", ROOT).err()).contains("Say in a few words");
    assertThat(desk.done("credential", "show", ROOT, "--reason", "ticket 4312").out())
        .isEqualTo(PASSWORD + "\n");
    assertThat(
            desk.done("credential", "show", ROOT, "--reason", "ticket 7", "--number", "1").line())
        .isEqualTo("Old0!");
    assertThat(desk.done("credential", "show", ROOT, "--reason", "ticket 8", "--yaml").out())
        .contains(
            "hostname: esx01.lab.example\nusername: root\npassword: 'it''s \"k8\\#\" $Qw =1'");
    assertThat(desk.done("credential", "history", ROOT).out())
        .contains("2 now", "ticket 4312", "show")
        .doesNotContain("k8", "Old0!");
    assertThat(desk.done("audit", "list").out()).contains("credential.show").doesNotContain("k8");
  }

  @Test
  void rightsAreGivenAndTakenAway() {
    desk.done("operator", "create", "ola", "--role", "viewer");
    desk.done("credential", "grant", "ola", "copy", "history", "--environment", "lab-waw");
    assertThat(desk.done("credential", "rights").out()).contains("ola", "copy, history");
    assertThat(desk.run("credential", "grant", "ola", "everything").code()).isEqualTo(3);
    desk.done("credential", "grant", "ola", "--environment", "lab-waw");
    assertThat(desk.run("credential", "rights").out()).isEmpty();
  }

  @Test
  void aSealedExportOpensWithoutAServer() throws Exception {
    Path file = directory.resolve("export.csv.age");
    String phrase = "owl ladder copper\n";
    String[] words = {
      "credential", "export", "lab-waw", "--seal", "--reason", "auditors", "--output", file + ""
    };
    assertThat(desk.fed(phrase, words).code()).isZero();
    TestingDesk elsewhere = new TestingDesk(directory.resolve("nowhere"));
    assertThat(elsewhere.fed("wrong phrase\n", "credential", "open", file + "").code()).isNotZero();
    assertThat(elsewhere.fed(phrase, "credential", "open", file + "").code()).isZero();
    assertThat(Files.readString(directory.resolve("export.csv"))).contains("esx02.lab.example");
  }

  @Test
  void anExportThatBreaksOffIsNoFile() {
    var rooms = house.inn().server().rooms();
    TestingVault vault =
        new TestingVault(
            rooms.foundation().database(), rooms.foundation().box(), rooms.foundation().clock());
    Environment large = vault.environment("large");
    vault.many(large, 1_000);
    rooms
        .foundation()
        .database()
        .change(
            handle ->
                handle.execute(
                    "update credentials set domains = 'damaged' where resource_name = 'esx600'"
                        + " and environment_id = ?",
                    large.id().toString()));
    Path file = directory.resolve("large.csv");
    String[] words = {
      "credential", "export", "large", "--reason", "auditors", "--output", file + ""
    };
    assertThat(desk.run(words).code()).isNotZero();
    assertThat(file).doesNotExist();
  }

  @Test
  void theBreakGlassCopyOpensWithoutAServerAndTheMasterKeyIsRenewed() {
    TestingDesk elsewhere = new TestingDesk(directory.resolve("safe"));
    Path key = directory.resolve("key.txt");
    String recipient =
        elsewhere.done("break-glass", "key", key + "").out().lines().findFirst().get();
    assertThat(elsewhere.run("break-glass", "key", key + "").code()).isNotZero();
    desk.done("break-glass", "add", "The safe", recipient);
    Path copy = directory.resolve("copy.age");
    desk.done("break-glass", "download", "--output", copy + "");

    Said opened =
        elsewhere.done("break-glass", "open", copy + "", "--key", key + "", "--search", "ESX01");
    assertThat(opened.out()).contains(PASSWORD).doesNotContain("esx02");
    Said verified = elsewhere.done("break-glass", "verify", copy + "", "--key", key + "");
    assertThat(verified.out()).contains("Whole: 1 environments, 2 credentials, 3 passwords");
    String proof =
        verified.out().lines().filter(line -> line.startsWith("Proof: ")).findFirst().orElseThrow();
    desk.done("break-glass", "opened", proof.substring(7));
    assertThat(desk.done("break-glass", "drill").out()).contains("2 of 2 credentials equal");
    assertThat(desk.done("master-key", "rotate").out()).contains("seals them anew");
  }
}
