package io.innkeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.innkeeper.caller.Role;
import io.innkeeper.testing.FreePort;
import io.innkeeper.testing.TestingBrowser;
import io.innkeeper.testing.TestingProcess;
import io.innkeeper.testing.TestingVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server in a process of its own, told in a real browser to start again. */
@Tag("browser")
class RestartTest {
  private static final double PATIENCE = 60_000;

  @TempDir Path directory;
  private final int port = FreePort.any();
  private final String base = "https://127.0.0.1:" + port;

  private List<String> flags() {
    return List.of(
        "--home=" + directory.resolve("home"),
        "--innkeeper.http.host=127.0.0.1",
        "--innkeeper.http.port=" + port,
        "--innkeeper.http.metrics-port=0",
        "--innkeeper.tenant.gateway-port=" + FreePort.any(),
        "--innkeeper.openrouter.prices-every=0s",
        "--innkeeper.rates.every=0s",
        "--innkeeper.engine.address=unix://" + directory.resolve("no-engine.sock"));
  }

  /** A first start in this process leaves an admin's session behind. */
  private static Cookie session(List<String> flags, String base) {
    try (Server server =
            Server.start(InnkeeperSettings.read(flags, Map.of()), Clock.systemUTC(), step -> {});
        TestingVisitor ola = TestingVisitor.named(server, "ola", Role.ADMIN)) {
      return new Cookie("__Host-innkeeper", ola.session()).setUrl(base).setSecure(true);
    }
  }

  private static void confirm(Page page) {
    page.locator("#typed").fill("restart");
    page.locator("dialog button.destroy").click();
  }

  private void settings(String text) throws Exception {
    Files.writeString(directory.resolve("home/innkeeper.yaml"), text);
  }

  @Test
  void restartedServerIsTheSameProcessWithANewStartAndItsPageComesBack() throws Exception {
    List<String> flags = flags();
    Cookie session = session(flags, base);
    List<String> words = Stream.concat(Stream.of("serve"), flags.stream()).toList();
    try (TestingProcess process = TestingProcess.start(Main.class, directory, words);
        TestingBrowser browser = new TestingBrowser()) {
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> process.output().contains("Innkeeper is ready"));
      Page page = browser.page(1280, 900);
      page.context().addCookies(List.of(session));
      TestingBrowser.open(page, base + "/server");

      settings("innkeeper:\n  nonsense: 1\n");
      page.locator("a:has-text('Restart')").click();
      confirm(page);
      assertThat(page.locator("dialog .check.bad").textContent()).contains("nonsense");
      settings("innkeeper:\n  http:\n    notice: After the restart.\n");
      confirm(page);

      page.locator("dialog:has-text('Starting again')").waitFor();
      page.locator("text=After the restart.")
          .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
      assertThat(page.url()).isEqualTo(base + "/server");
      assertThat(browser.errors()).isEmpty();
      TestingBrowser.open(page, base + "/audit?verb=server");
      assertThat(page.content()).contains("server.restart");
      assertThat(process.running()).isTrue();
      assertThat(process.output().lines().filter(line -> line.contains("Innkeeper is ready")))
          .hasSize(2);
      assertThat(process.stop().exitCode()).as(process.output()).isZero();
    }
  }
}
