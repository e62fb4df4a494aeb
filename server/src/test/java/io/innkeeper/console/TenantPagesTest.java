package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.caller.Role;
import io.innkeeper.client.TenantChange;
import io.innkeeper.job.Job;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenant.Wanted;
import io.innkeeper.tenant.TenantInput;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tenants in the console as people meet them, on a real engine. */
class TenantPagesTest {
  private static final Pattern SECRET = Pattern.compile("id=\"secret-value\">([^<]+)<");

  @TempDir static Path home;
  private static TestingServer inn;
  private static Organisation owner;
  private static Tenant klinika;
  private static TestingVisitor operator;
  private static TestingVisitor viewer;
  private static TestingVisitor admin;

  @BeforeAll
  static void begin() {
    inn = TestingServer.on(home);
    owner = inn.organisation("Klinika Wrzos sp. z o.o.");
    klinika = inn.open(owner, "Klinika Wrzos");
    operator = TestingVisitor.named(inn.server(), "tomasz", Role.OPERATOR);
    viewer = TestingVisitor.named(inn.server(), "kuba", Role.VIEWER);
    admin = TestingVisitor.named(inn.server(), "ola", Role.ADMIN);
  }

  @AfterAll
  static void end() {
    operator.close();
    viewer.close();
    admin.close();
    inn.close();
  }

  @Test
  void listIsFoundFilteredAndCountedByItsAddress() {
    assertThat(operator.get("/tenants").body())
        .contains("Klinika Wrzos", "Open a tenant")
        .doesNotContain("Adopt containers");
    assertThat(operator.fragment("/tenants?q=wrzos", "list").body())
        .startsWith("<div id=\"list\"")
        .contains("href=\"/tenants/klinika-wrzos\"");
    assertThat(operator.get("/tenants?state=stopped&q=wrzos").body())
        .contains("No tenant matches “wrzos”");
    assertThat(admin.get("/tenants?sort=-memory&kind=production").body())
        .contains("aria-sort=\"descending\"", "Adopt containers…");
  }

  @Test
  void openedTenantShowsItsStepsAndThenItsFirstPassword() {
    HttpResponse<String> opened =
        operator.post(
            "/tenants", with("displayName", "Atelier Korb", "adminEmail", "eva@korb.example"));

    assertThat(opened.statusCode()).isEqualTo(303);
    String page = opened.headers().firstValue("Location").orElseThrow();
    assertThat(page).isEqualTo("/tenants/atelier-korb");
    assertThat(operator.get(page).body())
        .contains("<h1>Atelier Korb", "Opening Atelier Korb", "Wait until healthy");
    ended("atelier-korb");
    assertThat(operator.get(page).body()).contains("First admin…", "Open the workspace");
    operator.post(page + "/first-admin", Map.of());
    String password = TestingVisitor.found(SECRET, operator.get(page).body());
    assertThat(password).hasSizeGreaterThan(11);
    assertThat(viewer.get(page).body()).doesNotContain("secret-value");
    operator.post(page + "/first-admin/stored", Map.of());
    assertThat(operator.get(page).body()).doesNotContain("secret-value", "First admin…");
  }

  @Test
  void nameThatSomebodyChangedMeanwhileIsNotOverwritten() {
    Tenant papier = inn.open(owner, "Papier");
    inn.ended(inn.tenants().tenants().stop(papier.id(), TestingServer.BY));
    String seen = Long.toString(inn.fresh(papier).version());
    assertThat(operator.fragment("/tenants/papier/rename", "dialogs").body())
        .contains("name=\"version\" value=\"" + seen + "\"");
    admin.post("/tenants/papier/rename", Map.of("displayName", "Papier A", "version", seen));
    String refused =
        operator
            .post("/tenants/papier/rename", Map.of("displayName", "Papier B", "version", seen))
            .body();
    assertThat(inn.fresh(papier).spec().displayName()).isEqualTo("Papier A");
    String now = Long.toString(inn.fresh(papier).version());
    assertThat(refused)
        .contains("“Papier A” now", "value=\"Papier B\"", "name=\"version\" value=\"" + now);
    operator.post("/tenants/papier/rename", Map.of("displayName", "Papier B", "version", now));
    assertThat(inn.fresh(papier).spec().displayName()).isEqualTo("Papier B");
  }

  @Test
  void formIsJudgedWhileItIsTyped() {
    assertThat(operator.get("/tenants/new").body())
        .contains("What will happen", "Wait until healthy", TestingServer.STAND_IN);
    assertThat(
            operator
                .check("/tenants/check", "slug", with("displayName", "K", "slug", "klinika-wrzos"))
                .body())
        .startsWith("<div id=\"slug-says\"")
        .contains("Taken by another tenant.", "Use klinika-wrzos-2", "1 thing to mend");
    assertThat(
            operator
                .check(
                    "/tenants/check",
                    "environment",
                    with("environment", "WEBUI_SECRET_KEY=x\nnonsense"))
                .body())
        .contains("is reserved", "“nonsense” is not NAME=value.");
    assertThat(operator.check("/tenants/check", "image", with()).body()).contains("here already");
  }

