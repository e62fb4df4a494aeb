package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import io.innkeeper.testing.TestingBrowser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every screen, looked at in a real browser under the real content policy. */
class ConsoleLooksTest {
  private static final List<Integer> WIDTHS =
      List.of(320, 390, 480, 760, 768, 960, 961, 1080, 1280, 1600);

  private static final int BUDGET = 150_000;

  /** A loaded machine shows shifts of some ten-thousandths, well below what an eye can follow. */
  private static final double UNSEEN = 0.001;

  private static ConsolePreview preview;
  private static TestingBrowser browser;
  private static Page page;

  @BeforeAll
  static void open() throws Exception {
    preview = new ConsolePreview(0);
    browser = new TestingBrowser();
    page = browser.page(1280, 860);
  }

  @AfterAll
  static void close() {
    browser.close();
    preview.close();
  }

  static Set<String> screens() {
    return SampleScreens.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("screens")
  void axeFindsNothingByDayAndByNight(String screen) {
    show(screen);
    assertThat(violations(new AxeBuilder(page))).as("%s by day", screen).isEmpty();
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(violations(new AxeBuilder(page).withRules(List.of("color-contrast"))))
        .as("%s by night", screen)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("screens")
  void nothingScrollsSideways(String screen) {
    show(screen);
    for (int width : WIDTHS) {
      page.setViewportSize(width, 900);
      assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
          .as("%s at %d", screen, width)
          .isEqualTo(0);
    }
  }

  @ParameterizedTest
  @MethodSource("screens")
  void aPageIsLightKeepsStillAndBreaksNoPolicy(String screen) {
    Page fresh = browser.page(1280, 860);
    List<Request> requests = new ArrayList<>();
    fresh.onRequestFinished(requests::add);
    fresh.navigate(preview.address() + screen);
    fresh.waitForLoadState(LoadState.NETWORKIDLE);

    assertThat(requests.stream().mapToInt(r -> r.sizes().responseBodySize).sum())
        .as("bytes of %s", screen)
        .isLessThan(BUDGET);
    assertThat(((Number) fresh.evaluate("watched.shift")).doubleValue())
        .as("layout shift of %s: %s", screen, fresh.evaluate("watched.moved"))
        .isLessThan(UNSEEN);
    assertThat(fresh.evaluate("watched.violations")).isEqualTo(List.of());
    assertThat(browser.errors()).isEmpty();
    fresh.context().close();
  }

  private static void show(String screen) {
    page.setViewportSize(1280, 860);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.navigate(preview.address() + screen);
    page.evaluate("document.fonts.ready.then(() => true)");
  }

  private static List<String> violations(AxeBuilder axe) {
    return axe.analyze().getViolations().stream().map(ConsoleLooksTest::sentence).toList();
  }

  private static String sentence(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getNodes().stream()
            .limit(3)
            .map(node -> node.getTarget() + " " + node.getHtml())
            .toList();
  }
}
