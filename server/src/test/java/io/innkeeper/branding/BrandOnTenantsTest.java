package io.innkeeper.branding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.branding.licence.Ground;
import io.innkeeper.branding.picture.Picture;
import io.innkeeper.branding.picture.SamplePictures;
import io.innkeeper.client.BannerSpec;
import io.innkeeper.client.BrandSpec;
import io.innkeeper.client.GroundSpec;
import io.innkeeper.job.Job;
import io.innkeeper.openwebui.AppClient;
import io.innkeeper.openwebui.AppClients;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.store.Home;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.testing.TestingServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A brand on a tenant's container, on a real engine with the fast stand-in. */
class BrandOnTenantsTest {
  static final Ground FEW = Ground.parse(new GroundSpec("small", null, null, null, null));

  @TempDir static Path home;
  private static TestingServer inn;
  private static Organisation owner;
  private static final AppClients clients = new AppClients();

  @BeforeAll
  static void open() {
    inn = TestingServer.on(home);
    owner = inn.organisation("Klinika Wrzos sp. z o.o.");
  }

  @AfterAll
  static void close() {
    clients.close();
    inn.close();
  }

  @Test
  void brandIsServedUntilItIsRemovedAndThenTheImagesOwnFiles() {
    Tenant tenant = inn.open(owner, "Klinika Wrzos");
    Map<String, String> before = served(tenant);
    room().record(tenant, FEW, TestingServer.BY);
    String logo = keep(tenant);
    finished(room().brands().set(tenant, logo(logo), TestingServer.BY));
    String ours = served(tenant).get("/static/favicon.png");
    assertThat(ours).isNotEqualTo(before.get("/static/favicon.png"));
    assertThat(served(tenant)).containsEntry("/favicon.png", ours);
    inn.ended(inn.tenants().tenants().recreate(tenant.id(), TestingServer.BY));
    assertThat(served(tenant)).containsEntry("/static/favicon.png", ours);
    assertThat(inn.tenants().plans().now(inn.fresh(tenant)).differences()).isEmpty();
    assertThat(room().views().of(tenant).files()).isEqualTo(12);

    finished(room().brands().remove(tenant, TestingServer.BY));
    assertThat(served(tenant)).isEqualTo(before);
    assertThat(room().views().of(tenant).files()).isZero();
  }

  @Test
  void withoutAGroundOnlyNameAndBannerAreApplied() {
    Tenant tenant = inn.open(owner, "Zielnik");
    Map<String, String> before = served(tenant);
    BrandSpec wanted =
        new BrandSpec(
            "Zielarnia (Open WebUI)",
            keep(tenant),
            null,
            null,
            null,
            null,
            "#6B4FA0",
            null,
            null,
            "Pomoc: 12",
            new BannerSpec("info", "Nowy cennik", true));
    finished(room().brands().set(tenant, BrandInput.parse(wanted), TestingServer.BY));
    assertThat(served(tenant)).isEqualTo(before);
    assertThat(app(tenant).publicConfiguration().name()).isEqualTo("Zielarnia (Open WebUI)");
    assertThat(banners(tenant)).contains("Nowy cennik");
    assertThat(room().views().of(tenant).heldBecause()).contains("Nothing is recorded");

    finished(room().record(tenant, FEW, TestingServer.BY));
    assertThat(served(tenant)).isNotEqualTo(before);
    finished(room().withdraw(tenant, TestingServer.BY));
    assertThat(served(tenant)).isEqualTo(before);
    finished(room().brands().remove(tenant, TestingServer.BY));
    assertThat(banners(tenant)).doesNotContain("Nowy cennik");
    assertThat(app(tenant).publicConfiguration().name()).isEqualTo("Zielnik (Open WebUI)");
  }

  @Test
  void earlierBrandComesBackAndAStoppedTenantOnlyNotesIt() {
    Tenant tenant = inn.open(owner, "Pole");
    room().record(tenant, FEW, TestingServer.BY);
    finished(room().brands().set(tenant, logo(keep(tenant)), TestingServer.BY));
    Map<String, String> first = served(tenant);
    var earlier = room().views().history(tenant).getFirst().id();
    inn.ended(inn.tenants().tenants().stop(tenant.id(), TestingServer.BY));
    KeptPicture other =
        room().brands().keep(tenant, "wrzos.svg", SamplePictures.sprig(), TestingServer.BY);
    assertThat(
            room()
                .brands()
                .set(inn.fresh(tenant), logo(other.picture().digest()), TestingServer.BY)
                .job())
        .isEmpty();
    inn.ended(inn.tenants().tenants().start(tenant.id(), TestingServer.BY));
    assertThat(served(tenant)).isNotEqualTo(first);
    finished(room().brands().returnTo(inn.fresh(tenant), earlier, TestingServer.BY));
    assertThat(served(tenant)).isEqualTo(first);
    assertThat(room().views().history(tenant)).hasSize(3);
  }

  @Test
  void pictureOfABrandFarBackMakesRoomForANewOne() {
    Tenant tenant = inn.open(owner, "Zagon");
    inn.ended(inn.tenants().tenants().stop(tenant.id(), TestingServer.BY));
    String first = "";
    for (int size = 300; size < 365; size++) {
      byte[] picture = SamplePictures.disc(size);
      String digest =
          room().brands().keep(tenant, size + ".png", picture, TestingServer.BY).picture().digest();
      if (first.isEmpty()) first = digest;
      room().brands().set(inn.fresh(tenant), logo(digest), TestingServer.BY);
    }
    Brand gone = logo(first);
    assertThatThrownBy(() -> room().brands().set(inn.fresh(tenant), gone, TestingServer.BY))
        .hasMessageContaining("was not uploaded");
    var newest = room().views().history(tenant).get(9).id();
    assertThat(room().brands().returnTo(inn.fresh(tenant), newest, TestingServer.BY).job())
        .isEmpty();
  }

