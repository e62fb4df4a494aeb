package io.innkeeper.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class RhythmTest {
  private static final Rhythm NIGHTLY =
      new Rhythm.Daily(LocalTime.of(2, 30), ZoneId.of("Europe/Warsaw"));

  @Test
  void dailyMeansTheTimeOfThePlace() {
    assertThat(NIGHTLY.after(Instant.parse("2026-11-25T00:00:00Z")))
        .isEqualTo("2026-11-25T01:30:00Z");
    assertThat(NIGHTLY.after(Instant.parse("2026-11-25T01:30:00Z")))
        .isEqualTo("2026-11-26T01:30:00Z");
  }

  @Test
  void timeThatTheSpringSkipsIsTakenAfterTheGap() {
    assertThat(NIGHTLY.after(Instant.parse("2027-03-28T00:00:00Z")))
        .isEqualTo("2027-03-28T01:30:00Z");
  }

  @Test
  void timeThatTheAutumnRepeatsIsTakenOnce() {
    Instant first = NIGHTLY.after(Instant.parse("2026-10-24T23:00:00Z"));
    assertThat(first).isEqualTo("2026-10-25T00:30:00Z");
    assertThat(NIGHTLY.after(first)).isEqualTo("2026-10-26T01:30:00Z");
  }

  @Test
  void whateverHowLateARunThatBeganCountsForItsDay() {
    Rhythm late =
        new Rhythm.Daily(LocalTime.of(2, 30), ZoneId.of("Europe/Warsaw"), Duration.ofMinutes(7));
    assertThat(late.after(Instant.parse("2026-11-25T01:29:59Z"))).isEqualTo("2026-11-25T01:37:00Z");
    assertThat(late.after(Instant.parse("2026-11-25T01:31:00Z"))).isEqualTo("2026-11-26T01:37:00Z");
  }

  @Test
  void rhythmsAreSaidAsPeopleSayThem() {
    assertThat(new Rhythm.Every(Duration.ofMinutes(1)).words()).isEqualTo("every minute");
    assertThat(new Rhythm.Every(Duration.ofHours(6)).words()).isEqualTo("every 6 hours");
    assertThat(new Rhythm.Every(Duration.ofMinutes(90)).words()).isEqualTo("every 90 minutes");
    assertThat(NIGHTLY.words()).isEqualTo("daily at 02:30 Europe/Warsaw");
  }
}
