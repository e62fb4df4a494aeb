package io.innkeeper.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.cli.TestingDesk.Said;
import io.innkeeper.money.Usd;
import io.innkeeper.simulators.openrouter.OpenRouterSimulator;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What calls cost, as the command line tells it: the upstream's own books are the truth. */
class BooksCommandsTest {
  private static final String BODY =
      "{\"model\":\"acme/lark-mini\",\"max_tokens\":200,"
          + "\"messages\":[{\"role\":\"user\",\"content\":\"Dzień dobry\"}]}";

  @TempDir private static Path directory;
  private static OpenRouterSimulator upstream;
  private static TestingHouse house;
  private static TestingDesk desk;

  @BeforeAll
  static void open() {
    upstream = OpenRouterSimulator.start(0);
    house =
        TestingHouse.withEngine(directory, "--innkeeper.openrouter.base-url=" + upstream.baseUrl());
    desk = house.admin();
    desk.done("org", "create", "Klinika", "--markup", "1.3");
    desk.fed(OpenRouterSimulator.TEST_KEYS + "klinika\n", "org", "upstream-key", "klinika");
    desk.done("tenant", "open", "klinika", "Recepcja", "--wait");
    house.inn().server().rooms().money().prices().refresh();
    await().atMost(Duration.ofSeconds(20)).until(() -> call() == 200);
    await().until(() -> !desk.done("call", "list", "-q").out().isEmpty());
  }

  @AfterAll
  static void close() {
    house.close();
    upstream.close();
  }

  @Test
  void aCallIsListedWithItsExactCostAndTellsItsStory() {
    String cost = Usd.of(upstream.charges().getFirst().total()).toString();
    Said listed = desk.done("call", "list", "--tenant", "recepcja", "--org", "klinika");
    assertThat(listed.out()).contains("Cost USD", "acme/lark-mini", cost, "settled");
    String first = desk.done("call", "list", "-q").out().lines().toList().getLast();
    assertThat(desk.done("call", "show", first).out())
        .contains("USD " + cost, "Markup       1.3", "Journal", "checksum", "Ledger line");
    assertThat(desk.done("call", "show", first, "--json").json().at("/call/cost").asText())
        .isEqualTo(cost);
    assertThat(desk.done("call", "list", "--state", "estimated").err()).contains("No such calls.");
    assertThat(desk.run("call", "list", "--tenant", "nobody").code()).isEqualTo(6);
    assertThat(desk.run("call", "show", "7").code()).isEqualTo(2);
  }

