package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.innkeeper.caller.Role;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.testing.TestingClock;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import io.innkeeper.usage.BookedCalls;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfitPageTest {
  private static final Clock CLOCK =
      TestingClock.runningFrom(Instant.parse("2026-11-20T13:32:00Z"));
  private static final LocalDate LONG_AGO = LocalDate.of(2026, 10, 31);

  @TempDir Path home;
  @TempDir Path journals;

  @Test
  void whatIsLeftByARateThatStandsInIsMarked() {
    try (TestingServer server = TestingServer.at(CLOCK, home);
        TestingVisitor viewer = TestingVisitor.named(server.server(), "kuba", Role.VIEWER)) {
      Organisation one = server.organisation("Hafen und Sohn");
      try (BookedCalls books =
          new BookedCalls(server.server().rooms().money().usage(), one, journals, CLOCK)) {
        books.costing("ewa", "2");
      }
      assertThat(viewer.get("/profit").body())
          .contains("0.600000", "<td class=\"num r3\">—</td>")
          .doesNotContain("stand-in");
      server.publishRate(LONG_AGO, "4.0000");
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(viewer.get("/profit").body())
                      .contains("2.40 PLN <span class=\"tag warn\">stand-in</span>"));
    }
  }
}
