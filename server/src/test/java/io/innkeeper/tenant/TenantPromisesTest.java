package io.innkeeper.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.innkeeper.client.TenantChange;
import io.innkeeper.engine.ContainerState;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.tenant.Tenants.Ordered;
import io.innkeeper.testing.TestingServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a tenant's owner may rely on, on a real engine. */
class TenantPromisesTest {
  @TempDir static Path home;
  private static TestingServer inn;
  private static Organisation owner;

  @BeforeAll
  static void open() {
    inn = TestingServer.on(home);
    owner = inn.organisation("Klinika Wrzos sp. z o.o.");
  }

  @AfterAll
  static void close() {
    inn.close();
  }

  @Test
  void openedTenantIsAsItsPlanSays() {
    Tenant tenant = inn.open(owner, "Klinika Wrzos");
    assertThat(tenant.condition().state()).isEqualTo(State.HEALTHY);
    assertThat(inn.tenants().plans().now(tenant).differences()).isEmpty();
    ContainerState container = inn.state(tenant).orElseThrow();
    assertThat(container.actual().limits().memoryBytes()).isEqualTo(tenant.spec().memoryBytes());
    assertThat(container.actual().user()).isEqualTo("1000:1000");
  }

  @Test
  void failedUpdateLeavesOldRunning() {
    Tenant tenant = inn.open(owner, "Zielnik");
    String before = inn.state(tenant).orElseThrow().id();
    Job job = inn.ended(change(tenant, environment(Map.of("STAND_IN_EXIT", "3"))));
    assertThat(job.state()).isEqualTo(Job.State.TAKEN_BACK);
    assertThat(job.failure()).isPresent();
    ContainerState after = inn.state(tenant).orElseThrow();
    assertThat(after.id()).isEqualTo(before);
    assertThat(after.running()).isTrue();
    assertThat(inn.fresh(tenant).spec()).isEqualTo(tenant.spec());
    assertThat(inn.fresh(tenant).condition().state()).isEqualTo(State.HEALTHY);
  }

  @Test
  void imageThatIsNotThereChangesNothing() {
    Tenant tenant = inn.open(owner, "Pole");
    TenantChange wrong =
        new TenantChange(null, "innkeeper/no-such-image:1", null, null, null, null, null, null);
    Job job = inn.ended(change(tenant, wrong));
    assertThat(job.state()).isEqualTo(Job.State.TAKEN_BACK);
    assertThat(inn.state(tenant).orElseThrow().running()).isTrue();
    assertThat(inn.fresh(tenant).spec().image()).isEqualTo(tenant.spec().image());
  }

  @Test
  void recreateLosesNothing() {
    Tenant tenant = inn.open(owner, "Lumen Architekci");
    change(
        tenant,
        environment(Map.of("DEFAULT_LOCALE", "pl-PL", "MY_TOKEN", "s3cret")),
        Optional.of("2GiB"));
    Map<String, String> before = inn.state(tenant).orElseThrow().actual().environment();
    String id = inn.state(tenant).orElseThrow().id();
    Tenant changed = inn.fresh(tenant);
    inn.ended(inn.tenants().tenants().recreate(changed.id(), TestingServer.BY));
    ContainerState after = inn.state(tenant).orElseThrow();
    assertThat(after.id()).isNotEqualTo(id);
    assertThat(after.actual().environment()).isEqualTo(before).containsEntry("MY_TOKEN", "s3cret");
    assertThat(after.actual().limits().memoryBytes()).isEqualTo(2L << 30);
    assertThat(inn.tenants().plans().now(inn.fresh(tenant)).differences()).isEmpty();
  }

  @Test
  void manyUpdatesEndAtThePlanAndLeaveNothingBehind() {
    Tenant tenant = inn.open(owner, "Atelier Korb");
    String secretKey =
        inn.state(tenant).orElseThrow().actual().environment().get("WEBUI_SECRET_KEY");
    for (String memory : List.of("1GiB", "2GiB", "1.25GiB")) {
      change(inn.fresh(tenant), TenantChange.rename("Atelier Korb " + memory), Optional.of(memory));
    }
    assertThat(inn.tenants().plans().now(inn.fresh(tenant)).differences()).isEmpty();
    assertThat(inn.state(tenant).orElseThrow().actual().environment())
        .containsEntry("WEBUI_SECRET_KEY", secretKey);
    assertThat(inn.containers())
        .filteredOn(one -> one.name().value().contains("atelier-korb"))
        .hasSize(1);
  }