  @Test
  void brandsThatFailAtTheirEndLeaveTheEarlierOnesBytesServed() {
    var ordered = inn.order(owner, "Staw", Map.of("STAND_IN_NO_BANNERS", "1"));
    inn.ended(ordered);
    Tenant tenant = inn.fresh(ordered.tenant());
    room().record(tenant, FEW, TestingServer.BY);
    finished(room().brands().set(tenant, logo(keep(tenant)), TestingServer.BY));
    Map<String, String> first = served(tenant);
    for (String colour : List.of("#6B4FA0", "#2F6B4F")) {
      Brand failing = BrandInput.parse(withBanner(keep(tenant), colour));
      Job job =
          inn.ended(
              room()
                  .brands()
                  .set(inn.fresh(tenant), failing, TestingServer.BY)
                  .job()
                  .orElseThrow()
                  .id());
      assertThat(job.state()).as(job.failure().orElse("")).isEqualTo(Job.State.TAKEN_BACK);
      assertThat(job.failure().orElse("")).contains("banner");
      assertThat(served(tenant)).isEqualTo(first);
      assertThat(room().views().of(tenant).files()).isEqualTo(12);
    }
    inn.ended(inn.tenants().tenants().recreate(tenant.id(), TestingServer.BY));
    assertThat(served(tenant)).isEqualTo(first);
  }

  @Test
  void brandThatTodaysRulesRefuseIsServedOnReadAndReplaced() {
    Tenant tenant = inn.open(owner, "Torf");
    room().record(tenant, FEW, TestingServer.BY);
    finished(room().brands().set(tenant, css(keep(tenant), "p { color: red }"), TestingServer.BY));
    takenByLooserRules(tenant, "p { background: url(https://elsewhere.example/x.png) }");
    inn.ended(inn.tenants().tenants().recreate(tenant.id(), TestingServer.BY));
    assertThat(app(tenant).file("/static/custom.css").map(String::new).orElse(""))
        .contains("elsewhere.example");

    assertThat(room().views().of(tenant).refusedToday()).contains("loads from elsewhere");
    var earlier = room().views().history(tenant).getFirst();
    assertThat(earlier.refusedToday()).contains("loads from elsewhere");
    assertThatThrownBy(() -> room().brands().returnTo(tenant, earlier.id(), TestingServer.BY))
        .hasMessageContaining("can’t be applied again", "loads from elsewhere");

    finished(room().brands().set(tenant, css(keep(tenant), "p { color: blue }"), TestingServer.BY));
    assertThat(app(tenant).file("/static/custom.css").map(String::new).orElse("")).contains("blue");
    assertThat(room().views().of(tenant).refusedToday()).isNull();
  }

  /** Its row and its files as an earlier version has left them. */
  private static void takenByLooserRules(Tenant tenant, String css) {
    BrandPlaces places = new BrandPlaces(new Home(home).tenants());
    BrandFolder now = places.folder(tenant, room().book().current(tenant.id()).orElseThrow());
    Map<String, byte[]> files = new TreeMap<>();
    now.hashes().keySet().forEach(name -> files.put(name, bytes(now.file(name))));
    files.put("static/custom.css", css.getBytes(UTF_8));
    inn.server()
        .rooms()
        .foundation()
        .database()
        .change(
            handle ->
                handle.execute(
                    "update brands set brand = replace(brand, 'p { color: red }', ?) where tenant_id = ?",
                    css,
                    tenant.id()));
    places.folder(tenant, room().book().current(tenant.id()).orElseThrow()).write(files);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Brand css(String logo, String css) {
    return BrandInput.parse(
        new BrandSpec(null, logo, null, null, null, null, null, null, css, null, null));
  }

  private static BrandSpec withBanner(String logo, String colour) {
    BannerSpec banner = new BannerSpec("info", "Nowy cennik", true);
    return new BrandSpec(null, logo, null, null, null, null, colour, null, null, null, banner);
  }

  private static BrandRoom room() {
    return inn.server().rooms().face().brands();
  }

  private static String keep(Tenant tenant) {
    return room()
        .brands()
        .keep(tenant, "disc.png", SamplePictures.disc(600), TestingServer.BY)
        .picture()
        .digest();
  }

  private static Brand logo(String digest) {
    return BrandInput.parse(BrandSpec.logo(digest));
  }

  private static void finished(Brands.Ordered ordered) {
    Job job = inn.ended(ordered.job().orElseThrow().id());
    assertThat(job.state()).as(job.failure().orElse("")).isEqualTo(Job.State.FINISHED);
  }

  private static AppClient app(Tenant tenant) {
    return clients.at(URI.create("http://127.0.0.1:" + tenant.place().port()));
  }

  private static String banners(Tenant tenant) {
    return String.valueOf(inn.tenants().sessions().of(tenant).configuration().get("ui.banners"));
  }

  private static Map<String, String> served(Tenant tenant) {
    return new TreeMap<>(
        Stream.of("/favicon.png", "/static/favicon.png", "/static/custom.css", "/static/logo.png")
            .collect(
                Collectors.toMap(
                    path -> path,
                    path -> Picture.digest(app(tenant).file(path).orElse(new byte[0])))));
  }
}
