package io.innkeeper.tenant;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.client.AdoptionView;
import io.innkeeper.engine.ContainerState;
import io.innkeeper.engine.ContainerState.HealthStatus;
import io.innkeeper.engine.NetworkSpec;
import io.innkeeper.job.Job;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.tenant.Tenants.Ordered;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingSocket;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when the world around a tenant breaks. */
class TenantRecoveryTest {
  @TempDir Path home;

  @Test
  void engineGoneAndBack() throws IOException {
    Path sockets = Files.createTempDirectory("ink");
    try (TestingSocket socket = new TestingSocket(sockets.resolve("engine.sock"));
        TestingServer inn =
            TestingServer.on(home, "--innkeeper.engine.address=" + socket.address())) {
      Organisation owner = inn.organisation("Klinika");
      Tenant tenant = inn.open(owner, "Klinika");
      String container = inn.state(tenant).orElseThrow().id();
      Tenant stopped = stopped(inn, owner);
      Tenant failed = failed(inn, owner);
      socket.goAway();
      inn.tenants().reconciler().reconcile();
      assertThat(inn.fresh(tenant).condition().state()).isEqualTo(State.UNKNOWN);
      socket.comeBack();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> inn.fresh(tenant).condition().state() == State.HEALTHY);
      assertThat(inn.state(tenant)).map(ContainerState::id).contains(container);
      inn.tenants().reconciler().reconcile();
      assertThat(inn.fresh(stopped).condition()).isEqualTo(stopped.condition());
      assertThat(inn.fresh(failed).condition()).isEqualTo(failed.condition());
      assertThat(inn.containers()).hasSize(3);
    }
  }

  private static Tenant stopped(TestingServer inn, Organisation owner) {
    Tenant tenant = inn.open(owner, "Spoczynek");
    inn.ended(inn.tenants().tenants().stop(tenant.id(), "unpaid", TestingServer.BY));
    return inn.fresh(tenant);
  }

  private static Tenant failed(TestingServer inn, Organisation owner) {
    Ordered opening = inn.order(owner, "Pole", Map.of("STAND_IN_EXIT", "3"));
    assertThat(inn.ended(opening).state()).isEqualTo(Job.State.TAKEN_BACK);
    Tenant tenant = inn.fresh(opening.tenant());
    assertThat(tenant.condition().state()).isEqualTo(State.FAILED);
    return tenant;
  }

  @Test
  void networkOfAnotherProgramStandsInNobodysWay() {
    try (TestingServer inn = TestingServer.on(home)) {
      var engine = inn.server().rooms().machine().engine();
      String first = inn.subnetPool().replace("/24", "/28");
      String theirs = inn.prefix() + "-theirs";
      engine.ensureNetwork(new NetworkSpec(theirs, first, theirs, Map.of()));
      try {
        Tenant tenant = inn.open(inn.organisation("Klinika"), "Klinika");
        assertThat(tenant.place().subnet()).isEqualTo(first.replace(".0/28", ".16/28"));
      } finally {
        engine.removeNetwork(theirs);
      }
    }
  }

  @Test
  void storeLostTenantsAdopted() throws IOException {
    Path second = Files.createTempDirectory("ink-second");
    TestingServer first = TestingServer.on(home);
    Tenant tenant = first.open(first.organisation("Brzoza Podatki Sp. z o.o."), "Brzoza");
    Map<String, String> environment = first.state(tenant).orElseThrow().actual().environment();
    first.stop();
    // The store and its key are gone; folders and containers are what is left.
    Files.move(home.resolve("tenants"), second.resolve("tenants"));
    try (TestingServer inn = TestingServer.named(first.prefix(), second)) {
      AdoptionView report = inn.tenants().adoption().lost(false, TestingServer.BY);
      assertThat(report.adopted())
          .singleElement()
          .satisfies(one -> assertThat(one.lost()).isNotEmpty());
      inn.ended(requireNonNull(report.adopted().getFirst().jobId()));
      Tenant adopted = inn.tenants().tenants().get(tenant.id());
      assertThat(adopted.spec()).isEqualTo(tenant.spec());
      assertThat(
              inn.server()
                  .rooms()
                  .entrance()
                  .organisations()
                  .named("brzoza-podatki-sp-z-o-o")
                  .name())
          .isEqualTo("Brzoza Podatki Sp. z o.o.");
      assertThat(inn.tenants().adoption().lost(false, TestingServer.BY).adopted()).isEmpty();
      inn.ended(inn.tenants().tenants().recreate(adopted.id(), TestingServer.BY));
      assertThat(inn.fresh(adopted).condition().state()).isEqualTo(State.HEALTHY);
      assertThat(inn.state(adopted).orElseThrow().actual().environment())
          .containsEntry("WEBUI_SECRET_KEY", environment.get("WEBUI_SECRET_KEY"));
    }
  }

  @Test
  void anOpeningThatTookTooLongIsFinishedByStarting() {
    try (TestingServer inn = TestingServer.on(home, "--innkeeper.tenant.health-deadline=5s")) {
      Map<String, String> slow = Map.of("STAND_IN_SLOW_START", "15");
      Ordered opening = inn.order(inn.organisation("Klinika"), "Klinika", slow);
      assertThat(inn.ended(opening).state()).isEqualTo(Job.State.TAKEN_BACK);
      Tenant tenant = opening.tenant();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> inn.state(tenant).orElseThrow().health().equals(healthy()));
      inn.tenants().reconciler().reconcile();
      assertThat(inn.fresh(tenant).condition().state()).isEqualTo(State.FAILED);
      inn.ended(inn.tenants().tenants().start(tenant.id(), TestingServer.BY));
      assertThat(inn.fresh(tenant).condition().state()).isEqualTo(State.HEALTHY);
      assertThat(inn.tenants().tenants().takeFirstAdminPassword(tenant.id(), TestingServer.BY))
          .isNotNull();
    }
  }

  private static Optional<HealthStatus> healthy() {
    return Optional.of(HealthStatus.HEALTHY);
  }

  @Test
  void openedTenantIsHealthyAndIsolated() throws Exception {
    try (TestingServer inn = TestingServer.on(home);
        ServerSocket onHost = new ServerSocket(0, 5, InetAddress.getByName("0.0.0.0"))) {
      var owner = inn.organisation("Klinika");
      Tenant one = inn.open(owner, "Jeden");
      Tenant other = inn.open(owner, "Drugi");
      assertThat(one.condition().state()).isEqualTo(State.HEALTHY);
      Reach reach = new Reach(inn, one);
      String neighbour = inn.state(other).orElseThrow().address().orElseThrow();
      assertThat(reach.to(neighbour, 8080)).isFalse();
      assertThat(reach.to(reach.host(), other.place().port())).isFalse();
      assertThat(reach.to(reach.host(), onHost.getLocalPort())).isFalse();
      reach.assertOnlyItselfAndTheGateway();
    }
  }
}
