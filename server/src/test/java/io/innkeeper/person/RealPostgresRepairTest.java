package io.innkeeper.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.innkeeper.client.NewTenant;
import io.innkeeper.engine.ImageReference;
import io.innkeeper.job.Job;
import io.innkeeper.openwebui.AppUser;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.DistantPostgres;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantInput;
import io.innkeeper.testing.TestingServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Open WebUI that keeps its data in a PostgreSQL on another machine: nobody can get in any
 * more, and are let in again. The image must hold psycopg2, as the official one does.
 */
class RealPostgresRepairTest {
  private static final String IMAGE =
      System.getProperty("innkeeper.postgres-image", "innkeeper/open-webui:0.12.4");
  private static final String ANNA = "anna@wrzos.example";
  private static final Secret PASSWORD = Secret.of("Her-own-lamp-1");
  private static final String ROLE = "select role from \"user\" where email like '%s%%'";

  @TempDir Path home;

  @Test
  void whoIsLockedOutIsLetInAgainAndAFailedRepairChangesNothing() throws Exception {
    try (DistantPostgres postgres = DistantPostgres.start();
        TestingServer inn =
            TestingServer.on(
                home,
                "--innkeeper.tenant.image=" + IMAGE,
                "--innkeeper.tenant.health-deadline=180s")) {
      assumeTrue(holdsDriver(inn), IMAGE + " is without psycopg2: build it again");
      Tenant tenant = open(inn, postgres.freshDatabase());
      assertThat(tenant.condition().state())
          .as(tenant.condition().reason())
          .isEqualTo(Tenant.State.HEALTHY);
      inn.tenants().sessions().of(tenant).addUser("Anna", ANNA, PASSWORD, AppUser.Role.USER);

      lockedOut(postgres);
      Job own = repaired(inn, tenant, Optional.empty());
      assertThat(own.state()).as(own.failure().orElse("")).isEqualTo(Job.State.FINISHED);
      assertThat(postgres.value(ROLE.formatted("innkeeper@"))).isEqualTo("admin");
      assertThat(inn.tenants().sessions().of(inn.fresh(tenant)).user(ANNA)).isPresent();

      Job anna = repaired(inn, tenant, Optional.of(ANNA));
      assertThat(anna.state()).as(anna.failure().orElse("")).isEqualTo(Job.State.FINISHED);
      assertThat(postgres.value(ROLE.formatted("anna@"))).isEqualTo("admin");
      assertThat(inn.tenants().sessions().app(inn.fresh(tenant)).signIn(ANNA, PASSWORD).role())
          .isEqualTo(AppUser.Role.ADMIN);
      nothingIsKept(postgres);

      Job nobody = repaired(inn, tenant, Optional.of("nobody@wrzos.example"));
      assertThat(nobody.state()).isEqualTo(Job.State.TAKEN_BACK);
      assertThat(inn.fresh(tenant).condition().state()).isEqualTo(Tenant.State.HEALTHY);
      nothingIsKept(postgres);
    }
  }

  private static boolean holdsDriver(TestingServer inn) {
    var engine = inn.server().rooms().machine().engine();
    String driver = "/usr/local/lib/python3.11/dist-packages/psycopg2/__init__.py";
    return engine
        .image(ImageReference.parse(IMAGE))
        .filter(image -> !engine.filesOf(image.id(), driver).isEmpty())
        .isPresent();
  }

  private static Tenant open(TestingServer inn, String database) {
    Organisation owner = inn.organisation("Klinika Wrzos");
    NewTenant given =
        new NewTenant(
            owner.slug().value(),
            "Wrzos",
            null,
            null,
            null,
            null,
            null,
            Map.of("DATABASE_URL", database),
            null,
            true,
            "admin@wrzos.example",
            "Admin");
    var ordered =
        inn.tenants()
            .tenants()
            .open(
                owner.id(),
                new TenantInput(inn.tenants().settings()).asked(given),
                TestingServer.BY);
    Job unused = inn.ended(ordered);
    return inn.fresh(ordered.tenant());
  }

  /** As somebody who worked in the database: every admin waits, their passwords are others. */
  private static void lockedOut(DistantPostgres postgres) throws IOException {
    postgres.value("update \"user\" set role = 'pending' where role = 'admin'");
    postgres.value("update auth set password = 'x' where email like '%.invalid'");
    assertThat(postgres.value("select count(*) from \"user\" where role = 'admin'")).isEqualTo("0");
  }

  private static Job repaired(TestingServer inn, Tenant tenant, Optional<String> email) {
    return inn.ended(
        inn.server()
            .rooms()
            .tenancy()
            .people()
            .batches()
            .repairAdmin(inn.fresh(tenant), email, false, TestingServer.BY)
            .id());
  }

  private static void nothingIsKept(DistantPostgres postgres) throws IOException {
    assertThat(
            postgres.value(
                "select count(*) from information_schema.tables"
                    + " where table_name like 'innkeeper_kept%'"))
        .isEqualTo("0");
  }
}
