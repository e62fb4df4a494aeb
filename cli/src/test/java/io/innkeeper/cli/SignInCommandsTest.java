package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.cli.TestingDesk.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sign-in by a provider as the command line sets it, on a true server with an engine. */
class SignInCommandsTest {
  @TempDir private static Path directory;

  @Test
  void whatTheAppDoesNotTakeIsRefusedOrTakenBack() throws IOException {
    Path secret = directory.resolve("secret.txt");
    Files.writeString(secret, "hush-of-the-workspace\n");
    try (TestingHouse house = TestingHouse.withEngine(directory)) {
      TestingDesk desk = house.admin();
      desk.done("org", "create", "Wrzos");
      desk.done("tenant", "open", "wrzos", "Klinika", "--wait");
      assertThat(desk.done("sign-in", "show", "klinika").out()).contains("by password only");
      assertThat(desk.done("sign-in", "check", "klinika").err()).contains("nothing to look at");
      String[] github = {
        "sign-in",
        "set",
        "klinika",
        "--provider",
        "github",
        "--client-id",
        "Iv1.0",
        "--domain",
        "wrzos.example",
        "--sign-up",
        "--file",
        secret.toString(),
        "--wait"
      };
      Said closed = desk.run(github);
      assertThat(closed.code()).isEqualTo(3);
      assertThat(closed.err()).contains("--outside");
      assertThat(desk.run("sign-in", "set", "klinika", "--provider", "myspace").code())
          .isEqualTo(2);
      assertThat(desk.run("sign-in", "set", "klinika", "--role", "admin").code()).isEqualTo(3);

      desk.done("tenant", "change", "klinika", "--outside", "--wait");
      desk.done("setting", "set", "--tenant", "klinika", "GITHUB_CLIENT_ID=other", "--wait");
      assertThat(desk.run(github).err()).contains("setting remove --tenant klinika");
      desk.done("setting", "remove", "--tenant", "klinika", "GITHUB_CLIENT_ID", "--wait");

      // The stand-in knows no providers, as an app would that did not take them.
      Said refused = desk.run(github);
      assertThat(refused.code()).isEqualTo(9);
      assertThat(refused.err()).contains("did not take the sign-in").doesNotContain("hush");
      assertThat(desk.done("sign-in", "show", "klinika").out()).contains("by password only");
      assertThat(desk.done("tenant", "show", "klinika", "--json").out())
          .contains("\"state\" : \"healthy\"");
    }
  }
}
