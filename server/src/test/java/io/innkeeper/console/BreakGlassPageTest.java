package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.caller.Role;
import io.innkeeper.client.age.AgeKey;
import io.innkeeper.client.age.AgeOpen;
import io.innkeeper.client.glass.GlassReader;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.reading.TestingVault;
import io.innkeeper.job.Job;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreakGlassPageTest {
  private static final Pattern JOB = Pattern.compile("/jobs/([0-9a-f-]{36})");

  @TempDir Path home;

  @Test
  void aCopyIsSealedProvenDrilledAndTheKeyRenewed() throws IOException {
    try (TestingServer server = TestingServer.on(home);
        TestingVisitor admin = TestingVisitor.named(server.server(), "marta", Role.ADMIN);
        TestingVisitor viewer = TestingVisitor.named(server.server(), "kuba", Role.VIEWER)) {
      var rooms = server.server().rooms();
      TestingVault vault =
          new TestingVault(
              rooms.foundation().database(), rooms.foundation().box(), rooms.foundation().clock());
      Environment lab = vault.environment("lab-waw");
      vault.account(lab, "esx01", "root", "k8#Qw");
      AgeKey key = AgeKey.make();
      assertThat(admin.get("/break-glass").body()).contains("Sealed for nobody yet");
      Map<String, String> wrong = Map.of("name", "safe", "recipient", "age1abc");
      assertThat(admin.postByScript("/break-glass/recipients", wrong).body()).contains("age1abc");
      Map<String, String> right = Map.of("name", "safe", "recipient", key.recipient());
      assertThat(viewer.post("/break-glass/recipients", right).statusCode()).isEqualTo(403);

      admin.post("/break-glass/recipients", right);

      Path copy = home.resolve("break-glass/innkeeper-break-glass.age");
      String proof;
      try (AgeOpen open = AgeOpen.with(Files.newInputStream(copy), key)) {
        proof = GlassReader.read(open, account -> {}).head().proof();
      }
      assertThat(viewer.post("/break-glass/file", Map.of()).statusCode()).isEqualTo(403);
      assertThat(admin.post("/break-glass/file", Map.of()).body()).startsWith("age-encryption.org");
      admin.post("/break-glass/opened", Map.of("proof", proof));
      admin.post("/break-glass/drill", Map.of());
      assertThat(admin.get("/break-glass").body())
          .contains("Up to date and proven", "1 of 1 credentials equal.")
          .doesNotContain("k8#Qw", proof);

      String before = rooms.vault().reading().keyId();
      var rotated = admin.post("/break-glass/master-key", Map.of());
      String job = TestingVisitor.found(JOB, rotated.headers().firstValue("Location").orElse(""));
      assertThat(server.ended(java.util.UUID.fromString(job)).state())
          .isEqualTo(Job.State.FINISHED);
      assertThat(rooms.vault().reading().keyId()).isNotEqualTo(before);
      assertThat(admin.get("/credentials/" + lab.id()).body()).contains("Export…");
      assertThat(
              admin
                  .post(
                      "/credentials/" + lab.id() + "/export",
                      Map.of("reason", "the auditors", "format", "csv"))
                  .body())
          .contains("\"esx01\",\"root\",\"k8#Qw\"");
      assertThat(viewer.get("/credentials/" + lab.id()).body()).doesNotContain("Export…");
    }
  }
}
