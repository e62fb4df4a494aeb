package io.innkeeper.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.innkeeper.access.OperatorName;
import io.innkeeper.testing.TestingBrowser;
import io.innkeeper.testing.TestingServer;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that ends under somebody's hands costs them a password and nothing else. */
@Tag("browser")
class SignedOutTest {
  private static final String PASSWORD = "seven-bells-at-noon";

  @TempDir static Path home;
  private static TestingServer inn;
  private static TestingBrowser browser;
  private static Page page;
  private static String console;

  @BeforeAll
  static void signIn() {
    inn = TestingServer.on(home);
    browser = new TestingBrowser();
    page = browser.page(1280, 900);
    console = "https://localhost:" + inn.server().port();
    TestingBrowser.open(page, console + "/tenants");
    page.fill("#name", "admin");
    page.fill("#password", TestingServer.PASSWORD);
    page.click("button.primary");
    page.fill("#old", TestingServer.PASSWORD);
    page.fill("#password", PASSWORD);
    page.fill("#again", PASSWORD);
    page.click("button.primary");
    assertThat(page.locator("h1")).hasText("Nothing is open yet");
  }

  @AfterAll
  static void end() {
    browser.close();
    inn.close();
  }

  @Test
  void aTypedFormIsSentAfterSigningInOverIt() {
    TestingBrowser.open(page, console + "/organisations/new");
    page.fill("#form [name='name']", "Kuźnia Danych");
    endSessions();

    page.click("#form button.primary");
    signInOver();

    assertThat(page.locator("h1")).hasText("Kuźnia Danych");
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void aQuestionKeepsItsWordsAndIsAnswered() {
    inn.organisation("Tatra Outdoor");
    TestingBrowser.open(page, console + "/organisations/tatra-outdoor");
    page.getByLabel("More actions").click();
    page.getByText("Suspend…").click();
    page.fill("#question [name='reason']", "unpaid");
    endSessions();

    page.click("#question footer button");
    signInOver();

    assertThat(page.locator(".head .lead")).containsText("unpaid");
  }

  private static void endSessions() {
    UUID admin =
        inn.server()
            .rooms()
            .entrance()
            .operators()
            .find(OperatorName.parse("admin"))
            .orElseThrow()
            .id();
    inn.server().rooms().entrance().sessions().revokeAllOf(admin, TestingServer.BY);
  }

  private static void signInOver() {
    assertThat(page.locator("#sign-in-over")).isVisible();
    page.fill("#sign-in-over [name='name']", "admin");
    page.fill("#sign-in-over [name='password']", PASSWORD);
    page.click("#sign-in-over button.primary");
  }
}
