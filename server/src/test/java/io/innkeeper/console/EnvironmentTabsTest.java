package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.caller.Role;
import io.innkeeper.simulators.vcf.Certificates;
import io.innkeeper.simulators.vcf.Product;
import io.innkeeper.simulators.vcf.VcfSimulator;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every page about an environment says, and what its list gives. */
class EnvironmentTabsTest {
  private static final Pattern ADDRESS = Pattern.compile("(/credentials/[0-9a-f-]{36})");
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @TempDir private static Path home;
  private static VcfSimulator manager;
  private static TestingServer inn;
  private static TestingVisitor admin;
  private final String name = "Lab-" + NUMBER.incrementAndGet();

  @BeforeAll
  static void begin() {
    manager = VcfSimulator.start(Product.MANAGER_9, Certificates.SELF_SIGNED, 0, Clock.systemUTC());
    inn = TestingServer.on(home, "--innkeeper.infrastructure.networks=127.0.0.0/8,::1/128");
    admin = TestingVisitor.named(inn.server(), "marta", Role.ADMIN);
  }

  @AfterAll
  static void end() {
    admin.close();
    inn.close();
    manager.close();
  }

  private Map<String, String> typed(Map<String, String> more) {
    Map<String, String> all = new HashMap<>();
    all.put("name", name);
    all.put("manager.host", "localhost");
    all.put("manager.port", Integer.toString(manager.port()));
    all.put("manager.username", VcfSimulator.USER);
    all.put("manager.password", VcfSimulator.PASSWORD);
    all.put("manager.trust", "system");
    all.put("manager.everyMinutes", "0");
    all.put("manager.enabled", "on");
    all.putAll(more);
    return all;
  }

  /** Adds one whose certificate is believed by its fingerprint. */
  private String added() {
    HttpResponse<String> done =
        admin.post("/credentials/new", typed(Map.of("manager.seen", manager.fingerprint())));
    return TestingVisitor.found(ADDRESS, done.headers().firstValue("Location").orElse(done.body()));
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
    String at = TestingVisitor.found(ADDRESS, done.headers().firstValue("Location").orElseThrow());
    for (String tab :
        List.of(
            "", "/history", "/rotation", "/tasks", "/expiring", "/drift", "/syncs", "/settings"))
      assertThat(admin.get(at + tab).body()).as(tab).contains("certificate not checked");
    assertThat(admin.get("/credentials/schedule").body()).contains("certificate not checked");
  }
}
