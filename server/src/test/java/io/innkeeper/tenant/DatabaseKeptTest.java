package io.innkeeper.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.client.TenantChange;
import io.innkeeper.engine.ContainerState;
import io.innkeeper.job.Job;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.tenant.Tenants.Ordered;
import io.innkeeper.testing.TestingServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newer build that fails leaves the database as the build before it knew it. */
class DatabaseKeptTest {
  private static final String OLD = "innkeeper/stand-in:0.11.0";
  private static final String NEW = "innkeeper/stand-in:0.12.4";

  /** Migrates and never gets ready. */
  private static final Map<String, String> ILL = Map.of("STAND_IN_NEVER_READY", "1");

  @TempDir private Path home;

  @Test
  void removedTenantHasAWayBackFromANewerBuild() throws SQLException {
    try (TestingServer inn = server()) {
      Tenant tenant = inn.open(inn.organisation("Klinika"), "Klinika");
      String revision = revision(tenant);
      inn.ended(inn.tenants().tenants().remove(tenant.id(), TestingServer.BY));
      assertThat(change(inn, tenant, NEW, ILL).job()).isEmpty();
      Ordered start = inn.tenants().tenants().start(tenant.id(), TestingServer.BY);
      assertThat(inn.ended(start).state()).isEqualTo(Job.State.TAKEN_BACK);
      assertThat(inn.state(tenant).filter(ContainerState::running)).isEmpty();
      assertThat(revision(tenant)).isEqualTo(revision);
      Ordered again = inn.tenants().tenants().restart(tenant.id(), TestingServer.BY);
      assertThat(inn.ended(again).state()).isEqualTo(Job.State.TAKEN_BACK);
      assertThat(revision(tenant)).isEqualTo(revision);
      inn.ended(change(inn, tenant, OLD, Map.of()));
      assertThat(inn.fresh(tenant).condition().state()).isEqualTo(State.HEALTHY);
      assertThat(revision(tenant)).isEqualTo(revision);
    }
  }

  @Test
  void tenantWhoseContainerWasDeletedHasAWayBackFromANewerBuild() throws SQLException {
    try (TestingServer inn = server()) {
      Tenant tenant = inn.open(inn.organisation("Klinika"), "Klinika");
      String revision = revision(tenant);
      inn.ended(inn.tenants().tenants().stop(tenant.id(), TestingServer.BY));
      inn.server().rooms().machine().engine().remove(inn.container(tenant));
      change(inn, tenant, NEW, ILL);
      Ordered start = inn.tenants().tenants().start(tenant.id(), TestingServer.BY);
      assertThat(inn.ended(start).state()).isEqualTo(Job.State.TAKEN_BACK);
      assertThat(revision(tenant)).isEqualTo(revision);
    }
  }

  @Test
  void provenNewerBuildKeepsItsMigratedDatabase() throws SQLException {
    try (TestingServer inn = server()) {
      Tenant tenant = inn.open(inn.organisation("Klinika"), "Klinika");
      String revision = revision(tenant);
      inn.ended(inn.tenants().tenants().remove(tenant.id(), TestingServer.BY));
      change(inn, tenant, NEW, Map.of());
      inn.ended(inn.tenants().tenants().start(tenant.id(), TestingServer.BY));
      assertThat(inn.fresh(tenant).condition().state()).isEqualTo(State.HEALTHY);
      assertThat(revision(tenant)).isNotEqualTo(revision);
      assertThat(home.resolve("tenants/klinika/before-update")).doesNotExist();
    }
  }

  private TestingServer server() {
    return TestingServer.on(
        home, "--innkeeper.tenant.image=" + OLD, "--innkeeper.tenant.health-deadline=10s");
  }

  private static Ordered change(
      TestingServer inn, Tenant tenant, String image, Map<String, String> environment) {
    Tenant seen = inn.fresh(tenant);
    TenantChange change = new TenantChange(null, image, null, null, null, environment, null, null);
    TenantSpec wanted = new TenantInput(inn.tenants().settings()).changed(seen.spec(), change);
    return inn.tenants().tenants().change(seen.id(), wanted, seen.version(), TestingServer.BY);
  }

  private String revision(Tenant tenant) throws SQLException {
    Path file = home.resolve("tenants/" + tenant.slug() + "/data/webui.db");
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery("SELECT version_num FROM alembic_version")) {
      return row.getString(1);
    }
  }
}
