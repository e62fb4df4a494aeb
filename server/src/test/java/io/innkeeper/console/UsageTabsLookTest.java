package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.innkeeper.testing.TestingAxe;
import io.innkeeper.testing.TestingBrowser;
import io.innkeeper.usage.BookedCalls.Earlier;
import io.innkeeper.usage.CallKind;
import io.innkeeper.usage.Prices;
import io.innkeeper.usage.TestingPrices;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The five tabs and the drawer in a real browser, by a link, in both languages' formats. */
class UsageTabsLookTest {
  private static final List<String> PEOPLE =
      List.of("ewa", "jan", "ola", "Wawrzyniec Brzęczyszczykiewicz-Chrząszczyrzewoszycki", "kuba");
  private static final List<String> MODELS =
      List.of(
          "anthropic/claude-sonnet-4",
          "google/gemini-2.5-pro",
          "openai/gpt-4.1",
          "openai/gpt-4.1-mini",
          "google/gemini-2.5-flash",
          "mistralai/mistral-medium-3",
          "some-vendor/a-model-with-a-name-that-does-not-want-to-end-anywhere:thinking");

  @TempDir static Path home;
  private static UsageHouse house;
  private static TestingBrowser browser;
  private static String shared;

  @BeforeAll
  static void begin() throws Exception {
    house = new UsageHouse(home);
    browser = new TestingBrowser();
    house.book(house.brzoza, twoMonths());
    new Prices(house.rooms().foundation().database(), TestingPrices::reading, house.clock)
        .refresh();
    shared = UsageHouse.shared(house.link(house.brzoza, 92));
  }

  @AfterAll
  static void end() {
    browser.close();
    house.close();
  }

  static List<Earlier> twoMonths() {
    Random random = new Random(7);
    List<Earlier> all = new ArrayList<>();
    for (LocalDate day = LocalDate.of(2026, 10, 1);
        !day.isAfter(LocalDate.of(2026, 11, 20));
        day = day.plusDays(1)) {
      boolean free = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
      int calls = free ? 2 : 8 + random.nextInt(6);
      for (int i = 0; i < calls; i++)
        all.add(
            new Earlier(
                day.atTime(LocalTime.of(8 + i % 4, random.nextInt(60))).toInstant(ZoneOffset.UTC),
                PEOPLE.get(random.nextInt(PEOPLE.size())),
                MODELS.get(Math.min(random.nextInt(7), random.nextInt(7))),
                i % 5 == 4 ? CallKind.TITLE : CallKind.CHAT,
                200_000 + random.nextInt(500_000),
                10_000 + random.nextInt(50_000),
                "0." + (100_000 + random.nextInt(800_000))));
    }
    return all;
  }

  @Test
  void pricesOfAPhoneNeedNoScrolling() {
    Page page = browser.page(390, 844);
    TestingBrowser.open(page, house.address(shared + "/pricing?lang=pl"));
    page.evaluate("document.fonts.ready.then(() => true)");
    assertThat(
            page.locator("#list .scroll")
                .evaluate("table => table.scrollWidth - table.clientWidth"))
        .isEqualTo(0);
    assertThat(page.locator("#list td.num:visible small").first().textContent()).startsWith("USD ");
    page.context().close();
  }

  static Stream<Arguments> pages() {
    return Stream.of(
            "",
            "/users",
            "/models",
            "/subscription",
            "/pricing",
            "/how?by=model&part=openai/gpt-4.1")
        .flatMap(path -> Stream.of("en", "pl").map(lang -> Arguments.of(path, lang)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageIsCleanInItsLanguage(String path, String lang) {
    Page page = browser.page(1280, 900);
    String address =
        house.address(shared + path + (path.contains("?") ? "&" : "?") + "lang=" + lang);
    TestingBrowser.open(page, address);
    page.evaluate("document.fonts.ready.then(() => true)");
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(lang);
    assertThat(TestingAxe.violations(page)).as("%s in %s", path, lang).isEmpty();
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(TestingAxe.violationsOfColour(page)).as("%s in %s by night", path, lang).isEmpty();
    for (int width : List.of(320, 390, 1000)) {
      page.setViewportSize(width, 900);
      assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
          .as("%s at %d", path, width)
          .isEqualTo(0);
    }
    assertThat(page.evaluate("watched.violations")).isEqualTo(List.of());
    assertThat(browser.errors()).isEmpty();
    page.context().close();
  }
}
