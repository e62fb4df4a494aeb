package io.innkeeper.tenant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.client.TenantChange;
import io.innkeeper.engine.ContainerState;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job;
import io.innkeeper.job.Progress;
import io.innkeeper.openwebui.AppClients;
import io.innkeeper.openwebui.AppSession;
import io.innkeeper.openwebui.AppUser;
import io.innkeeper.secret.Secret;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.tenant.Tenants.Ordered;
import io.innkeeper.testing.TestingServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client's first admin is made once; from then on the account is the client's own. */
class FirstAdminsAccountTest {
  private static final String ANNA = "anna@client.example";

  @TempDir private Path home;

  @Test
  void passwordIsTheSameAfterStopAndStartAChangeAndAMend() {
    try (TestingServer inn = TestingServer.on(home)) {
      Tenant tenant = inn.open(inn.organisation("Klinika"), "Klinika");
      Secret password = taken(inn, tenant);
      assertThat(anna(tenant, password).role()).isEqualTo(AppUser.Role.ADMIN);
      inn.ended(inn.tenants().tenants().stop(tenant.id(), TestingServer.BY));
      inn.ended(inn.tenants().tenants().start(tenant.id(), TestingServer.BY));
      assertThat(anna(tenant, password).role()).isEqualTo(AppUser.Role.ADMIN);
      change(inn, tenant, memory("2GiB"));
      assertThat(anna(tenant, password).role()).isEqualTo(AppUser.Role.ADMIN);
      lostContainerIsMended(inn, tenant);
      assertThat(anna(tenant, password).role()).isEqualTo(AppUser.Role.ADMIN);
      assertThat(inn.tenants().tenants().firstAdminWaits(tenant.id())).isFalse();
    }
  }

  @Test
  void ownPasswordAndSmallerRoleStayAndADeletedAccountStaysDeleted() {
    try (TestingServer inn = TestingServer.on(home)) {
      Tenant tenant = inn.open(inn.organisation("Klinika"), "Klinika");
      Secret own = Secret.of("chosen-by-anna-herself");
      String anna = keeper(inn, tenant).user(ANNA).orElseThrow().id();
      keeper(inn, tenant).resetPassword(anna, own);
      keeper(inn, tenant).changeRole(anna, AppUser.Role.USER);
      inn.ended(inn.tenants().tenants().recreate(tenant.id(), TestingServer.BY));
      assertThat(anna(tenant, own).role()).isEqualTo(AppUser.Role.USER);
      keeper(inn, tenant).deleteUser(anna);
      change(inn, tenant, memory("2GiB"));
      assertThat(keeper(inn, tenant).user(ANNA)).isEmpty();
    }
  }

  /** Its account was made, but what came after it failed: the start makes nobody else of it. */
  @Test
  void openingThatFailedAfterwardsEndsWithAKnownPassword() {
    try (TestingServer inn = TestingServer.on(home)) {
      AtomicBoolean ill = new AtomicBoolean(true);
      inn.tenants().accompany(closedWhile(ill));
      Ordered opening = inn.order(inn.organisation("Klinika"), "Klinika");
      assertThat(inn.ended(opening).state()).isEqualTo(Job.State.TAKEN_BACK);
      Tenant tenant = inn.fresh(opening.tenant());
      Secret password = taken(inn, tenant);
      ill.set(false);
      inn.ended(inn.tenants().tenants().start(tenant.id(), TestingServer.BY));
      assertThat(inn.fresh(tenant).condition().state()).isEqualTo(State.HEALTHY);
      assertThat(anna(tenant, password).role()).isEqualTo(AppUser.Role.ADMIN);
      assertThat(inn.tenants().tenants().firstAdminWaits(tenant.id())).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 15, 40})
  void openingKilledAtItEndsWithAKnownPassword(int millis) throws Exception {
    TestingServer first = TestingServer.on(home);
    first.organisation("Klinika");
    first.stop();
    kill(first.prefix(), millis);
    try (TestingServer inn = TestingServer.named(first.prefix(), home)) {
      Tenant tenant = inn.tenants().tenants().named("klinika");
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> inn.fresh(tenant).condition().state() == State.HEALTHY);
      assertThat(anna(tenant, taken(inn, tenant)).role()).isEqualTo(AppUser.Role.ADMIN);
    }
  }

  private void kill(String prefix, int millis) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            KilledOpening.class.getName(),
            home.toString(),
            prefix,
            "klinika",
            Integer.toString(millis));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isIn(137, 3);
  }

  private static void lostContainerIsMended(TestingServer inn, Tenant tenant) {
    inn.server().rooms().machine().engine().remove(inn.container(tenant));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> inn.state(tenant).filter(ContainerState::running).isPresent());
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                inn.fresh(tenant).condition().state() == State.HEALTHY
                    && inn.server().rooms().foundation().jobs().unended() == 0);
  }

  private static Secret taken(TestingServer inn, Tenant tenant) {
    return inn.tenants().tenants().takeFirstAdminPassword(tenant.id(), TestingServer.BY);
  }

  private static AppSession anna(Tenant tenant, Secret password) {
    URI address = URI.create("http://127.0.0.1:" + tenant.place().port());
    return new AppClients().at(address).signIn(ANNA, password);
  }

  private static AppSession keeper(TestingServer inn, Tenant tenant) {
    return inn.tenants().sessions().of(tenant);
  }

  private static void change(TestingServer inn, Tenant tenant, TenantChange change) {
    Tenant seen = inn.fresh(tenant);
    TenantSpec wanted = new TenantInput(inn.tenants().settings()).changed(seen.spec(), change);
    Job job =
        inn.ended(
            inn.tenants().tenants().change(seen.id(), wanted, seen.version(), TestingServer.BY));
    assertThat(job.state()).as(job.failure().orElse("")).isEqualTo(Job.State.FINISHED);
  }

  private static Companion closedWhile(AtomicBoolean ill) {
    return new Companion() {
      @Override
      public void opened(Tenant tenant, Progress progress) {
        if (ill.get()) throw Fault.conflict("door-ill", "The door does not open.");
      }
    };
  }

  private static TenantChange memory(String size) {
    return new TenantChange(null, null, null, size, null, null, null, null);
  }
}
