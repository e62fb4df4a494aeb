package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.client.OrganisationChange;
import io.innkeeper.console.view.SeatView;
import io.innkeeper.link.IssuedLink;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.usage.Adjustment;
import io.innkeeper.usage.BookedCalls.Earlier;
import io.innkeeper.usage.CallKind;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTabsTest {
  private static final String SONNET = "anthropic/claude-sonnet-4";
  private static final String GEMINI = "google/gemini-2.5-pro";

  @TempDir static Path home;
  private static UsageHouse house;
  private static String own;

  @BeforeAll
  static void begin() throws Exception {
    house = new UsageHouse(home);
    own = "/usage/" + house.brzoza.slug();
    house.book(
        house.brzoza,
        Earlier.of("2026-11-20T10:00:00Z", "ewa", SONNET, "3"),
        Earlier.of("2026-11-20T11:00:00Z", "jan", SONNET, "1"),
        Earlier.of("2026-11-19T10:00:00Z", "ewa", GEMINI, "2"),
        Earlier.of("2026-11-03T23:30:00Z", "ola", GEMINI, "0.5"),
        new Earlier(
            Instant.parse("2026-11-18T10:00:00Z"),
            "ewa",
            "openai/text-embedding-3-small",
            CallKind.EMBEDDING,
            1_000_000,
            0,
            "0.25"),
        Earlier.of("2026-10-12T10:00:00Z", "ewa", SONNET, "5"));
  }

  @AfterAll
  static void end() {
    house.close();
  }

  private static String page(String path) {
    HttpResponse<String> reply = house.viewer(path);
    assertThat(reply.statusCode()).as(path).isEqualTo(200);
    return reply.body();
  }

  @Test
  void figuresAreInItsCurrencyEachDayAtItsRate() {
    // 20 Nov at 3.7323, 19 Nov at 3.7322, 18 Nov at 3.7321, 4 Nov (Warsaw) at 3.7307; × 1.3
    BigDecimal exact =
        new BigDecimal("5.2")
            .multiply(new BigDecimal("3.7323"))
            .add(new BigDecimal("2.6").multiply(new BigDecimal("3.7322")))
            .add(new BigDecimal("0.325").multiply(new BigDecimal("3.7321")))
            .add(new BigDecimal("0.65").multiply(new BigDecimal("3.7307")));
    String amount = Formats.ENGLISH.money(exact);
    assertThat(page(own))
        .contains("<small>PLN</small>", ">" + amount + "</a>", "USD 8.78 · +35.", "live</span>")
        .contains("1 USD = 3.7323 PLN, NBP A, table ", " of 19 Nov 2026.")
        .contains("Today is live, 14:32.", "Changes are against 1–20 October.", "so far today")
        .contains("Wed 18 Nov", "November 2026", "4 Nov");
    assertThat(page(own + "?currency=USD"))
        .contains("<small>USD</small>", ">8.78</a>")
        .doesNotContain("<small>PLN</small>");
  }

  @Test
  void totalIsExactNotSumOfRounded() {
    Organisation one = house.inn.organisation("Zaokrąglenia");
    List<Earlier> calls = new ArrayList<>();
    for (int day = 2; day <= 5; day++)
      calls.add(Earlier.of("2026-11-0" + day + "T10:00:00Z", "ewa", SONNET, "0.001"));
    house.book(one, calls);

    assertThat(page("/usage/" + one.slug()))
        .contains("<span>0.02</span>")
        .contains("The rounded days would add up to 0.00.");
  }

  @Test
  void unknownRatesLeaveDollarsAndSaySo() {
    Organisation one = house.inn.organisation("Frankonia");
    OrganisationChange francs = new OrganisationChange(null, null, "CHF", null, null, null, null);
    house
        .rooms()
        .entrance()
        .organisations()
        .change(one.id(), one.spec().changed(francs), one.version(), TestingServer.BY);
    house.book(one, Earlier.of("2026-09-01T10:00:00Z", "ewa", SONNET, "1"));

    assertThat(page("/usage/" + one.slug() + "?month=2026-09"))
        .contains("No rate of CHF is known for 1 of these days, so amounts are in US dollars only.")
        .contains("<small>USD</small>", ">1.30</a>");
  }

  @Test
  void aRateThatStandsInIsFlagged() {
    Organisation one = house.inn.organisation("Zastępstwo");
    house.rates.publish(LocalDate.of(2026, 8, 3), "3.9", true);
    house.book(one, Earlier.of("2026-08-04T10:00:00Z", "ewa", SONNET, "1"));

    assertThat(page("/usage/" + one.slug() + "?from=2026-08-04&to=2026-08-05"))
        .contains("Some days use a rate that stands in", "class=\"tag warn\">stand-in<", "5.07");
    for (String tab : List.of("/users", "/models"))
      assertThat(
              house
                  .viewer("/usage/" + one.slug() + tab + "/csv?from=2026-08-04&to=2026-08-05")
                  .body())
          .contains("\"currency\",\"rate_stands_in\"", "\"5.07\",\"PLN\",\"yes\"");
    assertThat(house.viewer(own + "/models/csv").body()).contains("\"PLN\",\"no\"");
    assertThat(house.viewer(own + "/models/csv?currency=USD").body()).contains("\"USD\",\"\"");
  }

  @Test
  void byModelAndByUserShareOneForm() {
    String models = page(own + "/models");
    assertThat(models)
        .contains(
            "<code>" + SONNET + "</code>", "Total, models: 3", "59.3%", "aria-sort=\"descending\"");
    assertThat(models.indexOf(SONNET)).isLessThan(models.indexOf(GEMINI));
    assertThat(page(own + "/models?sort=cost").indexOf(GEMINI))
        .isLessThan(page(own + "/models?sort=cost").indexOf(SONNET));
    assertThat(page(own + "/models?kinds=embeddings"))
        .contains("text-embedding", "Total, models: 1")
        .doesNotContain("<code>" + SONNET);
    assertThat(page(own + "/users"))
        .contains("Żółć ewa", "Żółć ola", "Total, people: 3", "3 h ago");
    assertThat(page(own + "/users?q=JAN")).contains("Żółć jan").doesNotContain("Żółć ola");
    assertThat(page(own + "/users?q=nobody")).contains("Nothing matches");
  }

  @Test
  void moreThanFiftyPeopleAreTurnedLikePages() {
    Organisation one = house.inn.organisation("Szpital");
    List<Earlier> calls = new ArrayList<>();
    for (int i = 100; i < 160; i++)
      calls.add(Earlier.of("2026-11-05T10:00:00Z", "person" + i, SONNET, "0.01"));
    house.book(one, calls);

    assertThat(page("/usage/" + one.slug() + "/users"))
        .contains("1–50 of 60", "person149", "Total, people: 60")
        .doesNotContain("person150");
    assertThat(page("/usage/" + one.slug() + "/users?start=50"))
        .contains("51–60 of 60", "person159")
        .doesNotContain("person149");
  }

  @Test
  void howANumberWasMadeAddsUpToTheNumber() {
    String how = page(own + "/how?by=model&part=" + SONNET);
    assertThat(how)
        .contains("How PLN 19.41 was made", SONNET + ", 1–20 November 2026", "× 1.30")
        .contains("exactly 19.40796; rounded only to be shown", "all settled or reconciled")
        .contains("from usage_day", "See the calls", "has not been compared yet");
    assertThat(page(own + "/how?from=2026-11-19&to=2026-11-19")).contains("How PLN 9.70 was made");
  }

  @Test
  void csvIsWhatIsOnTheScreenAndNoFormula() {
    Organisation sly = house.inn.organisation("Formuły");
    house.book(sly, Earlier.of("2026-11-05T10:00:00Z", "=1+1", "@model", "1"));
    HttpResponse<String> csv = house.viewer(own + "/csv");
    assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
        .contains("usage-kancelaria-brzoza", "-stats-2026-11-01-2026-11-20.csv");
    assertThat(csv.body())
        .contains(
            "\"2026-11-20\",\"2\",\"1800\",\"200\",\"4\",\"5.2\",\"19.40796\",\"PLN\",\"3.7323\"")
        .contains("\"NBP A\"", "\"2026-11-19\",\"no\",\"live\"");
    assertThat(house.viewer("/usage/" + sly.slug() + "/users/csv").body()).contains("\"'=1+1\"");
    assertThat(house.viewer("/usage/" + sly.slug() + "/models/csv").body()).contains("\"'@model\"");
  }

  @Test
  void whatIsGivenBackStaysANumberInCsv() {
    Organisation one = house.inn.organisation("Zwroty");
    house.book(one, Earlier.of("2026-11-05T10:00:00Z", "ewa", SONNET, "1"));
    house
        .rooms()
        .money()
        .usage()
        .ledger()
        .adjust(
            new Adjustment(
                one.id(),
                Optional.empty(),
                Optional.of(Usd.parse("-1.5")),
                Optional.empty(),
                "Broken answers"),
            TestingServer.BY);
    // Given back today, × 1.3 and at today's 3.7323.
    String cells = "\"-1.5\",\"-1.95\",\"-7.277985\",\"PLN\"";
    assertThat(house.viewer("/usage/" + one.slug() + "/csv").body()).contains(cells);
    assertThat(house.viewer("/usage/" + one.slug() + "/users/csv").body())
        .contains(",\"-1.95\",\"-7.277985\",\"PLN\"")
        .doesNotContain("'-");
  }

  @Test
  void couldNotLoadIsNotNoUsage() {
    assertThat(page(own + "?month=2025-02"))
        .contains("No usage: February 2025", "We looked, and no model was called");
    house
        .rooms()
        .foundation()
        .database()
        .change(h -> h.execute("alter table usage_day rename to usage_away"));
    try {
      HttpResponse<String> reply = house.viewer(own);
      assertThat(reply.statusCode()).isEqualTo(503);
      assertThat(reply.body())
          .contains("Usage could not be loaded", "This is not “no usage”", "Request <code>")
          .contains("Kancelaria Brzoza", "November 2026")
          .doesNotContain("No usage:", "0.00");
    } finally {
      house
          .rooms()
          .foundation()
          .database()
          .change(h -> h.execute("alter table usage_away rename to usage_day"));
    }
    assertThat(page(own)).contains("Top models");
  }

  @Test
  void daysThatCanNotBeGetASentence() {
    assertThat(house.viewer(own + "?from=2026-11-05&to=2026-11-01").body())
        .contains("The last day, 2026-11-01, is before the first");
    assertThat(house.viewer(own + "?from=2020-01-01&to=2026-11-01").statusCode()).isEqualTo(422);
    assertThat(house.viewer(own + "?currency=EUR").body())
        .contains("are shown in PLN or USD, not in EUR");
    assertThat(house.viewer("/usage/nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void clientSeesOnlyItsOrganisation() {
    Organisation other = house.inn.organisation("Nordwind");
    house.book(other, Earlier.of("2026-11-19T10:00:00Z", "hans", "acme/secret-model", "7"));
    String anna = "client~" + house.brzoza.id();
    assertThat(house.as(anna, own + "?lang=en").body())
        .contains("Kancelaria Brzoza", "Signed in as Anna", "class=\"slim-bar\"")
        .doesNotContain("secret-model", "Share a link", "<nav class=\"nav\"");
    for (UsageTab tab : UsageTab.values())
      for (String end : List.of("", "/csv"))
        assertThat(house.as(anna, "/usage/" + other.slug() + tab.path() + end).statusCode())
            .isEqualTo(404);
    assertThat(house.as(anna, "/usage/" + other.slug() + "/how").statusCode()).isEqualTo(404);
    assertThat(house.as("client", own).statusCode()).isEqualTo(404);
  }

  @Test
  void linkShowsItsOrganisationAndNothingElse() {
    IssuedLink link = house.link(house.brzoza, 92);
    String shared = UsageHouse.shared(link);
    HttpResponse<String> reply = house.stranger(shared);
    assertThat(reply.body())
        .contains("<html lang=\"en\"", "Read-only view · valid until 20 Feb 2027", "Halny Hosting")
        .contains("href=\"" + shared + "/models")
        .doesNotContain("/usage?", "/organisations", "/tenants", "Share a link", "name=\"csrf\"");
    assertThat(reply.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
    assertThat(reply.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
    assertThat(reply.headers().allValues("Set-Cookie")).isEmpty();
    for (UsageTab tab : UsageTab.values())
      assertThat(house.stranger(shared + tab.path()).statusCode()).as(tab.path()).isEqualTo(200);
    assertThat(house.stranger(shared + "/how?by=user&part=ewa").body()).contains("was made");
    assertThat(house.stranger(shared + "/users/csv").body()).contains("ewa");
  }

  @Test
  void linkSpeaksPolishToWhoReadsPolish() {
    String shared = UsageHouse.shared(house.link(house.brzoza, 92));
    assertThat(house.stranger(shared + "?lang=pl").body())
        .contains("<html lang=\"pl\"", "Widok tylko do odczytu · ważny do 20 lut 2027")
        .contains("listopad 2026", "Dziś na żywo, 14:32.", "Zmiany wobec 1–20 października.")
        .contains("pt 20 lis", "na żywo", "5,200000", "1 USD = 3,7323 PLN");
  }

  @Test
  void linkExpiresAndIsRevoked() {
    IssuedLink link = house.link(house.brzoza, 1);
    String shared = UsageHouse.shared(link);
    assertThat(house.stranger(shared).statusCode()).isEqualTo(200);
    house.rooms().money().links().revoke(house.brzoza.id(), link.link().id(), TestingServer.BY);
    HttpResponse<String> gone = house.stranger(shared);
    assertThat(gone.statusCode()).isEqualTo(404);
    assertThat(house.stranger("/shared/ink-view-nonsense").body()).isEqualTo(gone.body());
  }

  @Test
  void subscriptionSaysWhenNoSeatsAreBilled() {
    assertThat(page(own + "/subscription")).contains("No seats are billed");
    house.seats(
        new SeatView(
            YearMonth.of(2026, 11),
            "PLN",
            new BigDecimal("69"),
            List.of(
                new SeatView.Tier(1, 3, new BigDecimal("79"), false),
                new SeatView.Tier(4, 9, new BigDecimal("69"), true)),
            List.of(
                new SeatView.Seat(
                    "Ewa Lis", "", LocalDate.of(2026, 11, 16), 15, 30, new BigDecimal("34.50"))),
            1,
            new BigDecimal("34.50"),
            false));
    assertThat(page(own + "/subscription"))
        .contains("Ewa Lis", "15 / 30", "34.50", "4–9", "this month", "so far; the month is open");
  }

  @Test
  void pricingShowsWhatMayBeUsedAndHowOldTheListIs() {
    assertThat(page(own + "/pricing")).contains("No prices yet");
  }
}
