package io.innkeeper.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.branding.BrandInput;
import io.innkeeper.branding.BrandRoom;
import io.innkeeper.branding.BrandStanding;
import io.innkeeper.client.BannerSpec;
import io.innkeeper.client.BrandSpec;
import io.innkeeper.client.NewKey;
import io.innkeeper.client.SignInChange;
import io.innkeeper.client.TenantChange;
import io.innkeeper.client.VariablesChange;
import io.innkeeper.identity.SignIns;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.key.KeySpec;
import io.innkeeper.key.Keys;
import io.innkeeper.key.VirtualKey;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenant.Wanted;
import io.innkeeper.tenant.TenantInput;
import io.innkeeper.tenant.TenantSpec;
import io.innkeeper.tenant.Tenants;
import io.innkeeper.tenant.Workspaces.Workspace;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.variable.Layers;
import io.innkeeper.variable.VariableRoom;
import io.innkeeper.variable.Variables;
import io.innkeeper.variable.Wish;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An order whose job is cancelled while it waits is as if nobody had ordered it: nothing of it
 * comes later. One job at a time runs, and one that takes long keeps all others waiting.
 */
class CancelledOrdersTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir static Path home;
  private static TestingServer inn;
  private static Organisation owner;
  private static Tenant runs;
  private static Tenant rests;

  @BeforeAll
  static void open() {
    inn =
        TestingServer.on(
            home, "--innkeeper.job.parallel=1", "--innkeeper.tenant.health-deadline=15m");
    owner = inn.organisation("Klinika Wrzos sp. z o.o.");
    runs = inn.open(owner, "Klinika");
    Tenant other = inn.open(owner, "Spoczynek");
    inn.ended(inn.tenants().tenants().stop(other.id(), "unpaid", TestingServer.BY));
    rests = inn.fresh(other);
    Tenants.Ordered slow = inn.order(owner, "Powolny", Map.of("STAND_IN_SLOW_START", "900"));
    UUID job = slow.job().orElseThrow().id();
    await().atMost(PATIENCE).until(() -> jobs().get(job).state() == Job.State.RUNNING);
  }

  @AfterAll
  static void close() {
    inn.close();
  }

  @Test
  void changeIsTakenBack() {
    untouched(
        runs,
        verbs -> {
          TenantChange more = new TenantChange(null, null, null, "2GiB", null, null, null, null);
          TenantSpec wanted = new TenantInput(inn.tenants().settings()).changed(runs.spec(), more);
          long seen = inn.fresh(runs).version();
          return verbs.change(runs.id(), wanted, seen, TestingServer.BY);
        });
  }

  @Test
  void newContainerIsNotMade() {
    untouched(runs, verbs -> verbs.recreate(runs.id(), TestingServer.BY));
  }

  @Test
  void keyIsNotRenewed() {
    Workspace before = workspace();
    untouched(runs, verbs -> verbs.renewKey(runs.id(), Duration.ofDays(1), TestingServer.BY));
    assertThat(workspace().key().unwrap()).isEqualTo(before.key().unwrap());
    assertThat(workspace().before()).isEmpty();
  }

  @Test
  void runningTenantIsNeitherStoppedNorRemovedNorErased() {
    untouched(runs, verbs -> verbs.stop(runs.id(), "unpaid", TestingServer.BY));
    untouched(runs, verbs -> verbs.remove(runs.id(), TestingServer.BY));
    untouched(runs, verbs -> verbs.erase(runs.id(), "klinika", TestingServer.BY));
  }

  @Test
  void stoppedTenantIsNotStartedAndKeepsItsReason() {
    untouched(rests, verbs -> verbs.start(rests.id(), TestingServer.BY));
    assertThat(inn.fresh(rests).condition().reason()).contains("unpaid");
  }

  @Test
  void tenantIsNotOpenedAndItsNamesAreFree() {
    Tenants.Ordered ordered = inn.orderAt(owner, "Nowy", "nowy.example.com");
    cancel(ordered.job());
    assertThat(inn.tenants().tenants().find(ordered.tenant().id())).isEmpty();
    Tenants.Ordered again = inn.orderAt(owner, "Nowy", "nowy.example.com");
    assertThat(again.tenant().place()).isEqualTo(ordered.tenant().place());
    cancel(again.job());
  }

  @Test
  void keyMadeForTenantThatWasNotOpenedIsRevoked() {
    Keys keys = inn.server().rooms().gate().keys();
    Tenants.Ordered ordered = inn.order(owner, "Kluczowy", Map.of());
    Optional<UUID> tenant = Optional.of(ordered.tenant().id());
    VirtualKey ofOne = keys.create(owner.id(), tenant, key("Narrow"), TestingServer.BY).key();
    VirtualKey ofAll =
        keys.create(owner.id(), Optional.empty(), key("Wide"), TestingServer.BY).key();
    cancel(ordered.job());
    assertThat(inn.tenants().tenants().find(ordered.tenant().id())).isEmpty();
    VirtualKey left = keys.find(owner.id(), ofOne.id()).orElseThrow();
    assertThat(left.tenant()).isEmpty();
    assertThat(left.revokedAt()).isPresent();
    assertThat(keys.find(owner.id(), ofAll.id())).contains(ofAll);
  }

  private static KeySpec key(String name) {
    BigDecimal budget = new BigDecimal("2.5");
    NewKey asked = new NewKey(name, null, null, null, null, null, budget, null, null);
    return KeySpec.of(asked, Instant.now());
  }

  @Test
  void brandBeforeIsWantedAgain() {
    BrandRoom room = inn.server().rooms().face().brands();
    BrandStanding before = room.book().standing(runs.id());
    BannerSpec news = new BannerSpec("info", "Nowy cennik", true);
    BrandSpec told =
        new BrandSpec(null, null, null, null, null, null, null, null, null, "Pomoc: 12", news);
    cancel(room.brands().set(inn.fresh(runs), BrandInput.parse(told), TestingServer.BY).job());
    BrandStanding after = room.book().standing(runs.id());
    assertThat(after.current()).isEqualTo(before.current());
    assertThat(after.look()).isEqualTo(before.look());
    nothingComesLater(runs);
  }

  @Test
  void signInBeforeCountsAgain() {
    SignIns signIns = inn.server().rooms().tenancy().identity().signIns();
    SignInChange admit =
        new SignInChange(
            null, null, null, null, "user", null, null, null, null, null, null, null, true);
    SignIns.Now before = signIns.of(runs);
    cancel(signIns.change(inn.fresh(runs), admit, before.version(), TestingServer.BY).job());
    assertThat(signIns.of(runs).setup()).isEqualTo(before.setup());
    nothingComesLater(runs);
  }

  @Test
  void settingsOfAllAreAsTheyWere() {
    VariableRoom room = inn.server().rooms().tenancy().variables();
    Variables.Named all = VariableRoom.named(owner);
    Layers layers = room.layers();
    Wish wish =
        Wish.of(new VariablesChange(Map.of("RAG_EMBEDDING_BATCH_SIZE", "32"), null, null, null));
    long seen = layers.version(all.layer());
    cancel(room.variables().change(all, wish, List.of(), seen, TestingServer.BY).job());
    assertThat(layers.of(all.layer())).isEmpty();
    nothingComesLater(runs);
  }

  /** Orders something on a tenant, cancels it and looks that all is and stays as before. */
  private static void untouched(Tenant tenant, Function<Tenants, Tenants.Ordered> verb) {
    Tenant before = inn.fresh(tenant);
    cancel(verb.apply(inn.tenants().tenants()).job());
    Tenant after = inn.fresh(tenant);
    assertThat(after.spec()).isEqualTo(before.spec());
    assertThat(after.wanted()).isEqualTo(before.wanted());
    assertThat(after.condition()).isEqualTo(before.condition());
    nothingComesLater(tenant);
  }

  private static void cancel(Optional<Job> ordered) {
    Job job = jobs().cancel(ordered.orElseThrow().id(), TestingServer.BY);
    assertThat(job.state()).isEqualTo(Job.State.CANCELLED);
    assertThat(job.startedAt()).isEmpty();
  }

  private static void nothingComesLater(Tenant tenant) {
    inn.tenants().reconciler().reconcile();
    Tenant now = inn.fresh(tenant);
    assertThat(jobs().running(now.subject())).isEmpty();
    assertThat(inn.tenants().plans().now(now).differences()).isEmpty();
    assertThat(inn.state(now).orElseThrow().running()).isEqualTo(now.wanted() == Wanted.RUNNING);
  }

  private static Workspace workspace() {
    return inn.tenants().workspaces().all().stream()
        .filter(one -> one.id().equals(runs.id()))
        .findFirst()
        .orElseThrow();
  }

  private static Jobs jobs() {
    return inn.server().rooms().foundation().jobs();
  }
}
