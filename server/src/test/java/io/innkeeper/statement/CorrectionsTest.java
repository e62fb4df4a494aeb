package io.innkeeper.statement;

import static io.innkeeper.statement.TestingOffice.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.statement.StatementLine.Change;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class CorrectionsTest {
  @TempDir Path home;
  private TestingOffice office;

  @BeforeEach
  void open(Database database) {
    office = new TestingOffice(database, home);
    office.terms(null, null, "manual");
    office.seat("Jan", "2026-10-01", "");
    office.calls.costing("2026-10-05T10:00:00Z", "1");
  }

  @AfterEach
  void close() {
    office.close();
  }

  @StoreTest
  void termsChangedLaterChangeNoCorrection() {
    UUID old = office.issue().statement().id();
    office.rates.publish("2026-10-02", "4.0000");
    office.terms("person", "each-day", "active-people");
    office.seat("Ola", "2026-10-01", "");
    assertThat(office.room.corrections().differences(old)).isEmpty();
    office.calls.costing("2026-10-31T20:00:00Z", "2");
    assertThat(office.room.corrections().differences(old))
        .containsExactly(new Change("acme/lark", new BigDecimal("9.83")));
  }

  @StoreTest
  void sameCorrectionIsIssuedOnce() {
    UUID old = office.issue().statement().id();
    office.calls.costing("2026-10-31T20:00:00Z", "2");
    Corrections corrections = office.room.corrections();
    List<Change> seen = corrections.differences(old);
    assertThat(
            AtOnce.outcomes(
                6, _ -> corrections.issue(old, "Late calls", seen, Optional.of(0), ANNA)))
        .containsOnlyOnce(AtOnce.DONE)
        .contains("corrected-meanwhile")
        .hasSize(6);
    assertThat(office.room.statements().corrections(old)).hasSize(1);
  }

  @StoreTest
  void theBooksCorrectOnce() {
    UUID old = office.issue().statement().id();
    office.calls.costing("2026-10-31T20:00:00Z", "2");
    Corrections corrections = office.room.corrections();
    assertThat(AtOnce.outcomes(4, _ -> corrections.issueByTheBooks(old, "Late calls", ANNA)))
        .containsOnlyOnce(AtOnce.DONE)
        .contains("nothing-to-correct")
        .hasSize(4);
    assertThat(corrections.count(old)).isEqualTo(1);
  }
}
