package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import io.innkeeper.testing.TestingAxe;
import io.innkeeper.testing.TestingBrowser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every screen, looked at in a real browser under the real content policy. A screen
 * is loaded once, by a browser that remembers nothing.
 */
@ParameterizedClass
@MethodSource("screens")
@SuppressWarnings("NullAway.Init") // what is shown first is there before the first test
class ConsoleLooksTest {
  private static final List<Integer> WIDTHS =
      List.of(320, 390, 480, 760, 768, 960, 961, 1080, 1280, 1600);

  private static final int BUDGET = 150_000;

  /** A loaded machine shows shifts of some ten-thousandths, well below what an eye can follow. */
  private static final double UNSEEN = 0.001;

  private static ConsolePreview preview;
  private static TestingBrowser browser;
  private static Page page;
  private static Loading loading;

  private final String screen;

  /**
   * What happened from the first request until nothing came any more.
   *
   * @param found what axe found meanwhile
   */
  private record Loading(
      int bytes, double shift, Object moved, Object violations, List<String> found) {}

  ConsoleLooksTest(String screen) {
    this.screen = screen;
  }

  @BeforeAll
  static void open() throws Exception {
    preview = new ConsolePreview(0);
    browser = new TestingBrowser();
  }

  @AfterAll
  static void close() {
    browser.close();
    preview.close();
  }

  static Set<String> screens() {
    return SampleScreens.all().keySet();
  }

  /**
   * A page that moves by itself does so every time; a busy machine may once be late with its fonts.
   */
  @BeforeParameterizedClassInvocation
  static void show(String screen) {
    load(screen);
    for (int again = 0; again < 2 && loading.shift() >= UNSEEN; again++) {
      page.context().close();
      load(screen);
    }
  }

  private static void load(String screen) {
    page = browser.page(1280, 860);
    List<Request> requests = new ArrayList<>();
    page.onRequest(
        request -> {
          if (request.isNavigationRequest()) requests.clear();
        });
    page.onRequestFinished(requests::add);
    TestingBrowser.open(page, preview.address() + screen);
    page.evaluate("document.fonts.ready.then(() => true)");
    List<String> found = TestingAxe.violations(page);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    // To ask for a size hears what the browser says meanwhile, be it of a further request.
    List<Request> finished = List.copyOf(requests);
    loading =
        new Loading(
            finished.stream().mapToInt(r -> r.sizes().responseBodySize).sum(),
            ((Number) page.evaluate("watched.shift")).doubleValue(),
            page.evaluate("watched.moved"),
            page.evaluate("watched.violations"),
            found);
  }

  @AfterParameterizedClassInvocation
  static void leave() {
    page.context().close();
  }

  @Test
  void axeFindsNothingByDayAndByNight() {
    assertThat(loading.found()).as("%s by day", screen).isEmpty();
    page.setViewportSize(1280, 860);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(TestingAxe.violationsOfColour(page)).as("%s by night", screen).isEmpty();
  }

  @Test
  void nothingScrollsSideways() {
    for (int width : WIDTHS) {
      page.setViewportSize(width, 900);
      assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
          .as("%s at %d", screen, width)
          .isEqualTo(0);
    }
  }

  @Test
  void aPageIsLightKeepsStillAndBreaksNoPolicy() {
    assertThat(loading.bytes()).as("bytes of %s", screen).isPositive().isLessThan(BUDGET);
    assertThat(loading.shift())
        .as("layout shift of %s: %s", screen, loading.moved())
        .isLessThan(UNSEEN);
    assertThat(loading.violations()).isEqualTo(List.of());
    assertThat(browser.errors()).isEmpty();
  }
}
