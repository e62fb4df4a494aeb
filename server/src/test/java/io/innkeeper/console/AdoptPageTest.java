package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.caller.Role;
import io.innkeeper.job.Job;
import io.innkeeper.job.JobFilter;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Containers of a lost store are asked about, ordered, and their way shows as a job. */
class AdoptPageTest {
  @TempDir private Path home;
  @TempDir private Path second;
  private TestingServer inn;
  private Tenant lost;

  @BeforeEach
  void loseTheStore() throws Exception {
    TestingServer first = TestingServer.on(home);
    Organisation owner = first.organisation("Brzoza");
    lost = first.open(owner, "Brzoza");
    first.stop();
    Files.move(home.resolve("tenants"), second.resolve("tenants"));
    inn = TestingServer.named(first.prefix(), second);
  }

  @AfterEach
  void close() {
    inn.close();
  }

  @Test
  void lostTenantsAreAskedAboutThenAdoptedByAJobThatShows() {
    try (TestingVisitor anna = TestingVisitor.named(inn.server(), "anna", Role.ADMIN)) {
      assertThat(anna.get("/tenants/adopt").body())
          .contains("Adopt 1 tenant?", "brzoza, from " + inn.prefix() + "-brzoza")
          .contains("earlier desired states");

      HttpResponse<String> ordered = anna.post("/tenants/adopt", Map.of());
      Job job = inn.ended(only().id());
      assertThat(ordered.statusCode()).isEqualTo(303);
      assertThat(ordered.headers().firstValue("Location")).contains("/jobs/" + job.id());
      assertThat(job.state()).as(job.failure().orElse("")).isEqualTo(Job.State.FINISHED);
      assertThat(anna.get("/jobs/" + job.id()).body())
          .contains("Adopting Brzoza", "Find the container", "Copy what must be kept")
          .contains("Wait until healthy");
      assertThat(inn.fresh(lost).condition().state()).isEqualTo(State.HEALTHY);
      assertThat(anna.get("/tenants/adopt").body())
          .contains("Every container of this Innkeeper belongs to a tenant in the store.");
    }
  }

  @Test
  void strangersContainerIsAskedForAndWhatIsWrongIsSaidBesideItsField() {
    try (TestingVisitor anna = TestingVisitor.named(inn.server(), "anna", Role.ADMIN)) {
      inn.organisation("Wrzos");
      assertThat(anna.get("/tenants/adopt/foreign").body())
          .contains("somebody else made", "Wrzos", "type=\"password\"");
      Map<String, String> typed =
          Map.of(
              "container", "no-such-container",
              "organisation", "wrzos",
              "adminEmail", "hanna@wrzos.example",
              "adminPassword", "owl ladder copper");
      String again = anna.post("/tenants/adopt/foreign", typed).body();
      assertThat(again).contains("no-such-container", "hanna@wrzos.example");
      assertThat(again).doesNotContain("owl ladder copper");
      assertThat(inn.server().rooms().foundation().jobs().list(JobFilter.ALL, Optional.empty(), 10))
          .isEmpty();
    }
  }

  @Test
  void onlyAnAdminAdopts() {
    try (TestingVisitor ola = TestingVisitor.named(inn.server(), "ola", Role.OPERATOR)) {
      assertThat(ola.get("/tenants/adopt").statusCode()).isEqualTo(403);
      assertThat(ola.post("/tenants/adopt", Map.of()).statusCode()).isEqualTo(403);
      assertThat(inn.tenants().tenants().all()).isEmpty();
    }
  }

  private Job only() {
    List<Job> all =
        inn.server().rooms().foundation().jobs().list(JobFilter.ALL, Optional.empty(), 10);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }
}
