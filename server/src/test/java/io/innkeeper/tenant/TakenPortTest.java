package io.innkeeper.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.engine.ContainerSpec.PublishedPort;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job;
import io.innkeeper.job.Progress;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.testing.TestingServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program took a stopped tenant's port. */
class TakenPortTest {
  @TempDir private Path home;

  @Test
  void startingGivesItAnotherPort() throws IOException {
    try (TestingServer inn = TestingServer.on(home)) {
      Tenant tenant = stopped(inn);
      int before = tenant.place().port();
      try (ServerSocket theirs = taking(before)) {
        assertThat(theirs.isBound()).isTrue();
        assertThat(start(inn, tenant).state()).isEqualTo(Job.State.FINISHED);
        Tenant after = inn.fresh(tenant);
        assertThat(after.condition().state()).isEqualTo(State.HEALTHY);
        assertThat(after.place().port()).isNotEqualTo(before);
        assertThat(publishedPort(inn, tenant)).isEqualTo(after.place().port());
        assertThat(inn.state(tenant).orElseThrow().actual().environment())
            .containsEntry("WEBUI_URL", inn.tenants().address(after));
        assertThat(inn.tenants().address(after)).endsWith(":" + after.place().port());
        assertThat(inn.tenants().plans().now(after).differences()).isEmpty();
      }
    }
  }

  @Test
  void containerThatComesBackHasItsPortAgain() throws IOException {
    try (TestingServer inn = TestingServer.on(home)) {
      AtomicReference<@Nullable ServerSocket> theirs = new AtomicReference<>();
      inn.tenants().accompany(freeingThePortAndFailing(theirs));
      Tenant tenant = stopped(inn);
      int before = tenant.place().port();
      theirs.set(taking(before));
      assertThat(start(inn, tenant).state()).isEqualTo(Job.State.TAKEN_BACK);
      assertThat(inn.fresh(tenant).place().port()).isEqualTo(before);
      assertThat(publishedPort(inn, tenant)).isEqualTo(before);
      assertThat(inn.fresh(tenant).condition().state()).isEqualTo(State.HEALTHY);
    }
  }

  private static Tenant stopped(TestingServer inn) {
    Tenant tenant = inn.open(inn.organisation("Klinika"), "Klinika");
    inn.ended(inn.tenants().tenants().stop(tenant.id(), TestingServer.BY));
    return inn.fresh(tenant);
  }

  private static Job start(TestingServer inn, Tenant tenant) {
    return inn.ended(inn.tenants().tenants().start(tenant.id(), TestingServer.BY));
  }

  private static int publishedPort(TestingServer inn, Tenant tenant) {
    return inn.state(tenant)
        .flatMap(one -> one.actual().port())
        .map(PublishedPort::host)
        .orElseThrow();
  }

  private static ServerSocket taking(int port) throws IOException {
    return new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
  }

  /** Once there is a socket: the door fails, and the other program is gone again. */
  private static Companion freeingThePortAndFailing(
      AtomicReference<@Nullable ServerSocket> theirs) {
    return new Companion() {
      @Override
      public void opened(Tenant tenant, Progress progress) {
        try (ServerSocket socket = theirs.get()) {
          if (socket == null) return;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        throw Fault.conflict("door-ill", "The door does not open.");
      }
    };
  }
}
