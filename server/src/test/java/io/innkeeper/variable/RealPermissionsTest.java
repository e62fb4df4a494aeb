package io.innkeeper.variable;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.client.EffectiveView;
import io.innkeeper.client.VariablesChange;
import io.innkeeper.job.Job;
import io.innkeeper.openwebui.AppSession;
import io.innkeeper.tenant.Reach;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.testing.TestingServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people who aren’t admins may do, changed in a real Open WebUI after its first start. */
class RealPermissionsTest {
  private static final String NAME = "USER_PERMISSIONS_CHAT_DELETE";
  private static final String KEY = "user.permissions.chat.delete";
  private static final String OTHER = "user.permissions.features.notes";

  @TempDir Path home;

  @Test
  void permissionReachesTheRunningAppIsReadBackAndFallsBack() throws Exception {
    try (TestingServer inn =
        TestingServer.on(
            home,
            "--innkeeper.tenant.image=innkeeper/open-webui:0.12.4",
            "--innkeeper.tenant.health-deadline=180s")) {
      Tenant tenant = inn.open(inn.organisation("Wrzos"), "Wrzos");
      // The promise of an opened tenant, once on the real image.
      new Reach(inn, tenant).assertOnlyItselfAndTheGateway();
      AppSession app = inn.tenants().sessions().of(tenant);
      assertThat(app.configuration()).containsEntry(KEY, true);
      // Somebody changed another one in the app itself; that stays.
      app.importConfiguration(Map.of(OTHER, false));
      assertThat(app.configuration()).containsEntry(OTHER, false).containsEntry(KEY, true);

      change(inn, tenant, Map.of(NAME, "false"), List.of());
      assertThat(inn.tenants().sessions().of(inn.fresh(tenant)).configuration())
          .containsEntry(KEY, false)
          .containsEntry(OTHER, false);
      EffectiveView.Line line = Readings.line(readings(inn).last(tenant), NAME).orElseThrow();
      assertThat(line.state()).isEqualTo("same");
      assertThat(line.used()).isEqualTo("false");

      change(inn, tenant, Map.of(), List.of(NAME));
      assertThat(inn.tenants().sessions().of(inn.fresh(tenant)).configuration())
          .containsEntry(KEY, true)
          .containsEntry(OTHER, false);
    }
  }

  private static Readings readings(TestingServer inn) {
    return inn.server().rooms().tenancy().variables().readings();
  }

  private static void change(
      TestingServer inn, Tenant tenant, Map<String, String> set, List<String> remove) {
    Tenant now = inn.fresh(tenant);
    Job job =
        inn.ended(
            inn.server()
                .rooms()
                .tenancy()
                .variables()
                .own()
                .change(
                    now,
                    Wish.of(new VariablesChange(set, remove, null, null)),
                    now.version(),
                    TestingServer.BY));
    assertThat(job.state()).as(job.failure().orElse("")).isEqualTo(Job.State.FINISHED);
  }
}
