package io.innkeeper.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

  @Test
  void aMinutesWorthMayBeTakenAtOnceAndNoMore() {
    TokenBucket bucket = new TokenBucket(60, NOW);
    for (int i = 0; i < 60; i++) assertThat(bucket.take(1, NOW)).isEmpty();
    assertThat(bucket.take(1, NOW)).contains(Duration.ofSeconds(1));
  }

  @Test
  void itFillsEvenlyAndNeverBeyondAMinutesWorth() {
    TokenBucket bucket = new TokenBucket(60, NOW);
    bucket.take(60, NOW);
    assertThat(bucket.take(10, NOW.plusSeconds(10))).isEmpty();
    assertThat(bucket.take(1, NOW.plusSeconds(10))).isPresent();
    assertThat(bucket.take(60, NOW.plusSeconds(3_600))).isEmpty();
    assertThat(bucket.take(1, NOW.plusSeconds(3_600))).isPresent();
  }
}