  @Test
  void refusedFormSaysAllAndKeepsWhatWasTyped() {
    HttpResponse<String> refused =
        operator.post(
            "/tenants",
            with("displayName", "Zielnik <b>", "slug", "-x", "memory", "lots", "cores", "2,x"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("value=\"Zielnik &lt;b&gt;\"", "value=\"lots\"", "value=\"2,x\"")
        .contains("neither begins nor ends", "is not a size", "Not a number");
  }

  @Test
  void stoppedAndStartedByForm() {
    inn.open(owner, "Zielnik");
    String page = "/tenants/zielnik";
    assertThat(operator.fragment(page + "/stop", "dialogs").body())
        .startsWith("<dialog")
        .contains("Stop Zielnik?");

    assertThat(operator.post(page + "/stop", Map.of("reason", "x".repeat(300))).statusCode())
        .isEqualTo(422);
    assertThat(operator.post(page + "/stop", Map.of("reason", "unpaid")).statusCode())
        .isEqualTo(303);
    assertThat(operator.postByScript(page + "/remove", Map.of()).body()).contains("still running");
    ended("zielnik");
    assertThat(operator.get(page).body())
        .contains("Stopped by tomasz: unpaid. Since", "/zielnik/start");
    operator.post(page + "/start", Map.of());
    ended("zielnik");
    assertThat(tenant("zielnik").condition().state()).isEqualTo(Tenant.State.HEALTHY);
    assertThat(viewer.get(page + "/history").body())
        .contains("<b>tomasz</b> started it", "<b>tomasz</b> stopped it");
  }

  @Test
  void changeShowsItsPlanAndOvertakenOneShowsBothValues() {
    Tenant tenant = inn.open(owner, "Lumen Architekci");
    String path = "/tenants/lumen-architekci/change";
    Map<String, String> form = changing(tenant, "2");
    assertThat(operator.check(path + "/check", "memory", form).body())
        .contains("1.5 GiB", "2 GiB", "Needs a new container");
    assertThat(operator.post(path + "?dry-run=true", form).body())
        .contains("Needs a new container");

    assertThat(operator.post(path, form).statusCode()).isEqualTo(303);
    ended("lumen-architekci");
    assertThat(tenant("lumen-architekci").spec().memoryBytes()).isEqualTo(2L << 30);
    HttpResponse<String> late = operator.post(path, changing(tenant, "3"));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("memory: yours 3, now 2", "name=\"version\" value=\"2\"");
  }

  @Test
  void secretVariablesAreKeptWithoutBeingShown() {
    Tenant tenant = inn.open(owner, "Nordwind");
    TenantChange secret =
        new TenantChange(null, null, null, null, null, Map.of("MY_TOKEN", "s3cret"), null, null);
    var wanted = new TenantInput(inn.tenants().settings()).changed(tenant.spec(), secret);
    inn.ended(inn.tenants().tenants().change(tenant.id(), wanted, 1, TestingServer.BY));
    String path = "/tenants/nordwind";
    assertThat(operator.get(path + "/change").body())
        .contains("MY_TOKEN=••••••••")
        .doesNotContain("s3cret");
    assertThat(operator.get(path + "/environment").body())
        .contains("MY_TOKEN", "WEBUI_SECRET_KEY", "sealed", "tenant</span>")
        .doesNotContain("s3cret");

    Map<String, String> form = changing(tenant("nordwind"), "1.5");
    form.put("environment", "MY_TOKEN=••••••••\nDEFAULT_LOCALE=pl-PL");
    assertThat(operator.post(path + "/change", form).statusCode()).isEqualTo(303);
    assertThat(tenant("nordwind").spec().environment())
        .containsEntry("MY_TOKEN", "s3cret")
        .containsEntry("DEFAULT_LOCALE", "pl-PL");
    ended("nordwind");
  }

  @Test
  void erasingIsForAdminsAndNeedsTheTypedSlug() {
    Tenant tenant = inn.open(owner, "Drukarnia Kwadrat");
    String path = "/tenants/drukarnia-kwadrat/erase";
    assertThat(operator.post(path, Map.of("typed", "drukarnia-kwadrat")).statusCode())
        .isEqualTo(403);
    assertThat(admin.get(path).body()).contains("Erase Drukarnia Kwadrat for ever?");
    assertThat(admin.post(path, Map.of("typed", "kwadrat")).statusCode()).isEqualTo(422);
    assertThat(inn.fresh(tenant).wanted()).isEqualTo(Wanted.RUNNING);

    HttpResponse<String> erasing = admin.post(path, Map.of("typed", "drukarnia-kwadrat"));
    String job = erasing.headers().firstValue("Location").orElseThrow();
    assertThat(job).startsWith("/jobs/");
    inn.ended(UUID.fromString(job.substring("/jobs/".length())));
    assertThat(admin.get("/tenants/drukarnia-kwadrat").statusCode()).isEqualTo(404);
  }

  @Test
  void whoOnlyLooksChangesNothingAndForeignFormsAreRefused() {
    String page = "/tenants/klinika-wrzos";
    assertThat(viewer.get(page).body())
        .contains("Klinika Wrzos")
        .doesNotContain("Stop…", "Settings");
    assertThat(viewer.get("/tenants/new").statusCode()).isEqualTo(403);
    assertThat(viewer.post(page + "/stop", Map.of()).statusCode()).isEqualTo(403);
    assertThat(operator.postWithoutToken(page + "/stop").statusCode()).isEqualTo(403);
    assertThat(inn.fresh(klinika).wanted()).isEqualTo(Wanted.RUNNING);
  }

  @Test
  void clientSeesOnlyTheirOwnTenantsAndNothingInside() {
    Organisation other = inn.organisation("Meridian");
    inn.ended(inn.order(other, "Meridian Translations"));
    try (TestingVisitor client = TestingVisitor.client(inn.server(), "anna", owner.id())) {
      assertThat(client.get("/tenants").body())
          .contains("Klinika Wrzos")
          .doesNotContain("Meridian Translations");
      assertThat(client.get("/tenants/meridian-translations").statusCode()).isEqualTo(404);
      assertThat(client.get("/tenants/klinika-wrzos").body())
          .contains("Open the workspace", "gateway only")
          .doesNotContain("WEBUI_NAME", "class=\"events\"");
      assertThat(client.get("/tenants/klinika-wrzos/log").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void pageIsPatchedWhileItIsLookedAt() {
    String heard = operator.listen("/tenants/klinika-wrzos/live", "GiB</b>");
    assertThat(heard).contains("event: head", "event: jobs", "event: live", "Klinika Wrzos");
    assertThat(operator.listen("/tenants/status?q=wrzos", "klinika-wrzos")).contains("event: list");
  }

  @Test
  void logIsReadSearchedAndSaidToBeEmpty() {
    assertThat(viewer.get("/tenants/klinika-wrzos/log?since=24h").body())
        .contains("aria-current=\"true\">24 h", "data-append=\"line\"");
    assertThat(viewer.fragment("/tenants/klinika-wrzos/log?q=no-such-words", "list").body())
        .contains("No line holds “no-such-words”");
  }

  @Test
  void tickedTenantsAreActedOnTogether() {
    inn.open(owner, "Kuźnia Danych");
    HttpResponse<String> chosen =
        operator.post("/tenants/bulk", Map.of("verb", "restart", "tenant", "kuznia-danych"));
    String question = chosen.headers().firstValue("Location").orElseThrow();
    assertThat(operator.get(question).body()).contains("Restart 1 tenant?", "Kuźnia Danych");

    assertThat(operator.post(question, Map.of()).statusCode()).isEqualTo(303);
    assertThat(operator.post(question, Map.of()).body()).contains("these are not", "still running");
    ended("kuznia-danych");
  }

  @Test
  void sameByCommandAndCall() {
    assertThat(
            operator
                .fragment(
                    "/tenants/new/commands?organisation=klinika&displayName=Korb+S.A.&memory=2&cores=1",
                    "dialogs")
                .body())
        .contains("innkeeper tenant open", "&#39;Korb S.A.&#39;", "2GiB", "--dry-run");
    assertThat(
            operator
                .fragment(
                    "/tenants/klinika-wrzos/change/commands?image="
                        + TestingServer.STAND_IN
                        + "&memory=4",
                    "dialogs")
                .body())
        .contains("innkeeper tenant change", "4GiB", "If-Match")
        .doesNotContain("--image");
  }

  private static void ended(String slug) {
    inn.server()
        .rooms()
        .foundation()
        .jobs()
        .running(tenant(slug).subject())
        .map(Job::id)
        .ifPresent(inn::ended);
  }

  private static Tenant tenant(String slug) {
    return inn.tenants().tenants().named(slug);
  }

  private static Map<String, String> with(String... values) {
    Map<String, String> form = new HashMap<>();
    form.put("organisation", owner.slug().value());
    form.put("image", TestingServer.STAND_IN);
    form.put("memory", "1.5");
    form.put("cores", "1");
    form.put("kind", "production");
    for (int i = 0; i < values.length; i += 2) form.put(values[i], values[i + 1]);
    return form;
  }

  private static Map<String, String> changing(Tenant tenant, String memory) {
    Map<String, String> form = with("memory", memory);
    form.put("version", Long.toString(tenant.version()));
    return form;
  }
}
