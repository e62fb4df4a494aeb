package io.innkeeper.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.audit.AuditFilter;
import io.innkeeper.audit.AuditLine;
import io.innkeeper.audit.Verification;
import io.innkeeper.job.JobFilter;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant.Wanted;
import io.innkeeper.testing.TestingClock;
import io.innkeeper.testing.TestingServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes by itself after ninety days, what goes at once, and what stays for good. */
class RetentionTest {
  @TempDir private Path home;
  private final TestingClock clock = new TestingClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));

  @Test
  void endedJobsGoAfterNinetyDaysWhateverBecameOfTheirTenants() {
    try (TestingServer inn = TestingServer.at(clock, home)) {
      Organisation owner = inn.organisation("Klinika");
      Tenant erased = opened(inn, inn.order(owner, "Rejestracja", Map.of("SMTP_PASSWORD", "owl")));
      Tenant removed = inn.open(owner, "Recepcja");
      inn.ended(inn.tenants().tenants().erase(erased.id(), "rejestracja", TestingServer.BY));
      inn.ended(inn.tenants().tenants().remove(removed.id(), TestingServer.BY));

      assertThat(count(inn, "tenant_secrets", erased)).as("secrets go at once").isZero();
      assertThat(count(inn, "tenant_versions", erased)).as("and desired states").isZero();
      assertThat(home.resolve("tenants/rejestracja")).doesNotExist();
      assertThat(inn.tenants().tenants().get(erased.id()).spec().environment()).isEmpty();

      clock.pass(Duration.ofDays(89));
      assertThat(inn.server().rooms().foundation().jobs().forgetOld()).isZero();
      assertThat(jobs(inn, erased)).isEqualTo(2);
      clock.pass(Duration.ofDays(2));
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> jobs(inn, erased) + jobs(inn, removed) == 0);

      assertThat(rows(inn, "job_steps")).isZero();
      assertThat(rows(inn, "job_log")).isZero();
      assertThat(inn.fresh(removed).wanted()).isEqualTo(Wanted.REMOVED);
      assertThat(count(inn, "tenant_secrets", removed)).as("it can be started again").isPositive();
      assertThat(home.resolve("tenants/recepcja/data")).isNotEmptyDirectory();
      assertThat(audited(inn)).contains("tenant.open", "tenant.erased", "tenant.remove");
      assertThat(inn.server().rooms().foundation().audit().verify())
          .isInstanceOf(Verification.Whole.class);
    }
  }

  private static Tenant opened(TestingServer inn, Tenants.Ordered ordered) {
    inn.ended(ordered);
    return ordered.tenant();
  }

  private static long jobs(TestingServer inn, Tenant tenant) {
    return inn.server().rooms().foundation().jobs().count(JobFilter.of(tenant.subject()));
  }

  private static List<String> audited(TestingServer inn) {
    return inn
        .server()
        .rooms()
        .foundation()
        .audit()
        .lines(AuditFilter.ALL, Optional.empty(), 100)
        .stream()
        .map(AuditLine::verb)
        .toList();
  }

  private static long count(TestingServer inn, String table, Tenant tenant) {
    return number(
        inn, "select count(*) from " + table + " where tenant_id = '" + tenant.id() + "'");
  }

  private static long rows(TestingServer inn, String table) {
    return number(inn, "select count(*) from " + table);
  }

  private static long number(TestingServer inn, String sql) {
    return inn.server()
        .rooms()
        .foundation()
        .database()
        .read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}
