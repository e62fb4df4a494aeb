package io.innkeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.client.TenantChange;
import io.innkeeper.fault.Fault;
import io.innkeeper.ingress.Claim;
import io.innkeeper.ingress.FrontVisitor;
import io.innkeeper.ingress.IngressRoom;
import io.innkeeper.ingress.certificate.KeyAndChain;
import io.innkeeper.ingress.certificate.SelfMade;
import io.innkeeper.ingress.dns.Hostname;
import io.innkeeper.job.Job;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.secret.Secret;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantInput;
import io.innkeeper.tenant.Tenants.Ordered;
import io.innkeeper.testing.FreePort;
import io.innkeeper.testing.TestingServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A tenant with a hostname, through its life: a real server, engine and nginx. */
class ServedTenantTest {
  private static final String CHAT = "chat.wrzos.example";
  private static final String ASK = "ask.wrzos.example";
  private static final String CONSOLE = "console.wrzos.example";
  private static final FrontVisitor PEOPLE = new FrontVisitor(FreePort.any(), FreePort.any());
  private static TestingServer inn;
  private static Organisation owner;

  @BeforeAll
  static void open() throws IOException {
    // A short path: that of a socket has an end.
    Path home = Files.createTempDirectory("inn");
    inn =
        TestingServer.on(
            home,
            "--innkeeper.ingress.mode=host",
            "--innkeeper.ingress.listen=127.0.0.1",
            "--innkeeper.ingress.console-hostname=" + CONSOLE,
            "--innkeeper.ingress.http-port=" + PEOPLE.http(),
            "--innkeeper.ingress.https-port=" + PEOPLE.https());
    owner = inn.organisation("Klinika Wrzos");
  }

  @AfterAll
  static void close() {
    inn.close();
  }

  @Test
  void tenantIsReachedByItsHostnameThroughItsLife() throws IOException {
    Tenant tenant = opened();
    assertThat(health(CHAT)).isEqualTo("200");
    assertThat(environment(tenant, "WEBUI_URL")).isEqualTo("https://" + CHAT + port());

    inn.ended(inn.tenants().tenants().stop(tenant.id(), TestingServer.BY));
    assertThat(PEOPLE.get(CHAT, "/").body()).contains("Klinika Wrzos", "closed at the moment");
    inn.ended(inn.tenants().tenants().start(tenant.id(), TestingServer.BY));
    assertThat(health(CHAT)).isEqualTo("200");

    ingress().hostnames().add(house(tenant), Hostname.parse(ASK), TestingServer.BY);
    assertThat(PEOPLE.get(ASK, "/c/7").header("Location"))
        .isEqualTo("https://" + CHAT + port() + "/c/7");
    assertThat(refusal(() -> inn.orderAt(owner, "Other", ASK))).isEqualTo("hostname-taken");
    assertThat(refusal(() -> ingress().hostnames().remove(Hostname.parse(CHAT), TestingServer.BY)))
        .isEqualTo("hostname-primary");

    assertThat(refusal(() -> inn.orderAt(owner, "Other", CONSOLE)))
        .isEqualTo("hostname-of-console");
    assertThat(refusal(() -> renamed(tenant, CONSOLE))).isEqualTo("hostname-of-console");
    workThatIsTakenBackLeavesTheDoorOpen(tenant);
    failedRenameLeavesEverythingAsItWas(tenant);
    assertThat(inn.ended(renamed(tenant, ASK)).state()).isEqualTo(Job.State.FINISHED);
    assertThat(health(ASK)).isEqualTo("200");
    assertThat(environment(tenant, "WEBUI_URL")).isEqualTo("https://" + ASK + port());
    assertThat(health(CHAT)).as("its earlier name leads nowhere").isEmpty();

    ingress().hostnames().maintenance(house(tenant), true, "Back at 18:00.", TestingServer.BY);
    assertThat(PEOPLE.get(ASK, "/").body()).contains("Back at 18:00.");
    ingress().hostnames().maintenance(house(tenant), false, "", TestingServer.BY);
    assertThat(health(ASK)).isEqualTo("200");

    inn.restart();
    assertThat(ingress().front().state().word()).as("nginx is known again").isEqualTo("serving");
    assertThat(health(ASK)).isEqualTo("200");
    erase(tenant);
    assertThat(health(ASK)).as("an erased tenant's name leads nowhere").isEmpty();
  }

