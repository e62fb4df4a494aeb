package io.innkeeper.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.client.EffectiveView;
import io.innkeeper.client.VariablesChange;
import io.innkeeper.engine.ContainerSpec;
import io.innkeeper.job.Job;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.variable.Variables.Named;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change of an outer layer does to tenants, on a real engine; one job at a time runs. */
class LayersOnTenantsTest {
  private static final String NAME = "RAG_EMBEDDING_BATCH_SIZE";

  @TempDir static Path home;
  private static TestingServer inn;
  private static Organisation owner;
  private static Tenant first;
  private static Tenant second;

  @BeforeAll
  static void open() {
    inn = TestingServer.on(home, "--innkeeper.job.parallel=1");
    owner = inn.organisation("Klinika Wrzos sp. z o.o.");
    first = inn.open(owner, "Alfa");
    second = inn.open(owner, "Beta");
  }

  @AfterAll
  static void close() {
    inn.close();
  }

  @Test
  void organisationsValueReachesEveryTenantAndLeavesAgain() {
    Map<String, ContainerSpec> before = specs();
    Job job = change(Map.of(NAME, "32"), List.of(), List.of("beta"));
    assertThat(job.state()).isEqualTo(Job.State.FINISHED);
    assertThat(job.steps())
        .extracting(Job.StepRecord::name)
        .containsSubsequence("Bring it to beta", "Bring it to alfa");
    for (Tenant tenant : List.of(first, second)) {
      assertThat(environment(tenant)).containsEntry(NAME, "32");
      assertThat(inn.tenants().plans().now(inn.fresh(tenant)).differences()).isEmpty();
      assertThat(line(tenant).state()).isEqualTo("same");
      assertThat(line(tenant).used()).isEqualTo("32");
    }
    change(Map.of(), List.of(NAME), List.of());
    assertThat(specs()).isEqualTo(before);
    // The app keeps it in its own database, and is brought back to our default.
    assertThat(line(first).used()).isEqualTo("64");
    assertThat(line(first).state()).isEqualTo("same");
  }

  @Test
  void failingCanaryTakesEverythingBack() {
    Map<String, ContainerSpec> before = specs();
    long version = room().layers().version(layer());
    Job job = change(Map.of("STAND_IN_EXIT", "3"), List.of(), List.of("alfa"));
    assertThat(job.state()).isEqualTo(Job.State.TAKEN_BACK);
    assertThat(job.failure().orElseThrow()).contains("alfa did not come up");
    assertThat(specs()).isEqualTo(before);
    assertThat(room().layers().of(layer())).isEmpty();
    assertThat(room().layers().version(layer())).isEqualTo(version + 2);
    assertThatThrownBy(() -> change(Map.of("A", "b"), List.of(), List.of("gamma")))
        .hasMessageContaining("doesn’t reach");
  }

  private static Job change(Map<String, String> set, List<String> remove, List<String> canaries) {
    Wish wish = Wish.of(new VariablesChange(set, remove, null));
    long seen = room().layers().version(layer());
    Variables.Ordered ordered =
        room().variables().change(named(), wish, canaries, seen, TestingServer.BY);
    return inn.ended(ordered.job().orElseThrow().id());
  }

  private static VariableRoom room() {
    return inn.server().rooms().tenancy().variables();
  }

  private static Named named() {
    return VariableRoom.named(owner);
  }

  private static Layer layer() {
    return named().layer();
  }

  private static EffectiveView reading(Tenant tenant) {
    return room().readings().last(tenant);
  }

  private static EffectiveView.Line line(Tenant tenant) {
    return Readings.line(reading(tenant), NAME).orElseThrow();
  }

  private static Map<String, String> environment(Tenant tenant) {
    return inn.state(tenant).orElseThrow().actual().environment();
  }

  private static Map<String, ContainerSpec> specs() {
    return Map.of(
        "alfa", inn.state(first).orElseThrow().actual(),
        "beta", inn.state(second).orElseThrow().actual());
  }
}
