package io.innkeeper.tenant;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.client.Adopting;
import io.innkeeper.client.AdoptionView.Adopted;
import io.innkeeper.engine.ContainerName;
import io.innkeeper.engine.ContainerState;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.testing.TestingServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A container that another project runs becomes a tenant, or stays what it was. */
class AdoptionTest {
  @TempDir private Path home;
  private TestingServer inn;
  private Organisation owner;
  private SomebodyElses theirs;

  @BeforeEach
  void open() throws Exception {
    inn = TestingServer.on(home);
    owner = inn.organisation("Klinika");
    theirs = new SomebodyElses(inn.prefix() + "-somebody-elses");
  }

  @AfterEach
  void close() throws Exception {
    theirs.close();
    inn.close();
  }

  @Test
  void foreignContainerBecomesATenantWithItsPeopleAndFiles() throws Exception {
    theirs.run("-e", "WEBUI_SECRET_KEY=theirs", "-e", "CORS_ALLOW_ORIGIN=*");
    theirs.docker(
        "exec",
        theirs.name(),
        "sh",
        "-c",
        "mkdir -p /app/backend/data/uploads; echo hello > /app/backend/data/uploads/a.txt");
    Adopted adopted =
        inn.tenants()
            .adoption()
            .foreign(wish(SomebodyElses.PASSWORD), owner.id(), false, TestingServer.BY)
            .adopted()
            .getFirst();
    Job job = inn.ended(requireNonNull(adopted.jobId()));

    assertThat(job.state()).as(job.failure().orElse("")).isEqualTo(Job.State.FINISHED);
    Tenant tenant = inn.tenants().tenants().named("recepcja");
    assertThat(tenant.condition().state()).isEqualTo(State.HEALTHY);
    assertThat(inn.tenants().plans().now(tenant).differences()).isEmpty();
    assertThat(inn.state(tenant).orElseThrow().actual().environment())
        .containsEntry("WEBUI_SECRET_KEY", "theirs");
    assertThat(home.resolve("tenants/recepcja/data/uploads/a.txt")).hasContent("hello\n");
    assertThat(Files.getAttribute(home.resolve("tenants/recepcja/data/uploads/a.txt"), "unix:uid"))
        .isEqualTo(1000);
    assertThat(foreign().running()).as("theirs is stopped and kept").isFalse();
    assertThat(adopted.lost()).anyMatch(line -> line.contains("CORS_ALLOW_ORIGIN"));
  }

  @Test
  void adoptionThatFailsGivesTheContainerBackAndLeavesNothing() throws Exception {
    theirs.run("-e", "WEBUI_SECRET_KEY=theirs");
    Adopted adopted =
        inn.tenants()
            .adoption()
            .foreign(wish("not-her-password-at-all"), owner.id(), false, TestingServer.BY)
            .adopted()
            .getFirst();
    Job job = inn.ended(requireNonNull(adopted.jobId()));

    assertThat(job.state()).isEqualTo(Job.State.TAKEN_BACK);
    assertThat(foreign().running()).isTrue();
    assertThat(inn.tenants().tenants().all()).isEmpty();
    assertThat(inn.containers()).isEmpty();
    assertThat(home.resolve("tenants/recepcja")).doesNotExist();
  }

  @Test
  void dryRunTouchesNothing() throws Exception {
    theirs.run("-e", "WEBUI_SECRET_KEY=theirs");
    Adopted planned =
        inn.tenants()
            .adoption()
            .foreign(wish(SomebodyElses.PASSWORD), owner.id(), true, TestingServer.BY)
            .adopted()
            .getFirst();
    assertThat(planned.jobId()).isNull();
    assertThat(planned.lost()).anyMatch(line -> line.contains("a tenant has its own"));
    assertThat(foreign().running()).isTrue();
    assertThat(inn.tenants().tenants().all()).isEmpty();
  }

  @Test
  void whatCannotBeTakenOverWholeIsRefusedBeforeAnythingIsDone() throws Exception {
    theirs.docker(
        "run",
        "-d",
        "--name",
        theirs.name(),
        "-e",
        "DATABASE_URL=postgresql://db/webui",
        TestingServer.STAND_IN);
    assertThatThrownBy(
            () ->
                inn.tenants()
                    .adoption()
                    .foreign(wish(SomebodyElses.PASSWORD), owner.id(), false, TestingServer.BY))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("outside its folder");
    Adopting nobody =
        new Adopting(
            "no-such-container",
            null,
            "Recepcja",
            null,
            null,
            "a@b.example",
            SomebodyElses.PASSWORD);
    assertThatThrownBy(
            () -> inn.tenants().adoption().foreign(nobody, owner.id(), false, TestingServer.BY))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("There is no container no-such-container here.");
  }

  private Adopting wish(String password) {
    return theirs.wish(owner.slug().value(), "Recepcja", password);
  }

  private ContainerState foreign() {
    return inn.server()
        .rooms()
        .machine()
        .engine()
        .find(new ContainerName(theirs.name()))
        .orElseThrow();
  }
}
