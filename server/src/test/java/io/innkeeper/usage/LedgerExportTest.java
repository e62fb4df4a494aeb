package io.innkeeper.usage;

import static io.innkeeper.usage.TestingBooks.ANNA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.client.NewOrganisation;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationSpec;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

class LedgerExportTest {
  @TempDir Path home;

  /** Late in the evening of a month's last day, far west, and told of nearly a day later. */
  @StoreTest
  void aLateReportIsInTheExportOfItsMonthAndInNoOther(Database database) throws IOException {
    Instant made = Instant.parse("2026-12-01T07:30:00Z");
    try (TestingBooks books = new TestingBooks(database, home)) {
      Organisation west =
          books.organisations.create(
              OrganisationSpec.of(
                  new NewOrganisation(
                      "Golden Gate", null, "America/Los_Angeles", null, null, null, null)),
              Optional.empty(),
              ANNA);
      books.clock.pass(Duration.between(books.clock.instant(), made).plusHours(23).plusMinutes(50));
      new ReportedCalls(database, books.audit, books.organisations, books.ledger, books.clock)
          .enter(report(west, made), ANNA);

      assertThat(exported(database, west, YearMonth.of(2026, 11)))
          .singleElement()
          .asString()
          .contains("generation,2026-11-30", "acme/late");
      assertThat(exported(database, west, YearMonth.of(2026, 10))).isEmpty();
      assertThat(exported(database, west, YearMonth.of(2026, 12))).isEmpty();
    }
  }

  private static ReportedCall report(Organisation one, Instant made) {
    return new ReportedCall(
        one.id(),
        new UUID(3, 3),
        "r-1",
        "acme/late",
        30,
        Usd.parse("0.25"),
        "0.25",
        made,
        Optional.empty());
  }

  private static List<String> exported(Database database, Organisation one, YearMonth month)
      throws IOException {
    LocalDate first = month.atDay(1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new LedgerExport(database).write(one.id(), first, month.atEndOfMonth(), out);
    return out.toString(UTF_8).lines().skip(1).toList();
  }
}
