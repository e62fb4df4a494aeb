package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.caller.Role;
import io.innkeeper.ingress.TestingDns;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hostnames as people give, see and move them. */
class HostnamePageTest {
  private static final String ELSEWHERE = "points to 198.51.100.7; this machine is 192.0.2.1.";

  @TempDir Path home;

  @Test
  void dnsIsShownWhereverANameIsAboutToChange() throws IOException {
    try (TestingDns dns = TestingDns.start().knows("ai.wrzos.example", "198.51.100.7");
        TestingServer inn =
            TestingServer.on(
                home,
                "--innkeeper.ingress.dns-server=" + dns.server(),
                "--innkeeper.ingress.public-addresses=192.0.2.1");
        TestingVisitor admin = TestingVisitor.named(inn.server(), "marta", Role.ADMIN)) {
      Organisation owner = inn.organisation("Wrzos");
      Tenant tenant = inn.open(owner, "Klinika");
      inn.open(owner, "Apteka");
      inn.ended(inn.tenants().tenants().stop(tenant.id(), TestingServer.BY));
      String at = "/tenants/klinika/address";
      Map<String, String> name = Map.of("hostname", "ai.wrzos.example");
      assertThat(admin.post(at + "/check", name).body()).contains(ELSEWHERE);
      assertThat(admin.post("/tenants/klinika/change?dry-run=true", name).body())
          .contains(ELSEWHERE);
      admin.post(at, Map.of("hostname", "chat.wrzos.example"));
      admin.post(at, name);
      assertThat(admin.get(at + "/ai.wrzos.example/move").body())
          .contains("It takes its certificate along", ELSEWHERE);
      admin.post(at + "/ai.wrzos.example/move", Map.of("tenant", "apteka"));
      assertThat(admin.get("/tenants/apteka/address").body()).contains("ai.wrzos.example");
    }
  }
}
