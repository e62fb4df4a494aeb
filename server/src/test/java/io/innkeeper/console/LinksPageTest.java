package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.caller.Role;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksPageTest {
  private static final Pattern VALUE = Pattern.compile("id=\"secret-value\">([^<]+)<");
  private static final Pattern LINK = Pattern.compile("/links/([0-9a-f-]{36})/revoke");

  @TempDir Path home;

  @Test
  void aLinkIsMadeShownOnceFollowedAndTakenBack() {
    try (TestingServer server = TestingServer.on(home);
        TestingVisitor operator = TestingVisitor.named(server.server(), "marta", Role.OPERATOR);
        TestingVisitor viewer = TestingVisitor.named(server.server(), "kuba", Role.VIEWER)) {
      Organisation one = server.organisation("Meridian");
      String links = "/organisations/" + one.slug() + "/links";
      assertThat(operator.get("/usage/" + one.slug()).body()).contains("Share a link…");
      assertThat(viewer.get("/usage/" + one.slug()).body()).doesNotContain("Share a link…");
      assertThat(viewer.post(links, Map.of("name", "Anna")).statusCode()).isEqualTo(403);
      assertThat(operator.postByScript(links, Map.of("name", "", "days", "400")).body())
          .contains("Say for whom it is", "from 1 day to a year");
      assertThat(operator.get(links).body()).contains("No link yet");

      operator.post(links, Map.of("name", "Anna", "days", "30"));

      String page = operator.get(links).body();
      String url = TestingVisitor.found(VALUE, page);
      operator.post(links + "/seen", Map.of());
      assertThat(operator.get(links).body()).contains("Anna", "Valid").doesNotContain(url);
      String path = URI.create(url).getPath();
      assertThat(viewer.get(path).body()).contains("Meridian", "class=\"slim-bar\"");

      operator.post(links + "/" + TestingVisitor.found(LINK, page) + "/revoke", Map.of());

      assertThat(operator.get(links).body()).contains("Taken back");
      assertThat(viewer.get(path).statusCode()).isEqualTo(404);
      assertThat(viewer.get("/audit").body()).contains("usage-link.create", "usage-link.revoke");
    }
  }
}