  @Test
  void handMadeDriftIsMended() {
    Tenant tenant = inn.open(owner, "Nordwind Logistik");
    inn.server().rooms().machine().engine().remove(inn.container(tenant));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> inn.state(tenant).filter(ContainerState::running).isPresent());
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> inn.fresh(tenant).condition().state() == State.HEALTHY);
    assertThat(inn.tenants().plans().now(inn.fresh(tenant)).differences()).isEmpty();
  }

  @Test
  void lostUpdateIsRefusedWithBothValues() {
    Tenant tenant = inn.open(owner, "Drukarnia Kwadrat");
    change(tenant, TenantChange.rename("Drukarnia"));
    assertThatThrownBy(() -> change(tenant, TenantChange.rename("Kwadrat")))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.code()).isEqualTo("changed-meanwhile");
              assertThat(fault.details()).containsKeys("current", "yours");
            });
  }

  @Test
  void stoppedStaysStoppedAndStartsWithWhatWasChangedMeanwhile() {
    Tenant tenant = inn.open(owner, "Brzoza");
    inn.ended(inn.tenants().tenants().stop(tenant.id(), TestingServer.BY));
    assertThat(inn.fresh(tenant).condition().state()).isEqualTo(State.STOPPED);
    inn.tenants().reconciler().reconcile();
    assertThat(inn.state(tenant).orElseThrow().running()).isFalse();
    TenantSpec wanted =
        new TenantInput(inn.tenants().settings()).changed(tenant.spec(), memory("2GiB"));
    Tenant now = inn.fresh(tenant);
    assertThat(
            inn.tenants().tenants().change(now.id(), wanted, now.version(), TestingServer.BY).job())
        .isEmpty();
    inn.ended(inn.tenants().tenants().start(tenant.id(), TestingServer.BY));
    assertThat(inn.state(tenant).orElseThrow().actual().limits().memoryBytes()).isEqualTo(2L << 30);
  }

  @Test
  void removedKeepsDataAndErasedLeavesNothing() {
    Tenant tenant = inn.open(owner, "Gospoda");
    Path folder = home.resolve("tenants").resolve(tenant.slug().value());
    inn.ended(inn.tenants().tenants().remove(tenant.id(), TestingServer.BY));
    assertThat(inn.state(tenant)).isEmpty();
    assertThat(folder.resolve("data/webui.db")).exists();
    assertThatThrownBy(() -> inn.order(owner, "Gospoda")).isInstanceOf(Fault.class);
    assertThatThrownBy(() -> inn.tenants().tenants().erase(tenant.id(), "gospod", TestingServer.BY))
        .hasMessageContaining("Nothing was erased");
    inn.ended(inn.tenants().tenants().erase(tenant.id(), "gospoda", TestingServer.BY));
    assertThat(Files.exists(folder)).isFalse();
    assertThat(inn.open(owner, "Gospoda").condition().state()).isEqualTo(State.HEALTHY);
  }

  @Test
  void firstAdminsPasswordIsShownOnce() {
    Tenant tenant = inn.open(owner, "Okno");
    assertThat(
            inn.tenants().tenants().takeFirstAdminPassword(tenant.id(), TestingServer.BY).unwrap())
        .hasSizeGreaterThan(15);
    assertThatThrownBy(
            () -> inn.tenants().tenants().takeFirstAdminPassword(tenant.id(), TestingServer.BY))
        .hasMessageContaining("shown already");
  }

  @Test
  void secondJobForATenantIsRefusedClearly() {
    Ordered ordered = inn.order(owner, "Wieża");
    assertThatThrownBy(() -> inn.tenants().tenants().stop(ordered.tenant().id(), TestingServer.BY))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.code()).isEqualTo("job-running"));
    inn.ended(ordered);
  }

  private static Ordered change(Tenant seen, TenantChange change) {
    TenantSpec wanted = new TenantInput(inn.tenants().settings()).changed(seen.spec(), change);
    Ordered ordered =
        inn.tenants().tenants().change(seen.id(), wanted, seen.version(), TestingServer.BY);
    inn.ended(ordered);
    return ordered;
  }

  private static void change(Tenant seen, TenantChange change, Optional<String> memory) {
    TenantChange whole =
        new TenantChange(
            change.displayName(),
            null,
            null,
            memory.orElse(null),
            null,
            change.environment(),
            null,
            null);
    change(seen, whole);
  }

  private static TenantChange environment(Map<String, String> extra) {
    return new TenantChange(null, null, null, null, null, extra, null, null);
  }

  private static TenantChange memory(String size) {
    return new TenantChange(null, null, null, size, null, null, null, null);
  }
}
