package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.innkeeper.caller.Role;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.reading.TestingVault;
import io.innkeeper.testing.TestingBrowser;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords on the way from the store to a person's eyes and clipboard, in a real browser. */
@Tag("browser")
class CopiedPasswordTest {
  private static final List<String> NASTY =
      List.of(
          "it's",
          "ab\\ncd",
          "');alert(1);//",
          "\"<b>&amp;</b>\" `$HOME` ${x}",
          "zażółć 密码 🗝 =1+1",
          " two  spaces\tand tab ");

  @TempDir Path home;

  @Test
  void quotesAndBackslashesCopyRight() {
    try (TestingServer server = TestingServer.on(home);
        TestingVisitor admin = TestingVisitor.named(server.server(), "marta", Role.ADMIN);
        TestingBrowser browser = new TestingBrowser()) {
      var rooms = server.server().rooms();
      TestingVault vault =
          new TestingVault(
              rooms.foundation().database(), rooms.foundation().box(), rooms.foundation().clock());
      Environment lab = vault.environment("lab-waw");
      String base = "https://127.0.0.1:" + server.server().port();
      Page page = browser.page(1280, 900);
      page.context()
          .addCookies(
              List.of(
                  new Cookie("__Host-innkeeper", admin.session()).setUrl(base).setSecure(true)));
      page.context()
          .grantPermissions(
              List.of("clipboard-read", "clipboard-write"),
              new BrowserContext.GrantPermissionsOptions().setOrigin(base));

      for (String password : NASTY) {
        Credential one = vault.account(lab, "esx" + password.hashCode(), "root", password);
        TestingBrowser.open(
            page, base + "/credentials/" + lab.id() + "?q=" + one.account().resourceName());
        assertThat(page.content()).doesNotContain("ab\\ncd", "zażółć");

        page.locator("[title='Copy…']").click();
        page.locator("#reason").fill("the test of copying");
        page.locator("button[value='copy']").click();
        page.locator(".toast:has-text('Copied')").waitFor();
        assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(password);
        page.locator(".toast").evaluate("box => box.remove()");

        page.locator("[title='Show…']").click();
        page.locator("#reason").fill("the test of looking");
        page.locator("button[value='show']").click();
        assertThat(page.locator(".plain-password").textContent()).isEqualTo(password);
        assertThat(page.locator(".password .left button").first().textContent()).endsWith(" s");
        page.locator("[aria-label='Hide the password']").click();
        assertThat(page.locator(".plain-password").count()).isZero();
      }
      leavesInTime(
          page, base + "/credentials/" + lab.id() + "?q=esx" + NASTY.getFirst().hashCode());
      assertThat(browser.errors()).isEmpty();
    }
  }

  private static void leavesInTime(Page page, String address) {
    page.clock().install();
    page.navigate(address);
    page.locator("[title='Copy…']").click();
    page.locator("#reason").fill("the test of copying as YAML");
    page.locator("button[value='yaml']").click();
    page.locator(".toast:has-text('Copied')").waitFor();
    assertThat(page.evaluate("navigator.clipboard.readText()").toString())
        .contains("username: root", "password: 'it''s'");
    page.clock().runFor(31_000);
    page.waitForCondition(() -> page.evaluate("navigator.clipboard.readText()").equals(""));

    page.locator("[title='Show…']").click();
    page.locator("#reason").fill("the test of looking");
    page.locator("button[value='show']").click();
    page.locator(".plain-password").waitFor();
    page.clock().runFor(29_000);
    assertThat(page.locator(".plain-password").count()).isOne();
    page.clock().runFor(2_000);
    assertThat(page.locator(".plain-password").count()).isZero();
  }

  @Test
  void aPasswordIsShownOnceAuditedKeptByNobodyAndLeavesWithoutScriptToo() {
    try (TestingServer server = TestingServer.on(home);
        TestingVisitor admin = TestingVisitor.named(server.server(), "marta", Role.ADMIN);
        TestingVisitor viewer = TestingVisitor.named(server.server(), "kuba", Role.VIEWER)) {
      var rooms = server.server().rooms();
      TestingVault vault =
          new TestingVault(
              rooms.foundation().database(), rooms.foundation().box(), rooms.foundation().clock());
      Environment lab = vault.environment("lab-waw");
      Credential one = vault.account(lab, "esx01", "root", "Old0!", "k8#<Qw>");
      String page = "/credentials/" + lab.id();
      String ask = page + "/" + one.id() + "/password";
      assertThat(admin.get(page).body()).contains("esx01", "Show…").doesNotContain("k8#");
      assertThat(viewer.get(page).body()).contains("esx01").doesNotContain("Show…", "k8#");
      assertThat(viewer.post(ask, Map.of("reason", "curious", "way", "show")).statusCode())
          .isEqualTo(403);
      assertThat(admin.post(ask, Map.of("way", "show")).body()).contains("Say in a few words");

      var shown = admin.post(ask, Map.of("reason", "ticket 4312", "way", "show"));

      assertThat(shown.body()).contains("k8#&lt;Qw&gt;");
      assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(shown.headers().firstValue("Refresh").orElse("")).startsWith("30;url=");
      assertThat(admin.get(page + "/" + one.id() + "/history").body())
          .contains("Two passwords", "First", "looked at it, password 2: “ticket 4312”")
          .doesNotContain("k8#", "Old0!");
      assertThat(admin.get("/audit").body()).contains("credential.show", "ticket 4312");
      assertThat(admin.get(page + "/syncs").body()).contains("No sync yet");
      assertThat(admin.get("/credentials?look=cards").body()).contains("lab-waw");
    }
  }
}
