package io.innkeeper.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.ingress.certificate.Renewal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When certificates are renewed. */
class RenewalTest {
  @Test
  void renewalComesAfterTwoThirdsOrWhenTheAuthorityLikes() {
    Instant from = Instant.parse("2026-01-01T00:00:00Z");
    Instant until = from.plus(Duration.ofDays(90));
    UUID id = UUID.fromString("01a00000-0000-7000-8000-000080000000");
    assertThat(Renewal.at(id, from, until, Optional.empty()))
        .isBetween(from.plus(Duration.ofDays(55)), from.plus(Duration.ofDays(60)));
    Renewal.Window window =
        new Renewal.Window(from.plus(Duration.ofDays(10)), from.plus(Duration.ofDays(12)));
    assertThat(Renewal.at(id, from, until, Optional.of(window)))
        .isEqualTo(from.plus(Duration.ofDays(11)));
    Instant week = from.plus(Duration.ofDays(6));
    assertThat(Renewal.at(id, from, week, Optional.empty()))
        .isBetween(from.plus(Duration.ofHours(88)), from.plus(Duration.ofDays(4)));
  }
}