  @Test
  void profitSaysWhereARateStandsIn() {
    house.inn().publishRate(LocalDate.now(ZoneId.of("Europe/Warsaw")).minusDays(20), "4.0000");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(desk.done("profit", "--models").out()).contains("PLN", "stands in"));
  }

  @Test
  void usageIsSplitByWhatIsAsked() {
    assertThat(desk.done("usage", "klinika").out()).contains("Today", "Europe/Warsaw", "Day");
    assertThat(desk.done("usage", "klinika", "--by", "model").out()).contains("acme/lark-mini");
    assertThat(desk.done("usage", "klinika", "--by", "tenant").out()).contains("recepcja");
    assertThat(desk.done("usage", "klinika", "--by", "USER", "--json").json().has("users"))
        .isTrue();
    assertThat(desk.done("usage", "klinika", "--by", "kind", "--csv").out())
        .startsWith("kind,name,calls,prompt_tokens,completion_tokens,cost_usd,billed_usd\r\n");
    assertThat(desk.done("usage", "klinika", "--month", "2020-01").err())
        .contains("Nothing was used in these days.");
    assertThat(desk.run("usage", "klinika", "--month", "2020-01", "--to", "2020-01-03").code())
        .isEqualTo(2);
    assertThat(desk.run("usage", "klinika", "--from", "today").err()).contains("is not a day");
    Said reversed = desk.run("usage", "klinika", "--from", "2020-01-03", "--to", "2020-01-02");
    assertThat(reversed.code()).isEqualTo(3);
  }

  @Test
  void usageBreaksDownByTwoThingsAndAsCsv() {
    Said both = desk.done("usage", "breakdown", "klinika", "--by", "model,kind");
    assertThat(both.out()).contains("Model", "Kind", "acme/lark-mini", "chat");
    assertThat(desk.done("usage", "breakdown", "klinika", "--by", "key", "--csv").out())
        .startsWith("key,calls,prompt_tokens,completion_tokens,cost_usd,billed_usd,cost_pln,");
    Said unknown = desk.run("usage", "breakdown", "klinika", "--by", "week");
    assertThat(unknown.code()).isEqualTo(3);
    assertThat(unknown.err()).contains("“week” is nothing that usage is grouped by.");
    assertThat(desk.run("usage").code()).isEqualTo(2);
  }

  @Test
  void aWebhookSecretIsShownOnceAndRevoked() {
    Said made = desk.done("webhook", "create", "klinika");
    String value = made.out().lines().findFirst().orElseThrow();
    assertThat(value).startsWith("ink-wh-");
    assertThat(desk.done("webhook", "list", "klinika").out())
        .contains("by admin")
        .doesNotContain(value);
    assertThat(desk.done("webhook", "rotate", "klinika", "--overlap", "10").out())
        .contains("ink-wh-");
    assertThat(desk.done("webhook", "revoke", "klinika", "--yes", "klinika").err()).isNotNull();
    assertThat(desk.done("webhook", "list", "klinika").err()).contains("No secret.");
  }

  @Test
  void theLedgerIsExportedProvedAndMadeAnew() {
    Said csv = desk.done("ledger", "export", "klinika", "--csv");
    assertThat(csv.out()).startsWith("line,kind,day,").contains("acme/lark-mini", ",settled,");
    assertThat(csv.out()).matches("(?s)([^\r\n]*\r\n)+");
    assertThat(desk.done("ledger", "verify").out()).startsWith("The ledger is whole: ");
    assertThat(desk.done("ledger", "rebuild", "--wait").out()).contains("made anew");
    assertThat(desk.done("ledger", "verify", "--json").json().path("whole").asBoolean()).isTrue();
    assertThat(desk.done("ledger", "conflicts").err()).contains("No two calls");
    assertThat(desk.done("ledger", "unreadable").err()).contains("Every record");
    assertThat(desk.done("ledger", "compare", "klinika").code()).isZero();
  }

  @Test
  void anAdjustmentIsALineAndStays() {
    Said none = desk.run("ledger", "adjust", "klinika", "--reason", "nothing");
    assertThat(none.code()).isEqualTo(3);
    assertThat(desk.run("ledger", "adjust", "klinika", "--cost", "-1").code()).isEqualTo(2);
    Said made = desk.done("ledger", "adjust", "klinika", "--billed", "-0.25", "--reason", "Outage");
    assertThat(made.out()).contains("billed USD -0.25");
    assertThat(desk.done("ledger", "adjustments", "klinika").out())
        .contains("adjustment", "-0.25", "admin", "Outage");
    TestingDesk viewer = house.person("vera", "viewer");
    Said refused = viewer.run("ledger", "adjust", "klinika", "--billed", "-9", "--reason", "Mine");
    assertThat(refused.code()).isEqualTo(5);
  }

  @Test
  void anUnknownCostIsShownAndSettledByAPerson() throws Exception {
    upstream.next("no-usage late=never");
    call();
    await().until(() -> !desk.done("call", "unsettled", "-q").out().isEmpty());
    String id = desk.done("call", "unsettled", "-q").out().lines().findFirst().orElseThrow();
    assertThat(desk.done("call", "unsettled").out()).contains("Why", "Held USD");
    assertThat(desk.done("call", "lookup", id).out()).contains("innkeeper call show " + id);
    String cost = Usd.of(upstream.charges().getLast().total()).toString();
    Said settled = desk.done("call", "settle", id, "--cost", cost, "--reason", "Asked by letter");
    assertThat(settled.out()).contains("USD " + cost);
    assertThat(desk.done("call", "unsettled").err()).contains("Every call's cost is known.");
    BigDecimal all =
        new BigDecimal(desk.done("usage", "klinika", "--json").json().at("/total/cost").asText());
    assertThat(all).isEqualByComparingTo(upstream.total());
  }

  @Test
  void anUpstreamKeyIsReadNeverShownAndNeverAnArgument() throws Exception {
    desk.done("org", "create", "Wrzos");
    String key = OpenRouterSimulator.TEST_KEYS + "wrzos-secret";
    Path file = Files.writeString(directory.resolve("key"), key + "\n");
    assertThat(desk.run("org", "upstream-key", "wrzos").code()).isEqualTo(2);
    assertThat(desk.run("org", "upstream-key", "wrzos", key).code()).isEqualTo(2);
    Said given = desk.done("organisation", "upstream-key", "wrzos", "--file", file.toString());
    assertThat(given.out()).contains("wrzos has a new upstream key").doesNotContain(key);
    assertThat(desk.typed(key + "\n", "org", "upstream-key", "wrzos").code()).isZero();
    assertThat(desk.done("org", "show", "wrzos").out()).contains("Upstream key    set");
    assertThat(desk.done("audit", "list", "--json").out()).doesNotContain(key);
  }

  private static int call() {
    var rooms = house.inn().server().rooms();
    var workspace = rooms.tenancy().tenants().workspaces().all().getFirst();
    int port = rooms.foundation().settings().tenant().gatewayPort();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(
                      URI.create("http://127.0.0.1:" + port + "/v1/chat/completions"))
                  .header("authorization", "Bearer " + workspace.key().unwrap())
                  .header("content-type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(BODY, UTF_8))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
