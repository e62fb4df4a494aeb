package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.caller.Role;
import io.innkeeper.job.Job;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralSettingsPageTest {
  private static final String AT = "/settings/apps/tenants";

  @TempDir Path home;

  @Test
  void tickedTenantsAreToldWhatBecomesOfThemAndThenChange() {
    try (TestingServer inn = TestingServer.on(home);
        TestingVisitor operator = TestingVisitor.named(inn.server(), "ola", Role.OPERATOR);
        TestingVisitor viewer = TestingVisitor.named(inn.server(), "kuba", Role.VIEWER)) {
      Organisation owner = inn.organisation("Meridian");
      Tenant alfa = inn.open(owner, "Alfa");
      assertThat(operator.get("/tenants").body()).contains("value=\"settings\"", "Add people…");
      var chosen = operator.post("/tenants/bulk", Map.of("verb", "settings", "tenant", "alfa"));
      String at = chosen.headers().firstValue("Location").orElseThrow();
      assertThat(operator.get(at).body()).contains("Change settings of several tenants", ">alfa<");
      assertThat(operator.get("/organisations/" + owner.slug() + "/settings").body())
          .contains("Some tenants…", AT + "?organisation=meridian");

      Map<String, String> form =
          Map.of("tenants", "alfa", "environment", "RAG_EMBEDDING_BATCH_SIZE=32", "reason", "less");
      assertThat(operator.post(AT + "?dry-run=true", form).body())
          .contains("What becomes of each", "new container", "not set → 32");
      assertThat(
              operator
                  .get(AT + "/commands?tenants=alfa&environment=TAVILY_API_KEY%3Dhush&remove=A_B")
                  .body())
          .contains("innkeeper setting set", "/api/v1/variables/tenants", "A_B")
          .doesNotContain("hush");
      assertThat(operator.post(AT, Map.of("tenants", "omega", "environment", "A=1")).body())
          .contains("There is no tenant “omega”");
      assertThat(operator.post(AT, Map.of("tenants", "alfa", "environment", "nothing")).body())
          .contains("is not a NAME=value line");
      assertThat(viewer.post(AT, form).statusCode()).isEqualTo(403);

      String job = operator.post(AT, form).headers().firstValue("Location").orElseThrow();
      Job ended = inn.ended(UUID.fromString(job.replaceFirst("/jobs/", "")));
      assertThat(ended.state()).isEqualTo(Job.State.FINISHED);
      assertThat(inn.fresh(alfa).spec().environment())
          .containsEntry("RAG_EMBEDDING_BATCH_SIZE", "32");
      assertThat(viewer.get("/audit").body()).contains("less");
      assertThat(
              operator.get("/tenants/alfa/settings/set?name=USER_PERMISSIONS_CHAT_DELETE").body())
          .contains("default permissions and read back", "never less");
    }
  }
}
