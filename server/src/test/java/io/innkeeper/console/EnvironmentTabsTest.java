package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.testing.TestingVisitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every page about an environment says, and what its list gives. */
class EnvironmentTabsTest {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @TempDir private static Path home;
  private static VcfConsole house;
  private static TestingVisitor admin;
  private final String name = "Lab-" + NUMBER.incrementAndGet();

  @BeforeAll
  static void begin() {
    house = VcfConsole.at(home);
    admin = house.admin();
  }

  @AfterAll
  static void end() {
    house.close();
  }

  private Map<String, String> typed(Map<String, String> more) {
    return house.typed(name, more);
  }

  private String added() {
    return house.added(name);
  }

  @Test
  void whatTheListIsNarrowedToCanBeExportedAlone() {
    String at = added();
    admin.post(at + "/sync", Map.of());
    await().atMost(Duration.ofSeconds(60)).until(() -> admin.get(at).body().contains("••"));
    String chosen = at + "?resource-type=ESXI";
    assertThat(admin.get(at).body()).doesNotContain("Export these");
    assertThat(admin.get(chosen).body()).contains(at + "/export?resource-type=ESXI");
    assertThat(admin.get(at + "/export?resource-type=ESXI").body())
        .contains("Only what is chosen leaves", "resource type ESXI");
    String file =
        admin
            .post(at + "/export?resource-type=ESXI", Map.of("format", "csv", "reason", "ticket 91"))
            .body();
    assertThat(file).contains("ESXI").doesNotContain("VCENTER");
  }

  @Test
  void everyPageSaysThatACertificateIsNotChecked() {
    HttpResponse<String> done =
        admin.post("/credentials/new", typed(Map.of("manager.trust", "off")));
    String at = VcfConsole.address(done.headers().firstValue("Location").orElseThrow());
    for (String tab :
        List.of(
            "", "/history", "/rotation", "/tasks", "/expiring", "/drift", "/syncs", "/settings"))
      assertThat(admin.get(at + tab).body()).as(tab).contains("certificate not checked");
    assertThat(admin.get("/credentials/schedule").body()).contains("certificate not checked");
  }
}
