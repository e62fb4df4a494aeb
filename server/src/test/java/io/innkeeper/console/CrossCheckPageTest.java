package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.caller.Role;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.testing.TestingClock;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import io.innkeeper.usage.BookedCalls;
import io.innkeeper.usage.BookedCalls.Earlier;
import io.innkeeper.usage.UpstreamActivity;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossCheckPageTest {
  /** A month's first day, when only days of the month before were compared. */
  private static final Clock CLOCK =
      TestingClock.runningFrom(Instant.parse("2026-12-01T09:00:00Z"));

  @TempDir static Path home;
  @TempDir static Path journals;
  private static TestingServer server;
  private static TestingVisitor viewer;

  @BeforeAll
  static void begin() {
    server = TestingServer.at(CLOCK, home);
    viewer = TestingVisitor.named(server.server(), "kuba", Role.VIEWER);
  }

  @AfterAll
  static void end() {
    viewer.close();
    server.close();
  }

  @Test
  void theUpstreamsDaysStandBesideOursKeyByKey() {
    Organisation one = server.organisation("Tatra Outdoor");
    try (BookedCalls books =
        new BookedCalls(
            server.server().rooms().money().usage(), one, journals.resolve("tatra"), CLOCK)) {
      books.earlier(List.of(Earlier.of("2026-11-30T12:00:00Z", "ewa", "acme/lark-mini", "0.5")));
    }
    String page = "/organisations/" + one.slug() + "/cross-check";
    assertThat(viewer.get(page).body())
        .contains(
            "<h1>Tatra Outdoor", "No day of these was compared yet.", "No workspace is open.");
    compared(new UpstreamActivity.Told(1, Usd.parse("0.5"), keys("6a18f2", "0.5")));
    assertThat(viewer.get(page).body())
        .contains("The same", "<code title=\"6a18f2\">6a18f2</code>");
    compared(new UpstreamActivity.Told(2, Usd.parse("0.75"), keys("6a18f2", "0.75")));
    assertThat(viewer.get(page).body()).contains("Differs", ">0.25</td>");
    compared(new UpstreamActivity.Refused("Nobody answers there."));
    assertThat(viewer.get(page).body())
        .contains("Differs", ">0.25</td>", "6a18f2", "Nobody answers there.");
  }

  @Test
  void anOldPeriodIsShownHoweverManyDaysCameSince() {
    Organisation one = server.organisation("Stara Piekarnia");
    LocalDate old = LocalDate.parse("2020-02-03");
    server
        .server()
        .rooms()
        .foundation()
        .database()
        .change(
            handle -> {
              PreparedBatch days =
                  handle.prepareBatch(
                      """
                      insert into reconciliations (organisation, upstream, day, our_requests,
                        our_pico, their_requests, their_pico, answer, compared_at)
                      values (:organisation, 'openrouter', :day, 1, 5, 1, 5, '', 0)
                      """);
              for (int later = 0; later < 1_200; later++)
                days.bind("organisation", one.id())
                    .bind("day", old.plusDays(later).toString())
                    .add();
              days.execute();
            });
    String page = "/organisations/" + one.slug() + "/cross-check?from=2020-02-01&to=2020-02-29";
    assertThat(viewer.get(page).body()).contains("2020-02-03", "2020-02-29", "The same");
    assertThat(viewer.get(page).body()).doesNotContain("2020-03-01");
  }

  private static List<UpstreamActivity.OfKey> keys(String hash, String cost) {
    return List.of(new UpstreamActivity.OfKey(hash, 1, Usd.parse(cost)));
  }

  private static void compared(UpstreamActivity.Answer answer) {
    server
        .server()
        .rooms()
        .money()
        .usage()
        .comparison((organisation, upstream, day) -> answer)
        .day(LocalDate.of(2026, 11, 30));
  }

  @Test
  void aWorkspaceThatDoesNotTellIsNotOneThatUsedNothing() {
    Organisation one = server.organisation("Kuźnia Danych");
    Tenant tenant = server.open(one, "Recepcja");
    String page = "/organisations/" + one.slug() + "/cross-check";
    assertThat(viewer.get(page).body())
        .contains(
            "/tenants/" + tenant.slug(),
            "does not tell what its database says was used",
            "no calls by API key");
  }

  @Test
  void aClientSeesItsOwnAlone() {
    Organisation one = server.organisation("Meridian");
    Organisation other = server.organisation("Hafen und Sohn");
    try (TestingVisitor client = TestingVisitor.client(server.server(), "ola", one.id())) {
      String all = "/organisations/";
      assertThat(client.get(all + one.slug() + "/cross-check").statusCode()).isEqualTo(200);
      assertThat(client.get(all + other.slug() + "/cross-check").statusCode()).isEqualTo(404);
      assertThat(client.get("/api/v1" + all + other.slug() + "/cross-check").statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void daysThatCanNotBeAskedForAreASentence() {
    Organisation one = server.organisation("Studio Fonogram");
    String page = "/organisations/" + one.slug() + "/cross-check?from=2026-02-02&to=2026-01-01";
    assertThat(viewer.get(page).statusCode()).isEqualTo(422);
    assertThat(viewer.get(page).body()).contains("The last day lies before the first.");
  }
}
