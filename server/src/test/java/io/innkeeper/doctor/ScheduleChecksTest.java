package io.innkeeper.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.doctor.Finding.State;
import io.innkeeper.schedule.ScheduledTask;
import io.innkeeper.testing.TestingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleChecksTest {
  private final TestingClock clock = new TestingClock();

  private List<Finding> findings(String failure, Duration untilDue) {
    Instant now = clock.instant();
    ScheduledTask task =
        new ScheduledTask(
            "sessions",
            "every hour",
            Optional.of(now),
            Optional.of(now),
            Optional.of(failure).filter(words -> !words.isEmpty()),
            now.plus(untilDue));
    return ScheduleChecks.schedule(() -> List.of(task), clock).look();
  }

  @Test
  void whatRunsAsItShouldIsOneFinding() {
    assertThat(findings("", Duration.ofMinutes(30)))
        .containsExactly(
            Finding.ok(
                "schedule", "1 task runs by itself; next is sessions at 2026-11-25 08:30 UTC."));
  }

  @Test
  void failedTaskIsNamedWithItsReasonAndItsNextTry() {
    Finding finding = findings("The disk is full.", Duration.ofMinutes(15)).getFirst();
    assertThat(finding.state()).isEqualTo(State.WARN);
    assertThat(finding.what()).isEqualTo("The task sessions failed: The disk is full.");
    assertThat(finding.meaning()).isEqualTo("It is tried again at 2026-11-25 08:15 UTC.");
  }

  @Test
  void taskThatNobodyRunsIsBad() {
    assertThat(findings("", Duration.ofMinutes(-11)).getFirst().state()).isEqualTo(State.BAD);
  }
}