  private static void workThatIsTakenBackLeavesTheDoorOpen(Tenant tenant) throws IOException {
    Job repair =
        inn.server()
            .rooms()
            .tenancy()
            .people()
            .batches()
            .repairAdmin(
                inn.fresh(tenant), Optional.of("nobody@client.example"), false, TestingServer.BY);
    assertThat(inn.ended(repair.id()).state()).isEqualTo(Job.State.TAKEN_BACK);
    assertThat(inn.fresh(tenant).condition().state()).isEqualTo(Tenant.State.HEALTHY);
    await().untilAsserted(() -> assertThat(health(CHAT)).isEqualTo("200"));

    // Time enough to cancel it in.
    Map<String, String> slow = Map.of("STAND_IN_SLOW_START", "2");
    inn.ended(changed(tenant, new TenantChange(null, null, null, null, null, slow, null, null)));
    Ordered restart = inn.tenants().tenants().restart(tenant.id(), TestingServer.BY);
    UUID job = restart.job().orElseThrow().id();
    await().until(() -> runs(job, "Wait until healthy"));
    inn.server().rooms().foundation().jobs().cancel(job, TestingServer.BY);
    assertThat(inn.ended(job).state()).isEqualTo(Job.State.CANCELLED);
    assertThat(inn.fresh(tenant).condition().state()).isEqualTo(Tenant.State.HEALTHY);
    await().untilAsserted(() -> assertThat(health(CHAT)).isEqualTo("200"));
  }

  private static boolean runs(UUID job, String step) {
    return inn.server().rooms().foundation().jobs().get(job).steps().stream()
        .anyMatch(one -> one.name().equals(step) && one.state() == Job.StepState.RUNNING);
  }

  private static void failedRenameLeavesEverythingAsItWas(Tenant tenant) throws IOException {
    KeyAndChain own = SelfMade.of(CHAT, Instant.now());
    Secret key = Secret.of(own.keyPem());
    ingress().upload(Hostname.parse(CHAT), own.chainPem(), key, TestingServer.BY);
    List<Claim> before = ingress().hostnames().of(tenant.id());
    TenantChange ending =
        new TenantChange(null, null, ASK, null, null, Map.of("STAND_IN_EXIT", "3"), null, null);
    Ordered ordered = changed(tenant, ending);
    assertThat(refusal(() -> inn.orderAt(owner, "Other", CHAT))).isEqualTo("hostname-taken");
    assertThat(inn.ended(ordered).state()).isEqualTo(Job.State.TAKEN_BACK);
    assertThat(ingress().hostnames().of(tenant.id())).isEqualTo(before);
    assertThat(health(CHAT)).isEqualTo("200");
    assertThat(PEOPLE.get(ASK, "/").status()).isEqualTo("308");
  }

  private static Tenant opened() {
    Ordered ordered = inn.orderAt(owner, "Klinika Wrzos", CHAT);
    Job job = inn.ended(ordered);
    assertThat(job.failure()).isEmpty();
    return inn.fresh(ordered.tenant());
  }

  private static Ordered renamed(Tenant tenant, String hostname) {
    return changed(tenant, new TenantChange(null, null, hostname, null, null, null, null, null));
  }

  private static Ordered changed(Tenant tenant, TenantChange change) {
    Tenant now = inn.fresh(tenant);
    return inn.tenants()
        .tenants()
        .change(
            now.id(),
            new TenantInput(inn.tenants().settings()).changed(now.spec(), change),
            now.version(),
            TestingServer.BY);
  }

  private static void erase(Tenant tenant) {
    inn.ended(inn.tenants().tenants().remove(tenant.id(), TestingServer.BY));
    inn.ended(inn.tenants().tenants().erase(tenant.id(), tenant.slug().value(), TestingServer.BY));
  }

  private static io.innkeeper.ingress.House house(Tenant tenant) {
    return ingress().hostnames().street().named(tenant.slug().value());
  }

  private static IngressRoom ingress() {
    return inn.server().rooms().face().ingress();
  }

  private static String environment(Tenant tenant, String name) {
    return Optional.ofNullable(inn.state(tenant).orElseThrow().actual().environment().get(name))
        .orElse("");
  }

  private static String health(String name) throws IOException {
    return PEOPLE.get(name, "/health").status();
  }

  private static String port() {
    return ":" + PEOPLE.https();
  }

  private static String refusal(Runnable deed) {
    try {
      deed.run();
      return "";
    } catch (Fault e) {
      return e.code();
    }
  }
}
