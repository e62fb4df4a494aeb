package io.innkeeper.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.innkeeper.caller.Role;
import io.innkeeper.client.age.AgeKey;
import io.innkeeper.client.age.AgeOpen;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.CredentialFilter;
import io.innkeeper.infrastructure.Credentials;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.VcfHouse;
import io.innkeeper.simulators.vcf.VcfSimulator;
import io.innkeeper.testing.TestingBrowser;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Environments in the console of the true server, as a browser without script sees them. */
@Tag("browser")
class EnvironmentPagesTest {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

  @TempDir private static Path home;
  private static VcfConsole house;
  private static VcfSimulator manager;
  private static TestingServer inn;
  private static TestingVisitor admin;
  private final String name = "Lab-" + NUMBER.incrementAndGet();

  @BeforeAll
  static void begin() {
    house = VcfConsole.at(home);
    manager = house.manager();
    inn = house.inn();
    admin = house.admin();
  }

  @AfterAll
  static void end() {
    house.close();
  }

  private Map<String, String> typed(Map<String, String> more) {
    return house.typed(name, more);
  }

  private String added() {
    return house.added(name);
  }

  private Environment lab() {
    return inn.server().rooms().vault().infrastructure().environments().named(name);
  }

  @Test
  void everythingToMendIsSaidAtOnceAndNoSecretComesBack() {
    Map<String, String> wrong =
        typed(
            Map.of(
                "name", "",
                "manager.host", "https://sddc",
                "manager.port", "x",
                "manager.everyMinutes", "3",
                "installer.username", "admin@local",
                "installer.trust", "pin",
                "installer.pin", "abc"));
    HttpResponse<String> again = admin.post("/credentials/new", wrong);
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body())
        .contains(
            "value=\"https://sddc\"",
            "A port is a number from 1 to 65535.",
            "An interval has 5 to 1440 minutes",
            "The password for VCF Installer is missing.",
            "A fingerprint is the certificate")
        .doesNotContain(VcfSimulator.PASSWORD);
  }

  @Test
  void aCertificateIsComparedASourceTriedAndTheEnvironmentAdded() {
    String tried = admin.post("/credentials/new/test", typed(Map.of())).body();
    assertThat(tried)
        .contains("Does not work", "is from nobody known here")
        .contains(EnvironmentTrials.pairs(manager.fingerprint()))
        .doesNotContain(VcfSimulator.PASSWORD);
    String seen =
        admin.postByScript("/credentials/new/certificate?source=manager", typed(Map.of())).body();
    assertThat(seen)
        .startsWith("<div id=\"manager-certificate\"")
        .contains("value=\"" + manager.fingerprint() + "\"");
    Map<String, String> compared = typed(Map.of("manager.seen", manager.fingerprint()));
    assertThat(admin.postByScript("/credentials/new/test", compared).body())
        .startsWith("<div id=\"trials\"")
        .contains("localhost is a SDDC Manager 9.0.2.0");

    assertThat(
            admin
                .get("/credentials/new/commands?name=Lab+9&manager.host=sddc&manager.trust=off")
                .body())
        .contains("innkeeper environment add", "Lab 9", "--manager-trust", "&quot;manager&quot;");
    String at = added();
    assertThat(lab().sources().getFirst().spec().trust().text()).isEqualTo(manager.fingerprint());
    assertThat(admin.post(at + "/settings/test", Map.of()).body()).contains("Works");
    assertThat(admin.get(at + "/settings").body()).contains("set, sealed", "one certificate");
    assertThat(admin.get("/credentials").body()).contains("Add an environment", "Never synced");
    assertThat(admin.get("/credentials/schedule").body()).contains("never by itself", "Run now");

    admin.post(at + "/rhythm?source=manager", Map.of("everyMinutes", "7"));
    assertThat(admin.post(at + "/rhythm?source=manager", Map.of("everyMinutes", "3")).body())
        .contains("An interval has 5 to 1440 minutes");
    assertThat(admin.get("/credentials/schedule").body()).contains("every 7 min");
    admin.post(at + "/runs?source=manager", Map.of());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> admin.get(at + "/syncs").body().contains("10 seen, 10 new"));
    assertThat(admin.get(at + "/history").body())
        .contains("9 passwords", "m01-esx01.lab.example", "no. 1")
        .doesNotContain("Esx!01");
    assertThat(admin.get(at + "?password=never").body()).contains("of 1<", "w01-edge01");
    assertThat(admin.get(at + "?expires=never&sort=-seen").body()).contains("of 7<");
    assertThat(admin.get(at + "?expires=2026-01-10T00:00:00Z").body()).contains("of 1<");
    assertThat(admin.get(at + "?seen-before=2026-01-10").body()).contains("No credential matches");
    assertThat(admin.get(at + "/history?changes=true").body()).contains("No password matches");
    assertThat(manager.violations()).isEmpty();
  }

  @Test
  void withScriptTryingAndComparingLeaveWhatWasTypedAlone() {
    try (TestingBrowser browser = new TestingBrowser()) {
      String base = "https://127.0.0.1:" + inn.server().port();
      Page page = browser.page(1280, 900);
      page.context()
          .addCookies(
              List.of(
                  new Cookie("__Host-innkeeper", admin.session()).setUrl(base).setSecure(true)));
      TestingBrowser.open(page, base + "/credentials/new");
      for (String field : new String[] {"name", "manager.host", "manager.port", "manager.username"})
        page.locator("[name='" + field + "']").fill(typed(Map.of()).getOrDefault(field, ""));
      page.locator("[name='manager.password']").fill(VcfSimulator.PASSWORD);
      page.locator("[name='manager.everyMinutes']").fill("0");
      assertThat(page.locator("[name='manager.pin']").isVisible()).isFalse();
      page.locator("[name='manager.trust'][value='pin']").check();
      page.locator("[formaction$='/certificate?source=manager']").click();
      page.locator("[name='manager.seen']").check();
      page.locator("[formaction$='/test']").click();
      page.locator("#trials:has-text('lets passwords be read')").waitFor();
      page.locator("[data-cli]").click();
      assertThat(page.locator("#drawer:modal").textContent())
          .contains("--manager localhost")
          .doesNotContain(VcfSimulator.PASSWORD);
      page.keyboard().press("Escape");

      page.locator(".form-foot .primary").click();
      page.waitForURL(url -> VcfConsole.ADDRESS.matcher(url).find());

      assertThat(lab().sources().getFirst().spec().trust().text()).isEqualTo(manager.fingerprint());
      assertThat(browser.errors()).isEmpty();
    }
  }

  @Test
  void whatLeadsElsewhereNeedsItsPasswordAndALostUpdateShowsBothValues() {
    String at = added();
    String form = admin.get(at + "/change").body();
    Map<String, String> other = typed(Map.of("manager.trust", "pin"));
    other.put("manager.pin", manager.fingerprint());
    other.put("manager.password", "");
    other.put("version", TestingVisitor.found(VERSION, form));
    other.put("description", "ours");
    assertThat(admin.post(at + "/change/test", other).body()).contains("Works");
    other.put("manager.host", "127.0.0.1");
    assertThat(admin.post(at + "/change/test", other).body())
        .contains("Not tried", "Its password is needed");
    HttpResponse<String> refused = admin.post(at + "/change", other);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("so its password is needed again", "value=\"ours\"");

    Map<String, String> theirs = new HashMap<>(other);
    theirs.put("manager.host", "localhost");
    theirs.put("description", "theirs");
    assertThat(admin.post(at + "/change", theirs).statusCode()).isEqualTo(303);
    other.put("manager.host", "localhost");
    HttpResponse<String> late = admin.post(at + "/change", other);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("<b>ours</b>", "<b>theirs</b>", "marta changed this");
    assertThat(lab().description()).isEqualTo("theirs");
    other.put("version", TestingVisitor.found(VERSION, late.body()));
    admin.post(at + "/change", other);
    assertThat(lab().description()).isEqualTo("ours");
  }

  private HttpResponse<String> imported(String path, Map<String, String> fields, byte[] file)
      throws Exception {
    return admin.postWithFile("/credentials/import" + path, fields, "file", "all.json", file);
  }

  @Test
  void severalComeFromOneFileAllOrNoneAndARefusedOneKeepsItsText() throws Exception {
    String at = added();
    String text =
        """
        {"environments": [
          {"name": "%s", "expiryEveryMinutes": 45},
          {"name": "From a file <1>", "byFile": true},
          {"name": "Bare", "manager": {"host": "sddc.bare.example", "username": "svc"}}]}
        """
            .formatted(name);
    HttpResponse<String> refused = imported("", Map.of(), text.getBytes(UTF_8));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("1 of 3 environments can’t be taken, so nothing was changed.")
        .contains("The password for SDDC Manager is missing.", "expiryEveryMinutes: none → 45")
        .contains("&quot;name&quot;: &quot;Bare&quot;");
    Map<String, String> again = Map.of("content", text, "manager.password", "For-New-Ones-1!");
    HttpResponse<String> looked = imported("/look", again, new byte[0]);
    assertThat(looked.statusCode()).isEqualTo(200);
    assertThat(looked.body()).contains("New", "Changed").doesNotContain("For-New-Ones-1!");
    assertThat(lab().expiryMinutes()).isEmpty();
    HttpResponse<String> done = imported("", again, new byte[0]);
    assertThat(done.headers().firstValue("Location")).contains("/credentials");
    assertThat(lab().expiryMinutes()).contains(45);
    assertThat(admin.get("/credentials").body())
        .contains("Imported: 2 new, 1 changed.", "From a file &lt;1&gt;");
    assertThat(admin.get(at + "/settings").body()).contains("every 45 min");

    assertThat(admin.get("/credentials/export").body()).contains("Bare", "From a file");
    assertThat(admin.post("/credentials/export", Map.of("format", "yaml")).body())
        .startsWith("environments:")
        .contains("name: " + name, "name: Bare")
        .doesNotContain(VcfSimulator.PASSWORD);
    Map<String, String> sealing =
        Map.of(
            "one:" + lab().id(),
            "on",
            "format",
            "json",
            "reason",
            "moves away, ticket 8",
            "passphrase",
            "a long passphrase 12");
    byte[] sealed = admin.postForBytes("/credentials/export", sealing);
    try (AgeOpen open =
        AgeOpen.withPassphrase(new ByteArrayInputStream(sealed), "a long passphrase 12")) {
      assertThat(new String(open.readAllBytes(), UTF_8))
          .contains(VcfSimulator.PASSWORD)
          .doesNotContain("Bare");
    }
    HttpResponse<String> shut = imported("", Map.of("passphrase", "another one, 12"), sealed);
    String kept =
        TestingVisitor.found(Pattern.compile("name=\"kept\" value=\"([^\"]+)\""), shut.body());
    assertThat(shut.body()).contains("does not open", "The sealed file is kept");
    Map<String, String> opened = Map.of("kept", kept, "passphrase", "a long passphrase 12");
    assertThat(imported("/look", opened, new byte[0]).body()).contains("manager.password");
  }

  @Test
  void anEnvironmentLeavesSealedComesBackAndIsRemovedRestoredAndErased() throws Exception {
    String at = added();
    assertThat(admin.get(at + "/file?format=yaml").body())
        .contains("name: " + name)
        .doesNotContain(VcfSimulator.PASSWORD);
    Map<String, String> open =
        new HashMap<>(Map.of("reason", "a drill, ticket 7", "format", "json"));
    assertThat(admin.post(at + "/sealed-file", open).body()).contains("leaves only sealed");
    AgeKey key = AgeKey.make();
    open.put("recipients", key.recipient());
    byte[] sealed = admin.postForBytes(at + "/sealed-file", open);
    try (AgeOpen opened = AgeOpen.with(new ByteArrayInputStream(sealed), key)) {
      assertThat(new String(opened.readAllBytes(), UTF_8)).contains(VcfSimulator.PASSWORD);
    }
    HttpResponse<String> wrong =
        admin.postWithFile(
            "/credentials/import",
            Map.of("name", "Copy", "identity", AgeKey.make().written()),
            "file",
            "lab.json.age",
            sealed);
    assertThat(wrong.body()).contains("The file does not open", "value=\"Copy\"");
    HttpResponse<String> copied =
        admin.postWithFile(
            "/credentials/import",
            Map.of("name", "Copy", "identity", key.written()),
            "file",
            "lab.json.age",
            sealed);
    String copy = VcfConsole.address(copied.headers().firstValue("Location").orElse(copied.body()));
    assertThat(admin.post(copy + "/settings/test", Map.of()).body()).contains("Works");

    assertThat(admin.post(at + "/remove", Map.of("typed", name.toLowerCase(Locale.ROOT))).body())
        .contains("Type " + name + " to remove it. Nothing was changed.");
    admin.post(at + "/remove", Map.of("typed", name));
    assertThat(admin.get(at + "/settings").body()).contains("Restore…", "forgotten");
    assertThat(admin.post(at + "/restore", Map.of()).body())
        .contains("The password for SDDC Manager is missing.");
    admin.post(at + "/restore", Map.of("manager.password", VcfSimulator.PASSWORD));
    assertThat(lab().removed()).isEmpty();
    assertThat(admin.post(at + "/erase", Map.of("typed", name)).body())
        .contains("is in use, so nothing was erased");
    admin.post(at + "/remove", Map.of("typed", name));
    admin.post(at + "/erase", Map.of("typed", name));
    assertThat(admin.get(at).statusCode()).isEqualTo(404);
  }

  @Test
  void whoMayOnlyLookIsOfferedAndAllowedNothing() {
    String at = added();
    try (TestingVisitor viewer = TestingVisitor.named(inn.server(), "vera", Role.VIEWER)) {
      assertThat(viewer.get("/credentials").body()).doesNotContain("Add an environment", "Remove…");
      assertThat(viewer.get(at + "/settings").body())
          .contains("set, sealed")
          .doesNotContain("Change…", "Sealed with", "Test the connection");
      for (String path : new String[] {"/change", "/remove", "/restore", "/erase", "/sealed-file"})
        assertThat(viewer.post(at + path, Map.of()).statusCode()).as(path).isEqualTo(403);
      assertThat(viewer.get("/credentials/new").statusCode()).isEqualTo(403);
      assertThat(viewer.post(at + "/runs?source=manager", Map.of()).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void whatASourceSaysIsTextAndNothingElse() {
    String script = "<script>alert(1)</script>";
    String at = added();
    manager.vault().rename(VcfHouse.id(1), "esx'\"" + script);
    admin.post(at + "/runs?source=manager", Map.of());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> admin.get(at + "/syncs").body().contains("10 seen, 10 new"));
    manager.vault().rename(VcfHouse.id(1), "m01-esx01.lab.example");
    Credential one =
        inn
            .server()
            .rooms()
            .vault()
            .infrastructure()
            .credentials()
            .list(CredentialFilter.of(lab().id()), Credentials.Order.HOST, false, 0, 50)
            .stream()
            .filter(each -> each.account().apiId().equals(VcfHouse.id(1)))
            .findFirst()
            .orElseThrow();
    String ask = at + "/" + one.id() + "/password";
    for (String page : new String[] {at, at + "/history", ask, "/credentials", "/jobs"})
      assertThat(admin.get(page).body()).as(page).doesNotContain("<script>alert");
    assertThat(admin.get(at).body()).contains("&lt;script&gt;alert(1)");
  }

  @Test
  void nobodyIsSignedOutByAnAddressThatTheyOpen() {
    try (TestingVisitor ola = TestingVisitor.named(inn.server(), "ola", Role.VIEWER)) {
      for (String path : new String[] {"/sign-out", "/account/sign-out"})
        assertThat(ola.get(path).statusCode()).as(path).isIn(404, 405);
      assertThat(ola.get("/credentials").statusCode()).isEqualTo(200);
      ola.post("/sign-out", Map.of());
      assertThat(ola.get("/credentials").statusCode()).isEqualTo(303);
    }
  }

  @Test
  void aSpecificationOfCloudBuilderIsTakenFromAFile() {
    HttpResponse<String> made =
        admin.post("/credentials/new", Map.of("name", "Old", "byFile", "on"));
    String at = VcfConsole.address(made.headers().firstValue("Location").orElse(made.body()));
    byte[] spec = VcfSimulator.fixture("spec5").toString().getBytes(UTF_8);
    assertThat(
            admin
                .postWithFile(
                    at + "/specification", Map.of(), "file", "x.json", "{}".getBytes(UTF_8))
                .body())
        .contains("This is no specification");
    admin.postWithFile(at + "/specification", Map.of(), "file", "spec.json", spec);
    assertThat(admin.get(at).body()).contains("initial");
    assertThat(admin.get(at + "/syncs").body())
        .contains("file by marta")
        .doesNotContain("/jobs/import");
  }
}
