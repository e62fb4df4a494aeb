package io.innkeeper.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.engine.ContainerState;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Progress;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.tenant.Tenant.Wanted;
import io.innkeeper.tenant.Tenants.Ordered;
import io.innkeeper.testing.TestingServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where verbs that stop half way leave a tenant. */
class WayBackTest {
  private static final String SAID = "The lamp fell over.";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Consumer<Tenant> NOTHING = tenant -> {};
  private static final Consumer<Tenant> FAILS =
      tenant -> {
        throw Fault.conflict("lamp", SAID);
      };

  @TempDir static Path home;
  private static TestingServer inn;
  private static Organisation owner;
  private static final Nuisance nuisance = new Nuisance();

  /** Does something in the middle of jobs. */
  private static final class Nuisance implements Companion {
    private volatile Consumer<Tenant> preparing = NOTHING;
    private volatile Consumer<Tenant> opening = NOTHING;
    private volatile Consumer<Tenant> closing = NOTHING;
    private volatile Consumer<Tenant> erasing = NOTHING;

    void rest() {
      preparing = NOTHING;
      opening = NOTHING;
      closing = NOTHING;
      erasing = NOTHING;
    }

    @Override
    public void prepare(Tenant tenant, Progress progress) throws InterruptedException {
      preparing.accept(tenant);
      progress.checkCancelled();
    }

    @Override
    public void opened(Tenant tenant, Progress progress) {
      opening.accept(tenant);
    }

    @Override
    public void closed(Tenant tenant) {
      closing.accept(tenant);
    }

    @Override
    public void erased(Handle handle, Tenant tenant) {
      erasing.accept(tenant);
    }
  }

  @BeforeAll
  static void open() {
    inn = TestingServer.on(home);
    inn.tenants().accompany(nuisance);
    owner = inn.organisation("Klinika Wrzos sp. z o.o.");
  }

  @AfterEach
  void rest() {
    nuisance.rest();
  }

  @AfterAll
  static void close() {
    inn.close();
  }

  @Test
  void stopThatFailsOrIsCancelledLeavesItRunning() {
    Tenant tenant = inn.open(owner, "Wrzos");
    nuisance.closing = FAILS;
    assertThat(ended(verbs().stop(tenant.id(), TestingServer.BY))).isEqualTo(Job.State.TAKEN_BACK);
    runsAgain(tenant);
    nuisance.closing = this::cancel;
    assertThat(ended(verbs().stop(tenant.id(), TestingServer.BY))).isEqualTo(Job.State.CANCELLED);
    runsAgain(tenant);
  }

  @Test
  void removalThatFailsIsTakenBack() {
    Tenant tenant = inn.open(owner, "Zielnik");
    nuisance.closing = FAILS;
    assertThat(ended(verbs().remove(tenant.id(), TestingServer.BY)))
        .isEqualTo(Job.State.TAKEN_BACK);
    nuisance.rest();
    runsAgain(tenant);
  }

  @Test
  void removalOfAStoppedTenantThatFailsLeavesItStoppedForItsReason() {
    Tenant tenant = inn.open(owner, "Gospoda");
    inn.ended(verbs().stop(tenant.id(), "unpaid", TestingServer.BY));
    Tenant stopped = inn.fresh(tenant);
    nuisance.closing = FAILS;
    assertThat(ended(verbs().remove(tenant.id(), TestingServer.BY)))
        .isEqualTo(Job.State.TAKEN_BACK);
    assertThat(inn.fresh(tenant).wanted()).isEqualTo(Wanted.STOPPED);
    assertThat(inn.fresh(tenant).condition()).isEqualTo(stopped.condition());
  }

  @Test
  void removalThatWasLeftHalfWayIsFinished() {
    Tenant tenant = inn.open(owner, "Okno");
    inn.server()
        .rooms()
        .foundation()
        .database()
        .change(
            handle ->
                handle
                    .createUpdate("update tenants set wanted = 'REMOVED' where id = :id")
                    .bind("id", tenant.id())
                    .execute());
    inn.tenants().reconciler().reconcile();
    await().atMost(PATIENCE).until(() -> inn.fresh(tenant).condition().state() == State.REMOVED);
    assertThat(inn.state(tenant)).isEmpty();
    assertThat(home.resolve("tenants/okno/data/webui.db")).exists();
  }

