package io.innkeeper.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.doctor.Finding.State;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Environment.Stamp;
import io.innkeeper.infrastructure.HostAddress;
import io.innkeeper.infrastructure.Source;
import io.innkeeper.infrastructure.Source.Problem;
import io.innkeeper.infrastructure.Source.Standing;
import io.innkeeper.infrastructure.Source.Status;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.SourceSpec;
import io.innkeeper.infrastructure.Trust;
import io.innkeeper.testing.TestingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EnvironmentChecksTest {
  private final TestingClock clock = new TestingClock();

  private Finding finding(Status status, Duration ago, int minutes) {
    Instant read = clock.instant().minus(ago);
    HostAddress at = HostAddress.parse("host", "sddc.lab.example", 443);
    Source source =
        new Source(
            new SourceSpec(SourceKind.MANAGER, at, "svc", Trust.SYSTEM, true, minutes),
            new Standing(
                status,
                Optional.empty(),
                Optional.of(read),
                Optional.of(read),
                0,
                Optional.of(new Problem("p", "It said no.", Optional.empty())),
                Optional.empty()));
    Stamp stamp = new Stamp(read, "marta");
    Environment lab =
        new Environment(
            new UUID(1, 1),
            "Lab",
            "",
            false,
            List.of(source),
            Optional.empty(),
            stamp,
            stamp,
            Optional.empty(),
            1);
    return EnvironmentChecks.environments(() -> List.of(lab), clock).look().getFirst();
  }

  @Test
  void whatFailsAsksOrIsOldIsTold() {
    assertThat(finding(Status.SUCCESS, Duration.ofHours(1), 60).state()).isEqualTo(State.OK);
    assertThat(finding(Status.SUCCESS, Duration.ofDays(9), 0).state()).isEqualTo(State.OK);
    assertThat(finding(Status.FAILED, Duration.ofHours(1), 60).what())
        .isEqualTo("SDDC Manager of “Lab” is not read: It said no.");
    Finding asks = finding(Status.ASKS, Duration.ofHours(1), 60);
    assertThat(asks.what()).contains("asks");
    assertThat(asks.toString())
        .contains("innkeeper environment sync 'Lab' --source manager --accept-missing");
    assertThat(finding(Status.SUCCESS, Duration.ofDays(2), 60).what()).contains("more than a day");
  }
}
