package io.innkeeper.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.innkeeper.caller.Role;
import io.innkeeper.client.VariablesChange;
import io.innkeeper.engine.ContainerSpec;
import io.innkeeper.job.Job;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import io.innkeeper.variable.SeveralTenants.Asked;
import io.innkeeper.variable.SeveralTenants.Comes;
import io.innkeeper.variable.SeveralTenants.Planned;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One change over chosen tenants, on a real engine; one job at a time runs. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeveralTenantsTest {
  private static final String SIZE = "RAG_EMBEDDING_BATCH_SIZE";

  @TempDir static Path home;
  private static TestingServer inn;
  private static Organisation owner;
  private static Tenant alfa;
  private static Tenant beta;
  private static Tenant gamma;

  @BeforeAll
  static void open() {
    inn = TestingServer.on(home, "--innkeeper.job.parallel=1");
    owner = inn.organisation("Klinika Wrzos sp. z o.o.");
    alfa = inn.open(owner, "Alfa");
    beta = inn.open(owner, "Beta");
    gamma = inn.open(owner, "Gamma");
    inn.ended(inn.tenants().tenants().stop(gamma.id(), TestingServer.BY));
  }

  @AfterAll
  static void close() {
    inn.close();
  }

  @Test
  @Order(1)
  void eachIsToldBeforeAndOnlyTheChosenOnesChange() {
    Asked asked = asked(Map.of(SIZE, "32"), List.of("beta"), alfa, beta, gamma);
    assertThat(inn.server().rooms().tenancy().variables().several().plan(asked))
        .extracting(Planned::slug, Planned::comes)
        .containsExactly(
            tuple("beta", Comes.NOW),
            tuple("alfa", Comes.NOW),
            tuple("gamma", Comes.WHEN_IT_STARTS));

    Job job = change(asked(Map.of(SIZE, "32"), List.of("beta"), beta, gamma));
    assertThat(job.state()).isEqualTo(Job.State.FINISHED);
    assertThat(environment(beta)).containsEntry(SIZE, "32");
    assertThat(environment(alfa)).doesNotContainEntry(SIZE, "32");
    assertThat(inn.fresh(gamma).spec().environment()).containsEntry(SIZE, "32");
    assertThat(several().plan(asked(Map.of(SIZE, "32"), List.of(), alfa, beta)))
        .extracting(Planned::comes)
        .containsExactly(Comes.NOW, Comes.SAME);
    assertThat(several().change(asked(Map.of(SIZE, "32"), List.of(), beta), TestingServer.BY).job())
        .isEmpty();
    assertNothingIsKept();
  }

  @Test
  @Order(2)
  void firstThatFailsTakesAllBackAndKeepsWhatOthersChanged() {
    Map<String, ContainerSpec> before = specs();
    String hush = "not-for-the-log";
    Job job =
        change(
            asked(
                Map.of("STAND_IN_EXIT", "3", "TAVILY_API_KEY", hush),
                List.of("gamma", "beta"),
                alfa,
                beta,
                gamma));
    assertThat(job.state()).isEqualTo(Job.State.TAKEN_BACK);
    assertThat(job.failure().orElseThrow()).contains("beta did not come up");
    assertThat(job.toString()).doesNotContain(hush);
    assertThat(specs()).isEqualTo(before);
    assertThat(inn.fresh(gamma).spec().environment()).doesNotContainKey("STAND_IN_EXIT");
    assertThat(inn.fresh(beta).spec().environment()).doesNotContainKey("TAVILY_API_KEY");
    assertNothingIsKept();
  }

  @Test
  @Order(3)
  void whoRefusesIsNamedAndMayBeLeftOut() {
    inn.ended(inn.tenants().tenants().remove(gamma.id(), TestingServer.BY));
    Asked all = asked(Map.of(), List.of(SIZE), List.of(), alfa, beta, gamma);
    assertThatThrownBy(() -> several().change(all, TestingServer.BY))
        .hasMessageContaining("gamma: Its container is removed");
    Asked others = new Asked(all.tenants(), all.wish(), List.of(), true, "less at once");
    assertThat(change(others).state()).isEqualTo(Job.State.FINISHED);
    assertThat(inn.fresh(beta).spec().environment()).doesNotContainKey(SIZE);
    assertThatThrownBy(() -> several().plan(asked(Map.of(SIZE, "1"), List.of("gamma"), alfa, beta)))
        .hasMessageContaining("not among the chosen");
  }

  @Test
  @Order(4)
  void programsChooseByNameOrByWhatTheyAre() {
    try (TestingVisitor operator = TestingVisitor.named(inn.server(), "ola", Role.OPERATOR)) {
      String plan =
          operator
              .ask(
                  "POST",
                  "/api/v1/variables/tenants?dry-run=true",
                  "{\"where\":{\"organisation\":\""
                      + owner.slug()
                      + "\",\"state\":\"healthy\"},"
                      + "\"set\":{\"ENABLE_CHANNELS\":\"true\"}}")
              .body();
      assertThat(plan).contains("\"alfa\"", "\"beta\"", "\"now\"").doesNotContain("gamma");
      assertThat(
              operator
                  .ask(
                      "POST",
                      "/api/v1/variables/tenants",
                      "{\"tenants\":[\"alfa\",\"omega\"],\"set\":{\"ENABLE_CHANNELS\":\"true\"}}")
                  .body())
          .contains("no-such-tenant", "omega");
      assertThat(
              operator.ask("POST", "/api/v1/variables/tenants", "{\"set\":{\"A\":\"1\"}}").body())
          .contains("Say which tenants are meant");
    }
  }

  private static void assertNothingIsKept() {
    for (String table : List.of("variable_several", "variable_several_tenants")) {
      String query = "select count(*) from " + table;
      long rows =
          inn.server()
              .rooms()
              .foundation()
              .database()
              .read(handle -> handle.createQuery(query).mapTo(Long.class).one());
      assertThat(rows).as(table).isZero();
    }
  }

  private static Job change(Asked asked) {
    return inn.ended(several().change(asked, TestingServer.BY).job().orElseThrow().id());
  }

  private static Asked asked(Map<String, String> set, List<String> first, Tenant... tenants) {
    return asked(set, List.of(), first, tenants);
  }

  private static Asked asked(
      Map<String, String> set, List<String> remove, List<String> first, Tenant... tenants) {
    List<Tenant> fresh = Arrays.stream(tenants).map(inn::fresh).toList();
    return new Asked(fresh, Wish.of(new VariablesChange(set, remove, null)), first, false, "");
  }

  private static SeveralTenants several() {
    return inn.server().rooms().tenancy().variables().several();
  }

  private static Map<String, String> environment(Tenant tenant) {
    return inn.state(tenant).orElseThrow().actual().environment();
  }

  private static Map<String, ContainerSpec> specs() {
    return Map.of(
        "alfa", inn.state(alfa).orElseThrow().actual(),
        "beta", inn.state(beta).orElseThrow().actual());
  }
}
