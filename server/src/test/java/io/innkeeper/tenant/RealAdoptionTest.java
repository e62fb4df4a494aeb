package io.innkeeper.tenant;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.client.AdoptionView;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job;
import io.innkeeper.openwebui.AppClient;
import io.innkeeper.openwebui.AppClients;
import io.innkeeper.openwebui.AppUser;
import io.innkeeper.secret.Secret;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.testing.FreePort;
import io.innkeeper.testing.TestingServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for the stand-in holds for the app itself and a database that it made. */
class RealAdoptionTest {
  private static final String APP = "innkeeper/open-webui:0.12.4";
  private static final String PATIENCE = "--innkeeper.tenant.health-deadline=180s";
  private static final String PERSON = "bo@client.example";
  private static final Secret PERSONS_PASSWORD = Secret.of("a-boat-for-one-2");

  @TempDir private Path home;
  @TempDir private Path second;
  private final AppClients clients = new AppClients();

  @Test
  void aRealWorkspaceIsAdoptedAndAgainWhenTheStoreIsLost() throws Exception {
    TestingServer first = TestingServer.on(home, PATIENCE);
    Tenant tenant = adoptedOrNothingLeft(first);
    first.stop();

    // The store and its key are gone; folders and containers are what is left.
    Files.move(home.resolve("tenants"), second.resolve("tenants"));
    try (TestingServer inn = TestingServer.named(first.prefix(), second, PATIENCE)) {
      ended(inn, inn.tenants().adoption().lost(false, TestingServer.BY));
      Tenant again = inn.fresh(tenant);
      assertThat(again.spec()).isEqualTo(tenant.spec());
      assertThat(inn.ended(inn.tenants().tenants().recreate(again.id(), TestingServer.BY)).state())
          .isEqualTo(Job.State.FINISHED);
      assertThat(inn.fresh(again).condition().state()).isEqualTo(State.HEALTHY);
      signsIn(again);
    }
  }

  private Tenant adoptedOrNothingLeft(TestingServer first) throws Exception {
    try (SomebodyElses theirs = new SomebodyElses(first.prefix() + "-somebody-elses", APP)) {
      int port = FreePort.any();
      theirs.run("-e", "OFFLINE_MODE=true", "-p", "127.0.0.1:" + port + ":8080");
      addPerson(app(port));
      Tenant tenant = adopt(first, theirs);
      assertThat(tenant.condition().state()).isEqualTo(State.HEALTHY);
      assertThat(first.tenants().plans().now(tenant).differences()).isEmpty();
      signsIn(tenant);
      return tenant;
    } catch (Exception | AssertionError e) {
      first.close();
      throw e;
    }
  }

  private static Tenant adopt(TestingServer inn, SomebodyElses theirs) {
    var owner = inn.organisation("Klinika");
    var wish = theirs.wish(owner.slug().value(), "Recepcja", SomebodyElses.PASSWORD);
    ended(inn, inn.tenants().adoption().foreign(wish, owner.id(), false, TestingServer.BY));
    return inn.tenants().tenants().named("recepcja");
  }

  private static void ended(TestingServer inn, AdoptionView ordered) {
    Job job = inn.ended(requireNonNull(ordered.adopted().getFirst().jobId()));
    assertThat(job.state()).as(job.failure().orElse("")).isEqualTo(Job.State.FINISHED);
  }

  private static void addPerson(AppClient app) {
    await().atMost(Duration.ofMinutes(3)).until(() -> answers(app));
    app.signIn(SomebodyElses.EMAIL, Secret.of(SomebodyElses.PASSWORD))
        .addUser("Bo", PERSON, PERSONS_PASSWORD, AppUser.Role.USER);
  }

  private static boolean answers(AppClient app) {
    try {
      return app.ready().ready();
    } catch (Fault e) {
      return false;
    }
  }

  private void signsIn(Tenant tenant) throws IOException {
    assertThat(app(tenant.place().port()).signIn(PERSON, PERSONS_PASSWORD).email())
        .isEqualTo(PERSON);
  }

  private AppClient app(int port) {
    return clients.at(URI.create("http://127.0.0.1:" + port), Duration.ofSeconds(20));
  }
}
