package io.innkeeper.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.InnkeeperSettings;
import io.innkeeper.engine.docker.DockerEngine;
import io.innkeeper.engine.docker.HostFirewall;
import io.innkeeper.testing.TestingServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClearOutTest {
  @TempDir Path home;

  @Test
  void containerAndNetworkGoDataStays() {
    TestingServer inn = TestingServer.on(home);
    Tenant tenant = inn.open(inn.organisation("Brzoza Podatki"), "Brzoza");
    InnkeeperSettings settings = inn.server().rooms().foundation().settings();
    inn.stop();
    try (DockerEngine engine = new DockerEngine(settings.engine())) {
      HostFirewall firewall = new HostFirewall(settings.engine().bridgePrefix());
      ClearOut clearOut = new ClearOut(engine, firewall, settings.tenant());
      assertThat(clearOut.found()).hasSize(2).anyMatch(each -> each.startsWith("network "));
      clearOut.run(gone -> {});
      assertThat(clearOut.found()).isEmpty();
      clearOut.run(gone -> {});
    }
    assertThat(home.resolve("tenants").resolve(tenant.slug().value())).isNotEmptyDirectory();
  }
}
