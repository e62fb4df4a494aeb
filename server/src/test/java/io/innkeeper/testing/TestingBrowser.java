package io.innkeeper.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A real browser, the machine's own Chromium. Pages remember what broke the content policy. */
public final class TestingBrowser implements AutoCloseable {
  private static final String WATCH =
      """
      window.watched = { shift: 0, moved: [], violations: [] };
      new PerformanceObserver((list) => list.getEntries().forEach((e) => {
        window.watched.shift += e.value;
        e.sources.forEach((s) => window.watched.moved.push((s.node?.outerHTML ?? s.node?.data ?? '').slice(0, 120)));
      }))
          .observe({ type: 'layout-shift', buffered: true });
      document.addEventListener('securitypolicyviolation',
          (e) => window.watched.violations.push(e.violatedDirective + ' ' + e.blockedURI));
      """;

  private static final String CHANGED = "net::ERR_NETWORK_CHANGED";
  private static final String ERROR_PAGE = "chrome-error:";

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> errors = new ArrayList<>();

  public TestingBrowser() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        System.getenv().getOrDefault("PLAYWRIGHT_NODEJS_PATH", "/usr/bin/node"),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  /** A page of its own, with nothing remembered from others. */
  public Page page(int width, int height) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setIgnoreHTTPSErrors(true)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(ColorScheme.LIGHT));
    context.addInitScript(WATCH);
    Page page = context.newPage();
    page.onPageError(errors::add);
    return page;
  }

  /**
   * Goes to an address. A container that comes or goes, also another test's, is a changed network
   * to a browser, which then gives up what it is just connecting for; so it goes there again.
   */
  public static void open(Page page, String address) {
    AtomicBoolean disturbed = new AtomicBoolean();
    Consumer<Request> failed =
        request -> {
          if (CHANGED.equals(request.failure())) disturbed.set(true);
        };
    page.onRequestFailed(failed);
    try {
      for (int times = 0; times < 5; times++) {
        disturbed.set(false);
        if (arrives(page, address) && !disturbed.get()) return;
      }
      throw new AssertionError("the network changes all the time");
    } finally {
      page.offRequestFailed(failed);
    }
  }

  private static boolean arrives(Page page, String address) {
    try {
      page.navigate(address);
      return true;
    } catch (PlaywrightException e) {
      if (!e.getMessage().contains(CHANGED) && !e.getMessage().contains(ERROR_PAGE)) throw e;
      // The browser shows its own page now, which would come in the way of the next attempt.
      page.waitForURL(url -> url.startsWith(ERROR_PAGE));
      return false;
    }
  }

  /** A page in a browser that runs no script. */
  public Page withoutScript() {
    return browser
        .newContext(
            new Browser.NewContextOptions().setJavaScriptEnabled(false).setIgnoreHTTPSErrors(true))
        .newPage();
  }

  /** What scripts of any page threw. */
  public List<String> errors() {
    return List.copyOf(errors);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
