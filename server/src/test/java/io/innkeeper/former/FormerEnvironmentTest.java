package io.innkeeper.former;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Environment.Stamp;
import io.innkeeper.infrastructure.HostAddress;
import io.innkeeper.infrastructure.Source;
import io.innkeeper.infrastructure.Source.Standing;
import io.innkeeper.infrastructure.Source.Status;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.SourceSpec;
import io.innkeeper.infrastructure.Trust;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FormerEnvironmentTest {

  private static String status(Status status) {
    Standing standing =
        new Standing(
            status,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty(),
            Optional.empty());
    HostAddress at = HostAddress.parse("host", "sddc.lab.example", 443);
    Source source =
        new Source(new SourceSpec(SourceKind.MANAGER, at, "svc", Trust.SYSTEM, true, 60), standing);
    Stamp stamp = new Stamp(Instant.EPOCH, "marta");
    Environment one =
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
    return FormerEnvironment.of(one, 0).lastSyncStatus();
  }

  @Test
  void aSyncThatAsksKeptNothingSoItFailed() {
    assertThat(status(Status.ASKS)).isEqualTo("failed");
    assertThat(status(Status.PARTIAL)).isEqualTo("partial");
  }
}
