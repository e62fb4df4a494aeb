package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.caller.Role;
import io.innkeeper.doctor.Finding;
import io.innkeeper.openrouter.NewUpstreamKey;
import io.innkeeper.openrouter.provision.KeyState;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.simulators.openrouter.OpenRouterSimulator;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys at the upstream in the console of the true server, and what its doctor says of them. */
class UpstreamKeyPagesTest {
  private static final String ORPHAN = "innkeeper/ghost/0123456789 Ghost";

  private static final Pattern DELETE = Pattern.compile("(/upstream-keys/[0-9a-f]{64}/delete)");

  @TempDir private Path home;
  private final OpenRouterSimulator upstream = OpenRouterSimulator.start(0);
  private TestingServer inn;
  private TestingVisitor admin;
  private Organisation owner;

  @BeforeEach
  void begin() {
    inn = TestingServer.on(home, "--innkeeper.openrouter.base-url=" + upstream.baseUrl());
    admin = TestingVisitor.named(inn.server(), "ola", Role.ADMIN);
    owner = inn.organisation("Klinika");
  }

  @AfterEach
  void end() {
    admin.close();
    inn.close();
    upstream.close();
  }

  private void managed() {
    admin.post(
        "/upstream-keys/management-key/set", Map.of("key", OpenRouterSimulator.MANAGEMENT_KEY));
    await().atMost(Duration.ofSeconds(20)).until(() -> state().word().equals("in-use"));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> inn.server().rooms().foundation().jobs().unended() == 0);
  }

  private KeyState state() {
    return inn.server().rooms().money().upstream().keys().state(owner);
  }

  @Test
  void managementKeyGivenInTheConsoleGivesEveryOrganisationItsKey() {
    assertThat(admin.get("/upstream-keys").body()).contains("There is no management key");
    assertThat(
            admin
                .post(
                    "/upstream-keys/management-key/set",
                    Map.of("key", OpenRouterSimulator.TEST_KEYS + "calls-models-only-0000"))
                .body())
        .contains("This key calls models; it can&#39;t make keys. Nothing was kept.");
    managed();
    String page = admin.get("/organisations/klinika/upstream-key").body();
    String label = state().current().orElseThrow().label().orElseThrow();
    assertThat(page).contains("In use", label, "kept in step", "sk-or-v1-…d-in, given by ola");
    assertThat(page).doesNotContain(OpenRouterSimulator.MANAGEMENT_KEY);
    assertThat(admin.get("/organisations/klinika").body())
        .contains("href=\"/organisations/klinika/upstream-key\"");
  }

  @Test
  void rotationIsOrderedAndOnePastedInTheConsole() {
    managed();
    Optional<String> before = state().current().orElseThrow().hash();
    admin.post("/organisations/klinika/upstream-key/rotate", Map.of("overlap", "0"));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> inn.server().rooms().foundation().jobs().unended() == 0);
    assertThat(state().current().orElseThrow().hash()).isNotEqualTo(before);
    assertThat(admin.get("/organisations/klinika/upstream-key").body()).contains("Switched off");
    admin.post(
        "/organisations/klinika/upstream-key/paste",
        Map.of("key", OpenRouterSimulator.TEST_KEYS + "given-by-an-operator"));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(admin.get("/organisations/klinika/upstream-key").body())
                    .contains("Given by hand, so it is left as it is"));
  }

  @Test
  void orphanIsListedAndDeletedByItsName() {
    managed();
    inn.server()
        .rooms()
        .money()
        .openRouter()
        .create(new NewUpstreamKey(ORPHAN, Optional.empty(), Optional.empty(), Optional.empty()))
        .orFault();
    admin.post("/upstream-keys/check", Map.of());
    String page = admin.get("/upstream-keys").body();
    assertThat(page).contains(ORPHAN, "nobody here", "Orphan", "Klinika");
    assertThat(findings()).anyMatch(one -> one.what().startsWith("One key at OpenRouter is named"));
    String delete = TestingVisitor.found(DELETE, page);
    assertThat(admin.get(delete).body()).contains("innkeeper upstream delete-orphan");
    admin.post(delete, Map.of("typed", "another"));
    assertThat(upstream.keyNames()).contains(ORPHAN);
    admin.post(delete, Map.of("typed", ORPHAN));
    assertThat(upstream.keyNames()).hasSize(1).doesNotContain(ORPHAN);
  }

  @Test
  void doctorSaysWhichKeyAndStoreServeWhom() {
    managed();
    String label = state().current().orElseThrow().label().orElseThrow();
    assertThat(findings())
        .extracting(Finding::what)
        .contains(
            "Klinika calls with %s, made here; its secret is kept in %s."
                .formatted(label, home.resolve("store/innkeeper.db")));
    upstream.at("GET /keys", "error=management-only");
    assertThat(admin.post("/upstream-keys/check", Map.of()).body())
        .contains("the key may not do that");
    assertThat(findings())
        .anyMatch(
            one -> one.what().startsWith("The keys at OpenRouter could not be looked at. Tried"));
    upstream.at("GET /keys", "error=management-only");
    assertThat(admin.get("/upstream-keys").body()).contains("The keys can’t be listed");
  }

  private List<Finding> findings() {
    return inn.server().doctor().examine().stream()
        .filter(one -> one.name().equals("key check"))
        .toList();
  }
}
