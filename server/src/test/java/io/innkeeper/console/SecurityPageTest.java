package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.caller.Role;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecurityPageTest {
  private static final String KEY = "Others on this machine may read ";

  @TempDir Path home;

  @Test
  void aWeaknessIsFoundAcceptedMendedAndGone() throws Exception {
    try (TestingServer server = TestingServer.on(home);
        TestingVisitor admin = TestingVisitor.named(server.server(), "ada", Role.ADMIN);
        TestingVisitor viewer = TestingVisitor.named(server.server(), "kuba", Role.VIEWER)) {
      // The first night comes at once.
      await().until(() -> viewer.get("/security").body().contains("were looked at"));
      assertThat(viewer.post("/security/look", Map.of()).statusCode()).isEqualTo(403);
      Path key = home.resolve("master.key");
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

      admin.post("/security/look", Map.of());

      String page = viewer.get("/security").body();
      assertThat(page).contains(KEY, "chmod 600", "High").doesNotContain("Live with it…");
      assertThat(
              admin
                  .postByScript("/security/home/accept", Map.of("why", "", "until", "tomorrow"))
                  .body())
          .contains("no day such as");
      assertThat(
              admin
                  .postByScript("/security/home/accept", Map.of("why", "", "until", "2020-01-01"))
                  .body())
          .contains("Say why", "at most a year away");
      String soon = LocalDate.now(ZoneOffset.UTC).plusDays(9).toString();
      admin.post("/security/home/accept", Map.of("why", "Alone here", "until", soon));
      assertThat(viewer.get("/security").body()).contains("Lived with", "Alone here");
      admin.post("/security/home/withdraw", Map.of());

      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
      admin.post("/security/look", Map.of());
      assertThat(viewer.get("/security").body().split("<h2>Gone</h2>", 2)[1]).contains(KEY);
      assertThat(viewer.get("/audit").body()).contains("advice.accept", "advice.withdraw");
    }
  }
}
