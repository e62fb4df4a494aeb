package io.innkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.engine.EngineException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EnginePulseTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void hungEngineIsAskedOnceAndKeepsNoProbe() {
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch hangs = new CountDownLatch(1);
    EnginePulse pulse =
        new EnginePulse(
            () -> {
              asked.incrementAndGet();
              awaited(hangs);
            },
            Duration.ofMillis(50));
    for (int probe = 0; probe < 3; probe++) assertThat(pulse.beats()).isFalse();
    assertThat(asked).hasValue(1);
    hangs.countDown();
  }

  @Test
  void everyProbeOfAnEngineThatAnswersAsksAnew() {
    AtomicInteger asked = new AtomicInteger();
    EnginePulse pulse = new EnginePulse(asked::incrementAndGet, LONG);
    assertThat(pulse.beats()).isTrue();
    assertThat(pulse.beats()).isTrue();
    assertThat(asked).hasValue(2);
  }

  @Test
  void engineThatIsAwayDoesNotBeat() {
    EnginePulse pulse =
        new EnginePulse(
            () -> {
              throw new EngineException(EngineException.Kind.NOT_REACHABLE, "away", null);
            },
            LONG);
    assertThat(pulse.beats()).isFalse();
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
