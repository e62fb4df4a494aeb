package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.caller.Role;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenants.Ordered;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppSettingsPagesTest {
  @TempDir Path home;

  @Test
  void aSettingIsLookedForSetSealedRevealedAndRemoved() {
    try (TestingServer inn = TestingServer.on(home);
        TestingVisitor admin = TestingVisitor.named(inn.server(), "marta", Role.ADMIN);
        TestingVisitor operator = TestingVisitor.named(inn.server(), "ola", Role.OPERATOR);
        TestingVisitor viewer = TestingVisitor.named(inn.server(), "kuba", Role.VIEWER)) {
      Organisation one = inn.organisation("Meridian");
      String at = "/organisations/" + one.slug() + "/settings";
      assertThat(operator.get("/organisations/" + one.slug()).body()).contains(at);
      assertThat(operator.get(at).body()).contains("Nothing is set here", "All that the app knows");
      assertThat(operator.get(at + "?q=titles").body())
          .contains("TASK_MODEL_EXTERNAL", "a cheap one saves money");
      assertThat(operator.get(at + "?group=permissions").body()).contains("USER_PERMISSIONS_CHAT");
      assertThat(operator.get(at + "/set?name=ENABLE_CHANNELS").body())
          .contains("Offers channels", "type=\"radio\"");
      assertThat(operator.get(at + "/set?name=TAVILY_API_KEY").body())
          .contains("type=\"password\"");

      assertThat(operator.get(at + "/set").body())
          .as("hidden until its name says otherwise, and typed into no address")
          .contains("<input type=\"password\" id=\"value\"", "hx-post=\"" + at + "/set/commands\"")
          .doesNotContain("hx-get=\"" + at + "/set/commands\"");
      assertThat(operator.post(at + "/set/commands", value("MY_PLACE", "Sopot", 0)).body())
          .contains("MY_PLACE=Sopot");
      assertThat(operator.post(at + "/set/commands", value("MY_TOKEN", "hush", 0)).body())
          .contains("MY_TOKEN", "--secret")
          .doesNotContain("hush");

      refused(operator, at, "WEBUI_SECRET_KEY", "x", "is reserved");
      refused(operator, at, "ENABLE_CHANNELS", "perhaps", "must be true or false");
      operator.post(at + "/set", value("TASK_MODEL_EXTERNAL", "cheap/one", 0));
      assertThat(operator.post(at + "/set", value("OTHER", "1", 0)).statusCode()).isEqualTo(409);
      operator.post(at + "/set", value("TAVILY_API_KEY", "tvly-hush", 1));
      assertThat(operator.get(at).body())
          .contains("cheap/one", "sealed")
          .doesNotContain("hush", "Reveal…");

      admin.post(at + "/reveal?name=TAVILY_API_KEY", Map.of());
      assertThat(admin.get(at).body()).contains("tvly-hush");
      admin.post(at + "/seen", Map.of());
      assertThat(admin.get(at).body()).doesNotContain("hush");
      assertThat(operator.get(at + "/reveal?name=TAVILY_API_KEY").statusCode()).isEqualTo(403);

      assertThat(operator.get(at + "/remove?name=TASK_MODEL_EXTERNAL").body())
          .contains("Set TASK_MODEL_EXTERNAL no more?");
      operator.post(at + "/remove?name=TASK_MODEL_EXTERNAL", Map.of());
      assertThat(viewer.get(at).body()).doesNotContain("cheap/one", "Set one…");
      assertThat(viewer.post(at + "/set", value("A", "1", 3)).statusCode()).isEqualTo(403);
      assertThat(operator.get("/settings/apps/set").statusCode()).isEqualTo(403);
      assertThat(admin.get("/settings/apps").body()).contains("App settings of all tenants");
      assertThat(viewer.get("/audit").body())
          .contains("variable.change", "variable.reveal")
          .doesNotContain("hush");
    }
  }

  @Test
  void databaseIsLeftOnlyByWhoSaysThatTheDataMoved() {
    try (TestingServer inn = TestingServer.on(home);
        TestingVisitor operator = TestingVisitor.named(inn.server(), "ola", Role.OPERATOR)) {
      String vectors = "PGVECTOR_DB_URL";
      Map<String, String> theirs = Map.of(vectors, "postgresql://alfa:one@db.example/vectors");
      Ordered opening = inn.order(inn.organisation("Meridian"), "Alfa", theirs);
      inn.ended(opening);
      Tenant tenant = opening.tenant();
      inn.ended(inn.tenants().tenants().stop(tenant.id(), TestingServer.BY));
      String at = "/tenants/" + tenant.slug() + "/settings";
      String remove = at + "/remove?name=" + vectors;
      assertThat(operator.get(remove).body()).contains("Its data is there already", "--data-moved");
      assertThat(operator.post(remove, Map.of()).body())
          .contains("would start with another database");
      assertThat(inn.fresh(tenant).spec().environment()).containsKey(vectors);
      operator.post(remove, Map.of("dataMoved", "on"));
      assertThat(inn.fresh(tenant).spec().environment()).doesNotContainKey(vectors);
    }
  }

  @Test
  void linesAreTakenWithTheirDifferenceShownFirstAndWrittenAgain() {
    try (TestingServer inn = TestingServer.on(home);
        TestingVisitor operator = TestingVisitor.named(inn.server(), "ola", Role.OPERATOR);
        TestingVisitor viewer = TestingVisitor.named(inn.server(), "kuba", Role.VIEWER)) {
      Organisation one = inn.organisation("Meridian");
      String at = "/organisations/" + one.slug() + "/settings";
      String lines = "TASK_MODEL_EXTERNAL=\"cheap one\"\nTAVILY_API_KEY=tvly-hush\n";
      Map<String, String> form = Map.of("environment", lines, "version", "0");
      assertThat(operator.get(at + "/import").body())
          .contains("The difference shows once there are lines", "Tenants that get it first");
      assertThat(operator.post(at + "/import?dry-run=true", form).body())
          .contains("TASK_MODEL_EXTERNAL", "No tenant gets another value now");
      assertThat(
              operator
                  .post(
                      at + "/import", Map.of("environment", "not a line\nA=1\nA=2", "version", "0"))
                  .body())
          .contains("Line 1 is not a NAME=value line", "Line 3 sets A a second time");
      assertThat(operator.post(at + "/import", form).statusCode()).isEqualTo(303);
      var written = viewer.get(at + "/export");
      assertThat(written.body()).isEqualTo("TASK_MODEL_EXTERNAL=\"cheap one\"\n");
      assertThat(written.headers().firstValue("Content-Disposition").orElse(""))
          .contains("organisation-meridian.env");
      Map<String, String> less =
          Map.of("environment", "ENABLE_CHANNELS=true", "replace", "on", "version", "1");
      operator.post(at + "/import", less);
      assertThat(operator.get(at).body())
          .contains("ENABLE_CHANNELS", "TAVILY_API_KEY", "Export")
          .doesNotContain("cheap one");
      assertThat(viewer.get(at + "/import").statusCode()).isEqualTo(403);
    }
  }

  private static void refused(
      TestingVisitor operator, String at, String name, String text, String why) {
    var answer = operator.post(at + "/set", value(name, text, 0));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains(why);
  }

  private static Map<String, String> value(String name, String value, long version) {
    return Map.of("name", name, "value", value, "version", Long.toString(version));
  }
}