  @Test
  void erasureThatFailsHalfWaySaysSoAndWaitsForAPerson() {
    Tenant tenant = inn.open(owner, "Pole");
    nuisance.erasing = FAILS;
    Job job = inn.ended(verbs().erase(tenant.id(), "pole", TestingServer.BY));
    assertThat(job.state()).isEqualTo(Job.State.FAILED);
    assertThat(job.failure().orElseThrow()).contains(SAID).contains("does not come back");
    inn.tenants().reconciler().reconcile();
    Tenant half = inn.fresh(tenant);
    assertThat(half.wanted()).isEqualTo(Wanted.REMOVED);
    assertThat(half.condition().state()).isEqualTo(State.FAILED);
    assertThat(half.condition().reason()).isEqualTo(SAID);
    assertThat(jobs().running(tenant.subject())).isEmpty();
    nuisance.rest();
    assertThat(ended(verbs().erase(tenant.id(), "pole", TestingServer.BY)))
        .isEqualTo(Job.State.FINISHED);
    assertThat(inn.fresh(tenant).wanted()).isEqualTo(Wanted.ERASED);
  }

  @Test
  void openingThatWasCancelledSaysWho() {
    nuisance.preparing = this::cancel;
    Ordered opening = inn.order(owner, "Wieża");
    assertThat(ended(opening)).isEqualTo(Job.State.CANCELLED);
    failed(opening.tenant(), "Cancelled by Innkeeper.");
  }

  @Test
  void startThatFailsAsNobodyForesawSaysSo() {
    Tenant tenant = inn.open(owner, "Lumen");
    inn.ended(verbs().stop(tenant.id(), TestingServer.BY));
    nuisance.preparing =
        one -> {
          throw new IllegalStateException("a secret");
        };
    assertThat(ended(verbs().start(tenant.id(), TestingServer.BY))).isEqualTo(Job.State.TAKEN_BACK);
    failed(tenant, "Something failed that should not have.");
    nuisance.preparing = this::cancel;
    assertThat(ended(verbs().start(tenant.id(), TestingServer.BY))).isEqualTo(Job.State.CANCELLED);
    failed(tenant, "Cancelled by Innkeeper.");
  }

  @Test
  void keyThatCouldNotBeRenewedIsTheOneBefore() {
    Tenant tenant = inn.open(owner, "Korb");
    String before = key(tenant);
    nuisance.opening = FAILS;
    assertThat(ended(verbs().renewKey(tenant.id(), Duration.ofDays(1), TestingServer.BY)))
        .isEqualTo(Job.State.TAKEN_BACK);
    assertThat(key(tenant)).isEqualTo(before);
    assertThat(inn.tenants().plans().now(inn.fresh(tenant)).differences()).isEmpty();
    nuisance.rest();
    assertThat(ended(verbs().renewKey(tenant.id(), Duration.ofDays(1), TestingServer.BY)))
        .isEqualTo(Job.State.FINISHED);
    assertThat(key(tenant)).isNotEqualTo(before);
  }

  private static void runsAgain(Tenant tenant) {
    assertThat(inn.fresh(tenant).wanted()).isEqualTo(Wanted.RUNNING);
    inn.tenants().reconciler().reconcile();
    await().atMost(PATIENCE).until(() -> inn.fresh(tenant).condition().state() == State.HEALTHY);
    assertThat(inn.state(tenant).filter(ContainerState::running)).isPresent();
    assertThat(inn.tenants().plans().now(inn.fresh(tenant)).differences()).isEmpty();
  }

  private static void failed(Tenant tenant, String why) {
    assertThat(inn.fresh(tenant).condition().state()).isEqualTo(State.FAILED);
    assertThat(inn.fresh(tenant).condition().reason()).startsWith(why);
  }

  private void cancel(Tenant tenant) {
    UUID job = jobs().running(tenant.subject()).orElseThrow().id();
    Job unused = jobs().cancel(job, TestingServer.BY);
  }

  private static Job.State ended(Ordered ordered) {
    return inn.ended(ordered).state();
  }

  private static String key(Tenant tenant) {
    return inn.tenants().workspaces().all().stream()
        .filter(one -> one.id().equals(tenant.id()))
        .findFirst()
        .orElseThrow()
        .key()
        .unwrap();
  }

  private static Tenants verbs() {
    return inn.tenants().tenants();
  }

  private static Jobs jobs() {
    return inn.server().rooms().foundation().jobs();
  }
}
