package io.innkeeper.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.doctor.Finding.State;
import io.innkeeper.journal.Journal;
import io.innkeeper.journal.JournalSettings;
import io.innkeeper.journal.Position;
import io.innkeeper.settings.ByteSize;
import io.innkeeper.testing.TestingClock;
import io.innkeeper.usage.DrainFigures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallChecksTest {
  @TempDir private Path place;
  private final TestingClock clock = new TestingClock();

  private static DrainFigures drain(Duration lag, Optional<String> trouble) {
    return new DrainFigures(
        Position.START, new Position(1, 900), 892, lag, lag.isZero(), 4, 1, 0, trouble);
  }

  private static List<Finding> ledger(DrainFigures figures, long refused) {
    return CallChecks.ledger(() -> Optional.of(figures), () -> refused).look();
  }

  private Finding unsettled(Duration age) {
    return CallChecks.unsettled(() -> Optional.of(clock.instant().minus(age)), clock)
        .look()
        .getFirst();
  }

  @Test
  void writableJournalWithRoomIsWell() throws Exception {
    JournalSettings settings = new JournalSettings(ByteSize.parse("1MiB"), Duration.ofDays(30));
    try (Journal journal = Journal.open(place.resolve("journal"), settings, clock)) {
      Check check = CallChecks.journal(() -> Optional.of(journal), place.resolve("journal"));
      assertThat(check.look()).singleElement().returns(State.OK, Finding::state);
    }
  }

  @Test
  void ledgerThatKeepsUpIsWell() {
    assertThat(ledger(drain(Duration.ZERO, Optional.empty()), 0))
        .containsExactly(Finding.ok("ledger", "The ledger holds every record of the journal."));
  }

  @Test
  void laggingLedgerSaysByHowMuch() {
    Finding finding = ledger(drain(Duration.ofMinutes(5), Optional.empty()), 0).getFirst();
    assertThat(finding.state()).isEqualTo(State.WARN);
    assertThat(finding.what())
        .isEqualTo("The ledger is 5 minutes behind the journal, with 892 bytes still to take.");
  }

  @Test
  void ledgerThatCannotBeWrittenIsBadAndSaysWhy() {
    Finding finding =
        ledger(drain(Duration.ofSeconds(9), Optional.of("SQLITE_BUSY")), 0).getFirst();
    assertThat(finding.state()).isEqualTo(State.BAD);
    assertThat(finding.what()).contains("SQLITE_BUSY");
    assertThat(finding.meaning()).contains("the journal keeps them");
  }

  @Test
  void refusedRecordsAreNotForgotten() {
    Finding finding = ledger(drain(Duration.ZERO, Optional.empty()), 2).getFirst();
    assertThat(finding.state()).isEqualTo(State.BAD);
    assertThat(finding.what()).startsWith("2 records of the journal");
    assertThat(finding.command()).isEqualTo("innkeeper ledger unreadable");
  }

  @Test
  void callUnsettledForADayIsReported() {
    assertThat(unsettled(Duration.ofHours(23)).state()).isEqualTo(State.OK);
    Finding old = unsettled(Duration.ofHours(49));
    assertThat(old.state()).isEqualTo(State.WARN);
    assertThat(old.what()).isEqualTo("The exact cost of a call is unknown since 2 days.");
    assertThat(old.meaning()).contains("settle it");
  }
}
