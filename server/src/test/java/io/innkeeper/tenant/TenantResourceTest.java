package io.innkeeper.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.client.ClientFailure;
import io.innkeeper.client.InnkeeperClient;
import io.innkeeper.client.NewTenant;
import io.innkeeper.client.Page;
import io.innkeeper.client.ProblemException;
import io.innkeeper.client.StandStill;
import io.innkeeper.client.TenantChange;
import io.innkeeper.client.TenantJobView;
import io.innkeeper.client.TenantView;
import io.innkeeper.engine.EngineException;
import io.innkeeper.http.Caller;
import io.innkeeper.http.Callers;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TestingDoor;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationPath;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingSocket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tenants as programs ask for them. */
class TenantResourceTest {
  private static final TypeReference<Page<TenantView>> TENANTS = new TypeReference<>() {};

  @TempDir private Path home;
  @TempDir private Path doorHome;
  private TestingSocket engine;
  private TestingServer inn;
  private TestingDoor door;
  private Organisation klinika;
  private Optional<UUID> own = Optional.empty();

  @BeforeEach
  void open() throws IOException {
    engine = new TestingSocket(Files.createTempDirectory("ink").resolve("engine.sock"));
    inn = TestingServer.on(home, "--innkeeper.engine.address=" + engine.address());
    klinika = inn.organisation("Klinika");
    own = Optional.of(klinika.id());
    Routes routes = new Routes();
    new TenantResource(
            inn.tenants(), new OrganisationPath(organisations()), name -> Optional.empty())
        .hang(routes);
    door =
        new TestingDoor(
            routes, new ByRole(), inn.server().rooms().foundation().database(), doorHome);
  }

  @AfterEach
  void close() {
    door.close();
    inn.close();
    engine.close();
  }

  /** The token is the role; a client's organisation is {@link #own}. */
  private final class ByRole implements Callers {
    @Override
    public Optional<Caller> byBearer(String token) {
      Role role = Role.parse(token);
      Optional<UUID> bound = role == Role.CLIENT ? own : Optional.empty();
      return Optional.of(
          new Caller(
              new Principal(Actor.Kind.TOKEN, new UUID(0, 7), token, role, bound, false), ""));
    }

    @Override
    public Optional<Caller> bySession(String token) {
      return Optional.empty();
    }
  }

  @Test
  void dryRunOfAnOpeningRefusesWhatTheOpeningRefuses() {
    inn.ended(inn.order(klinika, "Wrzos", database()));
    refused("slug-taken", () -> dryRun("Wrzos", Map.of()));
    refused("data-place-taken", () -> dryRun("Brzoza", database()));
    assertThat(dryRun("Brzoza", Map.of()).path("steps")).isNotEmpty();
  }

  @Test
  void dryRunOfAChangeRefusesWhatTheChangeRefuses() {
    Tenant tenant = inn.open(klinika, "Wrzos");
    TenantChange elsewhere = environment(database());
    refused(
        "data-not-moved",
        () -> as(Role.OPERATOR).patch("/tenants/wrzos?dry-run=true", tenant.version(), elsewhere));
    inn.ended(inn.tenants().tenants().stop(tenant.id(), TestingServer.BY));
    refused(
        "tenant-stopped",
        () -> as(Role.OPERATOR).post("/tenants/wrzos/restart?dry-run=true", null));
  }

  @Test
  void logOfARemovedTenantIsRefusedAndSoIsOneWithoutAnEngine() {
    Tenant tenant = inn.open(klinika, "Wrzos");
    List<String> lines = new ArrayList<>();
    as(Role.VIEWER).lines("/tenants/wrzos/log", lines::add);
    assertThat(lines).anyMatch(line -> line.contains("Uvicorn running"));
    inn.ended(inn.tenants().tenants().remove(tenant.id(), TestingServer.BY));
    refused("no-container", () -> as(Role.VIEWER).get("/tenants/wrzos/log"));
    engine.goAway();
    refused("engine-not-reachable", () -> as(Role.VIEWER).get("/tenants/wrzos/log"));
    engineIsBack();
  }

  @Test
  void followedLogBreaksOffWithTheEngine() {
    inn.open(klinika, "Wrzos");
    assertThatThrownBy(
            () -> as(Role.VIEWER).lines("/tenants/wrzos/log?follow=true", line -> engine.goAway()))
        .isInstanceOf(ClientFailure.class);
    engineIsBack();
  }

  @Test
  void reasonOfAStopAndOfARemovalIsShownWithTheState() {
    Tenant tenant = inn.open(klinika, "Wrzos");
    refused(
        "reason-long",
        () -> as(Role.OPERATOR).post("/tenants/wrzos/stop", new StandStill("x".repeat(999))));
    done("/tenants/wrzos/stop", new StandStill("unpaid"));
    assertThat(inn.fresh(tenant).condition().reason()).endsWith(": unpaid");
    done("/tenants/wrzos/remove", new StandStill("left us"));
    assertThat(inn.fresh(tenant).condition().reason()).contains(": left us");
    done("/tenants/wrzos/start", null);
    done("/tenants/wrzos/stop", null);
    assertThat(inn.fresh(tenant).condition().reason()).doesNotContain("left us", ":");
  }

  @Test
  void tenantsOfASuspendedOrganisationAreListedByIt() {
    inn.open(klinika, "Wrzos");
    organisations().suspend(klinika.id(), "unpaid", TestingServer.BY);
    for (Role role : new Role[] {Role.VIEWER, Role.CLIENT}) {
      assertThat(as(role).get("/tenants?organisation=klinika").as(TENANTS).items())
          .extracting(TenantView::slug)
          .containsExactly("wrzos");
    }
  }

  @Test
  void aClientCanNotTellAnotherOrganisationFromNone() {
    inn.organisation("Brzoza");
    assertThat(told("brzoza")).isEqualTo(told("nobody").replace("nobody", "brzoza"));
  }

  /** Connections that broke are noticed one by one. */
  private void engineIsBack() {
    engine.comeBack();
    await()
        .ignoreExceptionsInstanceOf(EngineException.class)
        .until(() -> inn.server().rooms().machine().engine().info() != null);
  }

  private InnkeeperClient as(Role role) {
    return door.client(Optional.of(role.word()));
  }

  private Organisations organisations() {
    return inn.server().rooms().entrance().organisations();
  }

  private static void refused(String code, ThrowingCallable deed) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  private String told(String organisation) {
    try {
      return as(Role.CLIENT).get("/tenants?organisation=" + organisation).json().toString();
    } catch (ProblemException e) {
      return e.problem().status() + " " + e.problem().code() + " " + e.getMessage();
    }
  }

  private JsonNode dryRun(String name, Map<String, String> environment) {
    NewTenant given =
        new NewTenant(
            "klinika", name, null, null, null, null, null, environment, null, null, null, null);
    return as(Role.OPERATOR).post("/tenants?dry-run=true", given).json();
  }

  private static Map<String, String> database() {
    return Map.of("DATABASE_URL", "postgresql://app:secret@db.example:5432/app");
  }

  private static TenantChange environment(Map<String, String> extra) {
    return new TenantChange(null, null, null, null, null, extra, null, null);
  }

  private void done(String path, @Nullable Object body) {
    TenantJobView ordered = as(Role.OPERATOR).post(path, body).as(TenantJobView.class);
    inn.ended(Objects.requireNonNull(ordered.jobId()));
  }
}
