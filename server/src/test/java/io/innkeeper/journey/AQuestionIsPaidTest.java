package io.innkeeper.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.innkeeper.client.OrganisationChange;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.secret.Secret;
import io.innkeeper.simulators.openrouter.OpenRouterSimulator;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.testing.TestingBrowser;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.usage.CallFilter;
import io.innkeeper.usage.CallKind;
import io.innkeeper.usage.ListedCall;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person types a question into a real Open WebUI, reads the answer as it streams, and the
 * operator finds its exact cost; then the budget is used up and the person is told so.
 */
@Tag("browser")
class AQuestionIsPaidTest {
  private static final String APP = "innkeeper/open-webui:0.12.4";
  private static final String QUESTION = "What does a lantern cost?";
  private static final LocatorAssertions.IsVisibleOptions PATIENT =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  @TempDir Path home;

  @Test
  void askedAnsweredAndPaidToTheLastPlace() {
    try (OpenRouterSimulator upstream = OpenRouterSimulator.start(0);
        TestingServer inn =
            TestingServer.on(
                home,
                "--innkeeper.openrouter.base-url=" + upstream.baseUrl(),
                "--innkeeper.tenant.image=" + APP,
                "--innkeeper.tenant.health-deadline=170s");
        TestingBrowser client = new TestingBrowser();
        TestingBrowser operator = new TestingBrowser()) {
      Organisation owner = payingOrganisation(inn);
      Page app = workspace(inn, client, inn.open(owner, "Recepcja"));
      ask(app, QUESTION);
      assertThat(app.getByText("puts an exact price on them").first()).isVisible(PATIENT);
      ListedCall chat = chat(inn, owner);
      Usd cost = chat.generation().orElseThrow().cost();
      assertThat(cost.decimal()).isIn(charges(upstream));
      assertThat(chat.call().payer().user().orElseThrow().verified()).isTrue();
      assertInTheConsole(inn, operator, owner, chat);
      useUp(inn, owner);
      app.reload();
      ask(app, "And a second one?");
      assertThat(app.getByText("budget for").first()).isVisible(PATIENT);
      assertThat(app.getByText("is used up").first()).isVisible(PATIENT);
    }
  }

  private static Organisation payingOrganisation(TestingServer inn) {
    Organisation owner = inn.organisation("Klinika");
    Secret paying = Secret.of(OpenRouterSimulator.TEST_KEYS + "klinika");
    inn.server().rooms().entrance().organisations().giveKey(owner.id(), paying, TestingServer.BY);
    inn.server().rooms().money().prices().refresh();
    return owner;
  }

  private static Page workspace(TestingServer inn, TestingBrowser client, Tenant tenant) {
    String password =
        inn.tenants().tenants().takeFirstAdminPassword(tenant.id(), TestingServer.BY).unwrap();
    Page app = client.page(1280, 900);
    TestingBrowser.open(app, inn.fresh(tenant).address());
    app.fill("#email", "anna@client.example");
    app.fill("#password", password);
    app.press("#password", "Enter");
    assertThat(app.locator("#chat-input").first()).isVisible(PATIENT);
    return app;
  }

  private static void ask(Page app, String question) {
    Locator input = app.locator("#chat-input").first();
    assertThat(input).isVisible(PATIENT);
    // What is new in this version lies over the page once.
    Locator news = app.getByText("Okay, Let's Go!");
    if (news.isVisible()) news.click();
    input.click();
    app.keyboard().type(question);
    app.keyboard().press("Enter");
  }

  private static ListedCall chat(TestingServer inn, Organisation owner) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> settledChat(inn, owner), Optional::isPresent)
        .orElseThrow();
  }

  private static Optional<ListedCall> settledChat(TestingServer inn, Organisation owner) {
    CallFilter its = CallFilter.of(owner.id());
    return inn.server().rooms().money().usage().calls().list(its, Optional.empty(), 50).stream()
        .filter(call -> call.call().request().kind() == CallKind.CHAT)
        .filter(call -> call.generation().isPresent())
        .findFirst();
  }

  private static List<BigDecimal> charges(OpenRouterSimulator upstream) {
    return upstream.charges().stream().map(charge -> Usd.of(charge.total()).decimal()).toList();
  }

  private static void assertInTheConsole(
      TestingServer inn, TestingBrowser operator, Organisation owner, ListedCall chat) {
    Page page = operator.page(1280, 900);
    String console = "https://localhost:" + inn.server().port();
    TestingBrowser.open(page, console + "/organisations/" + owner.slug() + "/spend");
    page.fill("#name", "admin");
    page.fill("#password", TestingServer.PASSWORD);
    page.click("button.primary");
    page.fill("#old", TestingServer.PASSWORD);
    page.fill("#password", "seven-bells-at-noon");
    page.fill("#again", "seven-bells-at-noon");
    page.click("button.primary");
    TestingBrowser.open(page, console + "/organisations/" + owner.slug() + "/spend");
    page.locator("table.calls a.opens[href*='" + chat.call().call() + "']").first().click();
    String cost =
        chat.generation().orElseThrow().cost().decimal().stripTrailingZeros().toPlainString();
    assertThat(page.locator("main")).containsText(cost);
    assertThat(operator.errors()).isEmpty();
  }

  private static void useUp(TestingServer inn, Organisation owner) {
    var organisations = inn.server().rooms().entrance().organisations();
    Organisation now = organisations.get(owner.id());
    BigDecimal little = new BigDecimal("0.000001");
    OrganisationChange change = new OrganisationChange(null, null, null, null, null, little, null);
    organisations.change(now.id(), now.spec().changed(change), now.version(), TestingServer.BY);
  }
}
