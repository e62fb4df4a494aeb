package io.innkeeper.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.engine.ContainerSpec;
import io.innkeeper.engine.ImageReference;
import io.innkeeper.openwebui.ServiceAccount;
import io.innkeeper.secret.Secret;
import io.innkeeper.tenant.PlanDifference.Change;
import io.innkeeper.tenant.PlanDifference.Line;
import io.innkeeper.tenant.Tenant.Condition;
import io.innkeeper.tenant.Tenant.Place;
import io.innkeeper.tenant.Tenant.ResolvedImage;
import io.innkeeper.tenant.Tenant.State;
import io.innkeeper.tenant.Tenant.Wanted;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContainerPlanTest {
  private static final ContainerPlan.Host HOST =
      new ContainerPlan.Host("ink", Path.of("/srv/inn/tenants"), 4100, Duration.ofSeconds(20));
  private static final ContainerPlan.Owner OWNER =
      new ContainerPlan.Owner("klinika", "Klinika Wrzos sp. z o.o.", "mai_client_12345678");
  private static final AppSecrets SECRETS =
      new AppSecrets(
          Secret.of("k".repeat(48)),
          Secret.of("i".repeat(48)),
          Secret.of("ink-vk-1"),
          new ServiceAccount("innkeeper@wrzos.invalid", Secret.of("Abcdefgh-12345"), "Innkeeper"));

  @Test
  void sameTenantGivesTheSamePlan() {
    assertThat(plan(tenant())).isEqualTo(plan(tenant()));
  }

  @Test
  void planIsHardened() {
    ContainerSpec plan = plan(tenant());
    assertThat(plan.user()).isEqualTo("1000:1000");
    assertThat(plan.limits().processes()).isEqualTo(512);
    assertThat(plan.mounts())
        .singleElement()
        .satisfies(data -> assertThat(data.source()).hasToString("/srv/inn/tenants/wrzos/data"));
    assertThat(plan.port()).hasValueSatisfying(port -> assertThat(port.host()).isEqualTo(18_000));
    assertThat(plan.network()).isEqualTo("ink-wrzos");
  }

  @Test
  void onlyTheGatewayIsAConnection() {
    Map<String, String> environment = plan(tenant()).environment();
    assertThat(environment)
        .containsEntry("OPENAI_API_BASE_URL", "http://host.docker.internal:4100/v1")
        .containsEntry("ENABLE_SIGNUP", "false")
        .containsEntry("WEBUI_ADMIN_EMAIL", "innkeeper@wrzos.invalid");
  }

  @Test
  void printingAPlanShowsNoSecret() {
    assertThat(plan(tenant()).toString()).doesNotContain("k".repeat(48)).doesNotContain("Abcdefgh");
  }

  @Test
  void differencesAreToldSettingBySettingAndHideSecrets() {
    TenantSpec spec = tenant().spec();
    Tenant more =
        tenant()
            .withSpec(
                new TenantSpec(
                    spec.displayName(),
                    spec.image(),
                    spec.hostname(),
                    2L << 30,
                    spec.cores(),
                    Map.of("OAUTH_CLIENT_SECRET", "hush"),
                    spec.kind(),
                    spec.outside()));
    List<Line> lines = PlanDifference.between(plan(more), Optional.of(plan(tenant())));
    assertThat(lines).contains(new Line(Change.CHANGED, "Memory", "1 GiB", "2 GiB"));
    assertThat(lines).contains(new Line(Change.ADDED, "OAUTH_CLIENT_SECRET", "not set", "set"));
    assertThat(PlanDifference.between(plan(tenant()), Optional.of(plan(tenant())))).isEmpty();
  }

  private static ContainerSpec plan(Tenant tenant) {
    return ContainerPlan.of(tenant, OWNER, SECRETS, PlanAdditions.NONE, HOST);
  }

  private static Tenant tenant() {
    TenantSpec spec =
        new TenantSpec(
            "Klinika Wrzos",
            ImageReference.parse("innkeeper/open-webui:0.12.4"),
            Optional.empty(),
            1L << 30,
            BigDecimal.ONE,
            Map.of(),
            TenantSpec.Kind.PRODUCTION,
            false);
    return new Tenant(
        new UUID(1, 2),
        new UUID(3, 4),
        new TenantSlug("wrzos"),
        spec,
        Optional.of(new ResolvedImage("sha256:" + "a".repeat(64), Optional.empty(), "0.12.4")),
        Wanted.RUNNING,
        new Place(18_000, "10.213.0.0/28", "ink-d50000"),
        new Condition(State.HEALTHY, "", Instant.EPOCH, 0, Optional.empty()),
        Optional.empty(),
        Instant.EPOCH,
        "marta",
        1);
  }
}
