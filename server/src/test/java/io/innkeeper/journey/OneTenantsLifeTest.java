package io.innkeeper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.LoadState;
import io.innkeeper.job.Job;
import io.innkeeper.job.JobFilter;
import io.innkeeper.testing.TestingBrowser;
import io.innkeeper.testing.TestingServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One long true story in a real browser with a real Open WebUI: sign in, open, watch the steps,
 * sign in to the workspace, stop, start, more memory, sign in as before, a broken image taken back,
 * remove, erase.
 */
@Tag("browser")
class OneTenantsLifeTest {
  private static final String APP = "innkeeper/open-webui:0.12.4";
  private static final LocatorAssertions.IsVisibleOptions PATIENT =
      new LocatorAssertions.IsVisibleOptions().setTimeout(180_000);

  @TempDir Path home;

  @Test
  void openedUsedChangedBrokenHealedAndErased() {
    try (TestingServer inn =
            TestingServer.on(
                home,
                "--innkeeper.tenant.image=" + APP,
                "--innkeeper.tenant.health-deadline=170s");
        TestingBrowser browser = new TestingBrowser()) {
      Page page = browser.page(1280, 900);
      String console = "https://localhost:" + inn.server().port();
      signIn(page, console);
      createOrganisation(page, console);
      String password = open(page, console);
      signInToTheWorkspace(inn.tenants().tenants().named("klinika").address(), password);
      idle(inn);
      act(page, console, "stop", "Stopped");
      idle(inn);
      act(page, console, "start", "Healthy");
      idle(inn);
      moreMemory(page, console);
      idle(inn);
      signInToTheWorkspace(inn.tenants().tenants().named("klinika").address(), password);
      brokenImageIsTakenBack(inn, page, console);
      removeAndErase(inn, page, console);
      await()
          .atMost(Duration.ofMinutes(3))
          .until(() -> Files.notExists(home.resolve("tenants/klinika")));
      await().atMost(Duration.ofMinutes(1)).until(() -> inn.tenants().tenants().all().isEmpty());
      // The erased tenant's own page reloads by itself, so this is looked at in another tab.
      Page another = page.context().newPage();
      TestingBrowser.open(another, console + "/");
      assertThat(another.locator("h1")).hasText("Nothing is open yet");
      assertThat(inn.containers()).isEmpty();
      assertThat(browser.errors()).isEmpty();
    }
  }

  private static void signIn(Page page, String console) {
    TestingBrowser.open(page, console + "/tenants");
    page.fill("#name", "admin");
    page.fill("#password", TestingServer.PASSWORD);
    page.click("button.primary");
    page.fill("#old", TestingServer.PASSWORD);
    page.fill("#password", "seven-bells-at-noon");
    page.fill("#again", "seven-bells-at-noon");
    page.click("button.primary");
    assertThat(page.locator("h1")).hasText("Nothing is open yet");
  }

  private static void createOrganisation(Page page, String console) {
    TestingBrowser.open(page, console + "/organisations/new");
    page.fill("#name", "Klinika Wrzos sp. z o.o.");
    page.click(".form-foot button.primary");
    assertThat(page.locator("h1")).containsText("Klinika Wrzos");
  }

  /** Answers the first admin's password, which is shown once. */
  private static String open(Page page, String console) {
    TestingBrowser.open(page, console + "/tenants/new");
    page.fill("#displayName", "Klinika");
    page.fill("#slug", "klinika");
    page.fill("#adminEmail", "anna@wrzos.example");
    page.click(".form-foot button.primary");
    assertThat(page.locator("h1")).hasText("Klinika");
    assertThat(page.getByText("Wait until healthy").first()).isVisible();
    healthy(page);
    TestingBrowser.open(page, console + "/tenants/klinika/first-admin");
    page.locator("dialog#question button, form button.primary").last().click();
    Locator secret = page.locator("#secret-value");
    assertThat(secret).isVisible();
    return secret.innerText().strip();
  }

  // In a browser of its own: what the app's scripts throw is not ours to judge.
  private static void signInToTheWorkspace(String address, String password) {
    try (TestingBrowser client = new TestingBrowser()) {
      signIn(client.page(1280, 900), address, password);
    }
  }

  private static void signIn(Page app, String address, String password) {
    TestingBrowser.open(app, address);
    app.fill("#email", "anna@wrzos.example");
    app.fill("#password", password);
    app.press("#password", "Enter");
    assertThat(app.locator("#chat-input").first()).isVisible(PATIENT);
  }

  private static void act(Page page, String console, String verb, String state) {
    TestingBrowser.open(page, console + "/tenants/klinika");
    String address = "/tenants/klinika/" + verb;
    page.locator("form[action='" + address + "'] button, a[href='" + address + "']")
        .first()
        .click();
    if (verb.equals("stop")) page.locator("#question footer button").click();
    assertThat(page.locator("#head .state, .head .state").getByText(state).first())
        .isVisible(PATIENT);
  }

  private static void moreMemory(Page page, String console) {
    TestingBrowser.open(page, console + "/tenants/klinika/change");
    page.fill("#memory", "2");
    page.click(".form-foot button.primary");
    healthy(page);
    assertThat(page.getByText("2 GiB").first()).isVisible(PATIENT);
  }

  private static void brokenImageIsTakenBack(TestingServer inn, Page page, String console) {
    idle(inn);
    TestingBrowser.open(page, console + "/tenants/klinika/change");
    page.fill("#image", "innkeeper/no-such-image:9");
    page.press("#image", "Tab");
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.click(".form-foot button.primary");
    await()
        .atMost(Duration.ofMinutes(3))
        .until(
            () ->
                inn
                    .server()
                    .rooms()
                    .foundation()
                    .jobs()
                    .list(JobFilter.ALL, Optional.empty(), 1)
                    .stream()
                    .anyMatch(job -> job.state() == Job.State.TAKEN_BACK));
    TestingBrowser.open(page, console + "/tenants/klinika");
    healthy(page);
  }

  private static void removeAndErase(TestingServer inn, Page page, String console) {
    idle(inn);
    TestingBrowser.open(page, console + "/tenants/klinika/remove");
    page.locator("#question footer button").click();
    await()
        .atMost(Duration.ofMinutes(3))
        .until(
            () ->
                inn.containers().isEmpty()
                    && inn.server().rooms().foundation().jobs().unended() == 0);
    TestingBrowser.open(page, console + "/tenants/klinika/erase");
    page.fill("#typed", "klinika");
    page.locator("#question footer button").click();
  }

  /** The state on a page may be of the moment before a job began. */
  private static void idle(TestingServer inn) {
    await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> inn.server().rooms().foundation().jobs().unended() == 0);
  }

  private static void healthy(Page page) {
    assertThat(page.locator("#head .state, .head .state").getByText("Healthy").first())
        .isVisible(PATIENT);
  }
}
