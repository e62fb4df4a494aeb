package io.innkeeper.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.innkeeper.testing.TestingBrowser;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What our own small script promises, tried with keys and mouse in a real browser. */
@Tag("browser")
class ConsoleBehavesTest {
  private static ConsolePreview preview;
  private static TestingBrowser browser;
  private static Page page;

  @BeforeAll
  static void open() throws Exception {
    preview = new ConsolePreview(0);
    browser = new TestingBrowser();
    page = browser.page(1280, 900);
    page.onDialog(dialog -> dialog.accept());
  }

  @AfterAll
  static void close() {
    browser.close();
    preview.close();
  }

  @Test
  void destroyingWaitsForTheTypedSlugAndEscGivesTheFocusBack() {
    visit("tenant");
    page.getByLabel("More actions").click();
    page.getByText("Erase…").click();
    Locator button = page.locator("#question footer button");
    page.locator("#typed").fill("kwad");
    assertThat(button).isDisabled();
    page.locator("#typed").fill("kwadrat");
    assertThat(button).isEnabled();

    page.keyboard().press("Escape");
    assertThat(page.locator("#dialogs dialog")).hasCount(0);
    assertThat(page.locator("summary[aria-label='More actions']")).isFocused();
  }

  @Test
  void oneKeyFindsAnythingAndArrowsWalkWhatIsFound() {
    visit("tenants");
    page.keyboard().press("Control+k");
    assertThat(page.locator("#find input")).isFocused();
    page.keyboard().press("ArrowDown");
    assertThat(page.locator("#hits a").first()).isFocused();
  }

  @Test
  void theHouseIsOneTabStopWalkedByArrows() {
    visit("overview");
    Locator panes = page.locator("[data-house] a");
    assertThat(page.locator("[data-house] a[tabindex='0']")).hasCount(1);
    panes.first().focus();
    page.keyboard().press("ArrowRight");
    assertThat(panes.nth(1)).isFocused();
  }

  @Test
  void tickedRowsBringTheBarAndClearTakesItAway() {
    visit("tenants");
    Locator rows = page.locator("input[form='bulk']");
    rows.nth(1).check();
    rows.nth(4).check();
    assertThat(page.locator("#bulk b")).hasText("2 selected");
    page.getByLabel("Clear the selection").click();
    assertThat(page.locator("#bulk")).isHidden();
  }

  @Test
  void lettersActInListsAndNeverInFields() {
    visit("tenants");
    page.keyboard().press("/");
    assertThat(page.locator("[data-search]")).isFocused();
    page.keyboard().type("jx?");
    assertThat(page.locator("[data-search]")).hasValue("jx?");
    page.evaluate("document.activeElement.blur()");
    page.keyboard().press("j");
    page.keyboard().press("x");
    assertThat(page.locator("#bulk b")).hasText("1 selected");
  }

  @Test
  void theDotOpensWhatCanBeDoneToTheRow() {
    visit("tenants");
    page.keyboard().press("j");
    page.keyboard().press("j");
    page.keyboard().press(".");
    Locator menu = page.locator("tbody tr:not(.why) details.menu[open]");
    assertThat(menu).hasCount(1);
    menu.getByText("Stop…").click();
    assertThat(page.locator("#question")).isVisible();
  }

  @Test
  void onAPhoneTheBarsVerbsAreAMenu() {
    page.setViewportSize(390, 844);
    visit("tenants");
    page.locator("input[form='bulk']").nth(1).check();
    assertThat(page.locator("#bulk > button[value='stop']")).isHidden();
    page.locator("#bulk summary").click();
    assertThat(page.locator("#bulk .panel button[value='stop']")).isVisible();
    page.setViewportSize(1280, 900);
  }

  @Test
  void aDraftIsKeptAndTakenUpAgain() {
    visit("organisation-form");
    page.locator("#name").fill("Młyn Wodny");
    page.getByText("Save as draft").click();
    assertThat(page.locator("[data-draft]")).hasText("Kept in this browser");
    visit("organisation-form");
    assertThat(page.locator("#name")).not().hasValue("Młyn Wodny");
    page.getByText("Take it up").click();
    assertThat(page.locator("#name")).hasValue("Młyn Wodny");
    visit("organisation-form");
    page.getByText("Throw it away").click();
    visit("organisation-form");
    assertThat(page.locator(".banner.kept")).hasCount(0);
  }

  @Test
  void aDraftKeepsNoSecretThoughItIsShownAtTheMoment() {
    visit("organisation-setting");
    page.locator("#name").fill("TAVILY_API_KEY");
    page.locator("#value").fill("tvly-hush");
    page.locator(".peek").click();
    assertThat(page.locator("#value")).hasAttribute("type", "text");
    page.getByText("Save as draft").click();
    assertThat(String.valueOf(page.evaluate("JSON.stringify(localStorage)")))
        .contains("TAVILY_API_KEY")
        .doesNotContain("hush");
  }

  @Test
  void theWaitAfterAWrongPasswordIsCountedDown() {
    visit("sign-in-wrong");
    assertThat(page.locator("#password-says")).containsText("You can try again in");
    assertThat(page.locator("#password-says"))
        .containsText(Pattern.compile("You can try again now"));
  }

  @Test
  void aMendIsOnePressAway() {
    visit("tenant-open");
    page.locator("[data-mend]").click();
    assertThat(page.locator("#slug")).hasValue("brzoza-podatki");
  }

  @Test
  void withoutScriptAQuestionIsAPageAndItsButtonCanBePressed() {
    try (Page bare = browser.withoutScript()) {
      TestingBrowser.open(bare, preview.address() + "tenant-erase");
      assertThat(bare.locator("#question")).isVisible();
      assertThat(bare.locator("#question footer button")).isEnabled();
      assertThat(bare.locator("#question form").getAttribute("action")).endsWith("/erase");
    }
  }

  private static void visit(String screen) {
    TestingBrowser.open(page, preview.address() + screen);
  }
}
