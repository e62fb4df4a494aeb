package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.caller.Role;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.testing.TestingClock;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import io.innkeeper.usage.BookedCalls;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementPagesTest {
  private static final Clock CLOCK =
      TestingClock.runningFrom(Instant.parse("2026-11-20T13:32:00Z"));
  private static final YearMonth NOW = YearMonth.of(2026, 11);
  private static final YearMonth LAST = NOW.minusMonths(1);

  @TempDir static Path home;
  @TempDir static Path journals;
  private static TestingServer server;
  private static TestingVisitor admin;
  private static TestingVisitor viewer;

  @BeforeAll
  static void begin() {
    server = TestingServer.at(CLOCK, home);
    admin = TestingVisitor.named(server.server(), "marta", Role.ADMIN);
    viewer = TestingVisitor.named(server.server(), "kuba", Role.VIEWER);
    admin.post(
        "/statement-seller",
        Map.of("version", "0", "buyer.name", "Halny Hosting", "account", "PL61"));
  }

  @AfterAll
  static void end() {
    admin.close();
    viewer.close();
    server.close();
  }

  private static Map<String, String> terms(String version) {
    Map<String, String> terms = new HashMap<>();
    terms.put("version", version);
    terms.put("buyer.name", "Brzoza i Wspólnicy");
    terms.put("buyer.address", "al. Zmyślona 12\n00-002 Warszawa");
    terms.put("language", "pl");
    terms.put("lines", "model");
    terms.put("ratePolicy", "last-day");
    terms.put("vatPercent", "23");
    terms.put("paymentDays", "14");
    terms.put("seats", "manual");
    return terms;
  }

  @Test
  void aMonthIsLookedAtIssuedMarkedAndCorrected() {
    Organisation one = server.organisation("Kancelaria Brzoza");
    String own = "/organisations/" + one.slug();
    String month = own + "/statements/" + LAST;
    assertThat(admin.get(own + "/billing").body()).contains("How Kancelaria Brzoza is billed");
    admin.post(own + "/billing", terms("0"));
    admin.post(own + "/seats", Map.of("name", "Jan", "from", LAST.atDay(1).toString()));
    server.server().rooms().money().statements().close().run();
    assertThat(viewer.get("/statements").body())
        .contains("Kancelaria Brzoza", "Ready to issue", "97.17");
    assertThat(viewer.get(month).body())
        .contains("Halny Hosting", "Szkic", "Abonament, 1 osoba × 79,00", "97,17")
        .contains("1 seat.", "Do zapłaty, PLN")
        .doesNotContain("Issue 20");
    assertThat(viewer.post(month + "/issue", Map.of()).statusCode()).isEqualTo(403);
    assertThat(admin.fragment(month + "/issue", "dialogs").body())
        .contains("owes PLN 97.17", "innkeeper statement issue kancelaria-brzoza " + LAST);

    HttpResponse<String> issued = admin.postByScript(month + "/issue", Map.of());
    String document = issued.headers().firstValue("HX-Redirect").orElseThrow();
    assertThat(viewer.get(document).body())
        .contains("/0001 for Kancelaria Brzoza", "Issued by marta", "SHA-256")
        .doesNotContain("Mark as sent");
    assertThat(admin.postByScript(month + "/issue", Map.of()).body())
        .contains("is issued already, as ");
    admin.post(document + "/paid", Map.of("on", ""));
    assertThat(admin.get(document).body()).contains("Paid on", "Not paid after all");
    assertThat(admin.postByScript(document + "/sent", Map.of("on", "tomorrow")).body())
        .contains("is no day such as");

    Map<String, String> correction = Map.of("reason", "Umowa", "lines", "−9,00 Rabat");
    assertThat(admin.post(document + "/correct", Map.of("reason", "x", "lines", "Rabat")).body())
        .contains("is not an amount and words");
    String corrected =
        admin
            .postByScript(document + "/correct", correction)
            .headers()
            .firstValue("HX-Redirect")
            .orElseThrow();
    assertThat(viewer.get(corrected).body())
        .contains("Korekta rozliczenia za", "−11,07", "Umowa", "Rabat");
    assertThat(viewer.get("/statements?state=paid").body()).contains("/0001</a>");

    Map<String, String> late = Map.of("name", "Ola", "from", LAST.atDay(1).toString());
    assertThat(admin.post(own + "/seats", late).body() + admin.get(own + "/seats").body())
        .contains("is issued already: a correction bills the difference.");
    assertThat(admin.get(document + "/correct").body()).contains("79.00 Abonament");
  }

  @Test
  void whatIsMissingIsSaidAndNothingIsIssued() {
    Organisation one = server.organisation("Klinika Dębowa");
    try (BookedCalls books =
        new BookedCalls(
            server.server().rooms().money().usage(), one, journals.resolve("klinika"), CLOCK)) {
      books.costing("ewa", "1");
    }
    String month = "/organisations/" + one.slug() + "/statements/" + NOW;
    assertThat(admin.get(month).body())
        .contains("No amount can be said yet", "No rate of PLN was published", "over before")
        .contains("aria-disabled");
    assertThat(admin.postByScript(month + "/issue", Map.of()).statusCode()).isEqualTo(422);
    assertThat(admin.get("/organisations/" + one.slug() + "/statements/soon").statusCode())
        .isEqualTo(422);
  }

  @Test
  void seatsAreEnteredPricedAndEnded() {
    Organisation one = server.organisation("Tatra Outdoor");
    String own = "/organisations/" + one.slug();
    String seats = own + "/seats";
    assertThat(viewer.get(seats).body()).contains("Seats aren’t billed");
    admin.post(own + "/billing", terms("0"));
    assertThat(admin.post(own + "/billing", terms("0")).statusCode()).isEqualTo(409);
    String table = "name,email,from\nAla,ala@x.pl," + LAST.atDay(1) + "\n";
    admin.post(seats + "/import", Map.of("csv", table));
    assertThat(admin.post(seats + "/import", Map.of("csv", "name,x\nA,b\n")).body())
        .contains("is no column of seats");
    String last = seats + "?month=" + LAST;
    assertThat(viewer.get(last).body()).contains("Ala", "79.00", "1–3").doesNotContain("End…");
    String prices = "1 = 50\n4 = 40";
    admin.post(
        seats + "/prices", Map.of("version", "0", "since", LAST.toString(), "tiers", prices));
    assertThat(admin.get(last).body()).contains("50.00", "4 and more", "End…");
    admin.post(seats + "/ala@x.pl/end", Map.of("until", LAST.atDay(11).toString()));
    assertThat(viewer.get(last).body()).contains(LAST.atDay(11).toString());
    assertThat(viewer.get(seats).body()).contains("Nobody has a seat in this month");
  }

  @Test
  void profitIsForOperatorsAndClientsSeeTheirOwnOnly() {
    Organisation one = server.organisation("Hafen und Sohn");
    Organisation other = server.organisation("Meridian");
    try (BookedCalls books =
        new BookedCalls(
            server.server().rooms().money().usage(), one, journals.resolve("hafen"), CLOCK)) {
      books.costing("ewa", "2");
    }
    assertThat(viewer.get("/profit").body()).contains("Hafen und Sohn", "0.600000", "× 1.3000");
    try (TestingVisitor client = TestingVisitor.client(server.server(), "ola", other.id())) {
      assertThat(client.get("/profit").statusCode()).isEqualTo(403);
      assertThat(client.get("/statements").body())
          .contains("No statement yet")
          .doesNotContain("Ready to issue");
      assertThat(client.get("/organisations/" + one.slug() + "/seats").statusCode()).isEqualTo(404);
    }
  }
}
