package io.innkeeper.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnstilesTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final OptionalLong FREE = OptionalLong.empty();

  private final Turnstiles turnstiles = new Turnstiles();

  private static KnownKey key(long id, CallLimits limits) {
    House house =
        new House(
            new UUID(0, 1),
            "Acme",
            "acme",
            ZoneId.of("UTC"),
            BigDecimal.ONE,
            model -> true,
            List.of(),
            List.of(),
            Optional.empty());
    return new KnownKey(
        new UUID(1, id),
        house,
        Optional.of(new UUID(0, 2)),
        Optional.empty(),
        model -> true,
        limits,
        Optional.empty(),
        Optional.empty());
  }

  private static CallLimits tenantAtOnce(long most) {
    return new CallLimits(FREE, FREE, FREE, FREE, FREE, OptionalLong.of(most), FREE, FREE);
  }

  private Optional<Refusal> enter(KnownKey key, String user, long tokens) {
    return turnstiles.enter(key, Optional.of(user), tokens, NOW);
  }

  @Test
  void aTenantsKeysShareItsConcurrency() {
    KnownKey one = key(1, tenantAtOnce(2));
    KnownKey other = key(2, tenantAtOnce(2));
    assertThat(enter(one, "ewa", 1)).isEmpty();
    assertThat(enter(other, "jan", 1)).isEmpty();
    assertThat(enter(one, "jan", 1).orElseThrow().code()).isEqualTo("too-many-at-once");
    turnstiles.leave(other);
    assertThat(enter(one, "jan", 1)).isEmpty();
  }

  @Test
  void noMoreThanTheLimitSlipInTogether() throws InterruptedException {
    KnownKey key = key(1, tenantAtOnce(5));
    AtomicInteger inside = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(32);
    for (int caller = 0; caller < 32; caller++) {
      Thread.ofPlatform()
          .start(
              () -> {
                if (enter(key, "ewa", 1).isEmpty()) inside.incrementAndGet();
                done.countDown();
              });
    }
    done.await();
    assertThat(inside.get()).isBetween(1, 5);
  }

  @Test
  void aPersonsTokensAreTheirOwnAndARefusedCallLeaves() {
    OptionalLong hundred = OptionalLong.of(100);
    OptionalLong single = OptionalLong.of(1);
    KnownKey key = key(1, new CallLimits(FREE, FREE, FREE, hundred, single, FREE, FREE, FREE));
    assertThat(enter(key, "ewa", 100)).isEmpty();
    turnstiles.leave(key);
    assertThat(enter(key, "ewa", 50).orElseThrow().code()).isEqualTo("too-many-requests");
    assertThat(enter(key, "jan", 50)).isEmpty();
  }

  @Test
  void aRefusedCallTakesNothingFromAnybody() {
    OptionalLong three = OptionalLong.of(3);
    OptionalLong hundred = OptionalLong.of(100);
    KnownKey key =
        key(1, new CallLimits(three, OptionalLong.of(2), hundred, FREE, FREE, FREE, FREE, FREE));
    assertThat(enter(key, "ewa", 80)).isEmpty();
    for (int hasty = 0; hasty < 9; hasty++) assertThat(enter(key, "ewa", 90)).isPresent();
    assertThat(enter(key, "ewa", 10)).isEmpty();
    assertThat(enter(key, "ewa", 1)).isPresent();
    assertThat(enter(key, "jan", 10)).isEmpty();
    assertThat(enter(key, "ida", 0)).isPresent();
  }

  @Test
  void anAnswersTokensAreAskedOfTheNext() {
    CallLimits limits =
        new CallLimits(FREE, FREE, OptionalLong.of(600), FREE, FREE, FREE, FREE, FREE);
    KnownKey key = key(1, limits);
    assertThat(enter(key, "ewa", 100)).isEmpty();
    turnstiles.answered(key, Optional.of("ewa"), 500, NOW);
    assertThat(enter(key, "ewa", 10).orElseThrow().code()).isEqualTo("too-many-requests");
    assertThat(turnstiles.enter(key, Optional.of("ewa"), 10, NOW.plusSeconds(2))).isEmpty();
  }

  @Test
  void aVastAnswerIsWaitedForAMinuteMoreAtMost() {
    CallLimits limits =
        new CallLimits(FREE, FREE, OptionalLong.of(600), FREE, FREE, FREE, FREE, FREE);
    KnownKey key = key(1, limits);
    assertThat(enter(key, "ewa", 1)).isEmpty();
    turnstiles.answered(key, Optional.of("ewa"), 1_000_000, NOW);
    assertThat(enter(key, "ewa", 1)).isPresent();
    assertThat(turnstiles.enter(key, Optional.of("ewa"), 1, NOW.plusSeconds(61))).isEmpty();
  }
}
