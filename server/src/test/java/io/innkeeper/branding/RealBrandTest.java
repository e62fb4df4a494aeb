package io.innkeeper.branding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.branding.picture.Picture;
import io.innkeeper.branding.picture.SamplePictures;
import io.innkeeper.client.BannerSpec;
import io.innkeeper.client.BrandSpec;
import io.innkeeper.client.Json;
import io.innkeeper.client.NewTenant;
import io.innkeeper.client.TenantChange;
import io.innkeeper.job.Job;
import io.innkeeper.openwebui.AppClient;
import io.innkeeper.openwebui.AppClients;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantInput;
import io.innkeeper.tenant.Tenants.Ordered;
import io.innkeeper.testing.TestingServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The app itself, in every version that is proven: one tenant lives through all of them. */
class RealBrandTest {
  private static final String APP = "innkeeper/open-webui:";
  private static final String PATIENCE = "--innkeeper.tenant.health-deadline=180s";

  @TempDir private Path home;

  @Test
  void everyVersionServesTheBrandAndGivesItsOwnFilesBack() {
    try (TestingServer inn = TestingServer.on(home, PATIENCE);
        AppClients clients = new AppClients()) {
      Tenant tenant = open(inn, inn.organisation("Klinika Wrzos"));
      AppClient app = clients.at(URI.create("http://127.0.0.1:" + tenant.place().port()));
      BrandRoom room = inn.server().rooms().face().brands();
      room.record(tenant, BrandOnTenantsTest.FEW, TestingServer.BY);
      Brand brand = brand(room, tenant);
      ended(inn, room.brands().set(tenant, brand, TestingServer.BY).job().orElseThrow());
      assertBranded(room, tenant, brand, app);

      ended(inn, inn.tenants().tenants().restart(tenant.id(), TestingServer.BY));
      assertBranded(room, tenant, brand, app);
      for (String version : new String[] {"0.11.0", "0.12.4"}) {
        update(inn, inn.fresh(tenant), version);
        assertBranded(room, inn.fresh(tenant), brand, app);
      }
      ended(inn, inn.tenants().tenants().recreate(tenant.id(), TestingServer.BY));
      assertBranded(room, inn.fresh(tenant), brand, app);
      assertThat(app.publicConfiguration().name()).isEqualTo("Wrzos (Open WebUI)");
      assertThat(inn.tenants().plans().now(inn.fresh(tenant)).differences()).isEmpty();

      Tenant now = inn.fresh(tenant);
      ended(inn, room.brands().remove(now, TestingServer.BY).job().orElseThrow());
      assertUpstreams(inn, now, app);
      assertThat(app.publicConfiguration().name()).isEqualTo("Klinika (Open WebUI)");
    }
  }

  private static Tenant open(TestingServer inn, Organisation owner) {
    NewTenant given =
        new NewTenant(
            owner.slug().value(),
            "Klinika",
            null,
            APP + "0.10.2",
            null,
            null,
            null,
            Map.of(),
            null,
            null,
            null,
            null);
    Ordered ordered =
        inn.tenants()
            .tenants()
            .open(
                owner.id(),
                new TenantInput(inn.tenants().settings()).asked(given),
                TestingServer.BY);
    ended(inn, ordered);
    return inn.fresh(ordered.tenant());
  }

  private static void update(TestingServer inn, Tenant tenant, String version) {
    TenantChange change = new TenantChange(null, APP + version, null, null, null, null, null, null);
    var wanted = new TenantInput(inn.tenants().settings()).changed(tenant.spec(), change);
    ended(
        inn,
        inn.tenants().tenants().change(tenant.id(), wanted, tenant.version(), TestingServer.BY));
  }

  private static Brand brand(BrandRoom room, Tenant tenant) {
    String logo =
        room.brands()
            .keep(tenant, "wrzos.svg", SamplePictures.sprig(), TestingServer.BY)
            .picture()
            .digest();
    return BrandInput.parse(
        new BrandSpec(
            "Wrzos",
            logo,
            null,
            null,
            null,
            null,
            "#6B4FA0",
            null,
            ".brand-own { color: #123456; }",
            "Pomoc: it@wrzos.example, wewn. 12",
            new BannerSpec("warning", "W sobotę przerwa", true)));
  }

  /** Every file is ours, byte for byte; those we don't make are still the image's. */
  private static void assertBranded(BrandRoom room, Tenant tenant, Brand brand, AppClient app) {
    Map<String, String> ours = new TreeMap<>();
    room.files(tenant, brand)
        .forEach((file, bytes) -> ours.put(BrandPlaces.address(file), Picture.digest(bytes)));
    if (!tenant.spec().image().toString().contains("0.10")) ours.remove("/static/favicon-dark.png");
    Map<String, String> served = new TreeMap<>();
    ours.keySet().forEach(path -> served.put(path, digest(app, path)));
    assertThat(served).isEqualTo(ours);
    JsonNode manifest = json(app.file("/manifest.json"));
    assertThat(manifest).isEqualTo(json(app.file("/static/site.webmanifest")));
    assertThat(manifest.path("short_name").asText()).isEqualTo("Wrzos");
    assertThat(manifest.path("theme_color").asText()).isEqualTo("#6B4FA0");
    assertThat(digest(app, "/static/user.png"))
        .isEqualTo(
            room.upstreams(tenant, "static/user.png").map(RealBrandTest::digest).orElseThrow());
  }

  private static void assertUpstreams(TestingServer inn, Tenant tenant, AppClient app) {
    inn.server()
        .rooms()
        .machine()
        .engine()
        .filesOf(tenant.image().orElseThrow().id(), "/app/build/static")
        .forEach(
            (name, bytes) ->
                assertThat(digest(app, "/static/" + name))
                    .as(name)
                    .isEqualTo(Picture.digest(bytes)));
    assertThat(json(app.file("/manifest.json")).path("background_color").asText())
        .isEqualTo("#343541");
  }

  private static JsonNode json(Optional<byte[]> file) {
    try {
      return Json.LENIENT.readTree(file.orElse(new byte[0]));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String digest(Path file) {
    try {
      return Picture.digest(java.nio.file.Files.readAllBytes(file));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String digest(AppClient app, String path) {
    return Picture.digest(app.file(path).orElse(new byte[0]));
  }

  private static void ended(TestingServer inn, Ordered ordered) {
    ended(inn, ordered.job().orElseThrow());
  }

  private static void ended(TestingServer inn, Job ordered) {
    Job job = inn.ended(ordered.id());
    assertThat(job.state()).as(job.failure().orElse("")).isEqualTo(Job.State.FINISHED);
  }
}
