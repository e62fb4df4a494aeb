package io.innkeeper.cli;

import static io.innkeeper.cli.TestingHouse.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.cli.TestingDesk.Said;
import io.innkeeper.testing.FreePort;
import io.innkeeper.testing.TestingServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may speak, to which server, and how that is known. */
class SigningInTest {
  private static final String WRONG_PIN = "ab".repeat(32);

  @TempDir private static Path directory;
  private static TestingHouse house;

  @BeforeAll
  static void open() {
    house = TestingHouse.in(directory);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void signInIsKeptForTheNextCommandAndReadableByItsOwnerOnly() throws Exception {
    TestingDesk desk = house.signIn(house.desk("kept"), "admin", PASSWORD + "\n");
    assertThat(desk.done("whoami").out()).contains("admin", house.address());
    Path file = desk.folder().resolve("cli.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).doesNotContain(PASSWORD);
  }

  @Test
  void aPersonComparesTheFingerprintBeforeAnythingIsSent() {
    TestingDesk desk = house.desk("met");
    Said refused = desk.typed("no\n", "login", "--server", house.address());
    assertThat(refused.code()).isEqualTo(10);
    assertThat(refused.err()).contains(house.fingerprint(), "nothing was sent");
    Said believed =
        desk.typed("yes\nadmin\n" + PASSWORD + "\n", "login", "--server", house.address());
    assertThat(believed.code()).isZero();
    assertThat(believed.out()).contains("Signed in to " + house.address() + " as admin");
  }

  @Test
  void withoutATerminalAnUnknownServerIsRefused() {
    Said said = house.desk("unmet").run("login", "--server", house.address(), "--name", "admin");
    assertThat(said.code()).isEqualTo(10);
    assertThat(said.err()).contains("--fingerprint");
  }

  @Test
  void anotherCertificateIsRefusedAndNothingIsSent() {
    Said said = login(house.desk("pinned"), WRONG_PIN, PASSWORD);
    assertThat(said.code()).isEqualTo(10);
    assertThat(said.err()).contains("has changed", house.fingerprint()).doesNotContain(PASSWORD);
  }

  @Test
  void aChangedCertificateIsRefusedByEveryLaterCommand() throws Exception {
    TestingDesk desk = house.signIn(house.desk("changed"), "admin", PASSWORD + "\n");
    Path file = desk.folder().resolve("cli.json");
    String kept = Files.readString(file);
    assertThat(kept).contains(house.fingerprint());
    Files.writeString(file, kept.replace(house.fingerprint(), WRONG_PIN));
    assertThat(desk.run("whoami").code()).isEqualTo(10);
  }

  @Test
  void wrongPasswordSaysNothingOfIt() {
    Said said = login(house.desk("wrong"), house.fingerprint(), "not-the-password-at-all");
    assertThat(said.code()).isEqualTo(4);
    assertThat(said.out() + said.err()).doesNotContain("not-the-password-at-all");
  }

  @Test
  void firstPasswordMustBeChangedOnTheWay() throws Exception {
    Path other = Files.createTempDirectory(directory, "first");
    try (TestingHouse fresh = TestingHouse.unvisited(other)) {
      TestingDesk desk = fresh.desk("first");
      Said refused = login(fresh, desk, TestingServer.PASSWORD + "\n");
      assertThat(refused.code()).isEqualTo(5);
      assertThat(refused.err()).contains("must be changed");
      assertThat(desk.run("org", "list").code()).isEqualTo(5);
      Said weak = login(fresh, desk, TestingServer.PASSWORD + "\nshort\n");
      assertThat(weak.code()).isEqualTo(3);
      Said done = login(fresh, desk, TestingServer.PASSWORD + "\n" + PASSWORD + "\n");
      assertThat(done.code()).isZero();
      assertThat(desk.run("org", "list").code()).isZero();
    }
  }

  @Test
  void aTokenComesFromTheEnvironmentOrAFile() throws Exception {
    String token = house.admin().done("token", "create", "ci", "--role", "viewer", "-q").line();
    Path file = Files.writeString(directory.resolve("token"), token + "\n");
    TestingDesk byText = program("by-text").with("INNKEEPER_CLI_TOKEN", token);
    TestingDesk byFile = program("by-file").with("INNKEEPER_CLI_TOKEN_FILE", file.toString());
    assertThat(byText.done("whoami", "--json").json().path("role").asText()).isEqualTo("viewer");
    assertThat(byFile.done("whoami").out()).contains("API token");
    assertThat(Files.exists(byFile.folder())).isFalse();
  }

  @Test
  void aTokenFileThatCannotBeReadIsNamed() {
    Said said = program("lost").with("INNKEEPER_CLI_TOKEN_FILE", "/nowhere/token").run("whoami");
    assertThat(said.code()).isEqualTo(4);
    assertThat(said.err()).contains("/nowhere/token");
  }

  @Test
  void aWorthlessTokenIsNotShown() {
    Said said = program("bad").with("INNKEEPER_CLI_TOKEN", "inn_worthless").run("whoami");
    assertThat(said.code()).isEqualTo(4);
    assertThat(said.err()).doesNotContain("inn_worthless");
  }

  @Test
  void signedOutIsForgottenHereAndThere() {
    TestingDesk desk = house.signIn(house.desk("out"), "admin", PASSWORD + "\n");
    assertThat(desk.done("logout").out()).contains("Signed out of " + house.address());
    Said said = desk.run("org", "list", "--server", house.address());
    assertThat(said.code()).isEqualTo(4);
    assertThat(said.err()).contains("innkeeper login --server " + house.address());
    assertThat(desk.done("logout").out()).contains("not signed in");
  }

  @Test
  void nobodyAnswers() {
    Said said =
        program("gone")
            .with("INNKEEPER_CLI_SERVER", "https://localhost:" + FreePort.any())
            .with("INNKEEPER_CLI_TOKEN", "inn_any")
            .run("org", "list");
    assertThat(said.code()).isEqualTo(8);
    assertThat(said.err()).contains("Nothing answers at").doesNotContain("Exception");
  }

  @Test
  void anAddressThatIsNoneIsRefusedBeforeAnythingIsDone() {
    Said said = house.admin().run("org", "list", "--server", "ftp://localhost");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("https://host:8443");
    assertThat(house.admin().run("org", "list", "--server", "https://no-such.invalid").code())
        .as("nobody is signed in there")
        .isEqualTo(4);
  }

  private static TestingDesk program(String name) {
    return house
        .desk(name)
        .with("INNKEEPER_CLI_SERVER", house.address())
        .with("INNKEEPER_CLI_FINGERPRINT", house.fingerprint());
  }

  private static Said login(TestingDesk desk, String fingerprint, String password) {
    return desk.fed(
        password + "\n",
        "login",
        "--server",
        house.address(),
        "--fingerprint",
        fingerprint,
        "--name",
        "admin",
        "--password-stdin");
  }

  private static Said login(TestingHouse at, TestingDesk desk, String lines) {
    return desk.fed(
        lines,
        "login",
        "--server",
        at.address(),
        "--fingerprint",
        at.fingerprint(),
        "--name",
        "admin",
        "--password-stdin");
  }
}
