package io.innkeeper.schedule;

import io.innkeeper.fault.Fault;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A task due every hour that counts its runs, and fails or waits when told to. */
final class TestingTask {
  final AtomicInteger runs = new AtomicInteger();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final CountDownLatch free = new CountDownLatch(1);
  private volatile boolean failing;
  private volatile boolean waiting;

  DueTask task(String name) {
    return new DueTask(
        name, new Rhythm.Every(Duration.ofHours(1)), Duration.ofMinutes(15), this::run);
  }

  void failFromNowOn(boolean whether) {
    failing = whether;
  }

  void waitInside() {
    waiting = true;
  }

  void letGo() {
    free.countDown();
  }

  /** How many runs there ever were at the same time. */
  int mostAtOnce() {
    return mostAtOnce.get();
  }

  private String run(Lease lease) throws InterruptedException {
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    runs.incrementAndGet();
    try {
      if (waiting) free.await();
      if (failing) throw Fault.conflict("no", "The other side does not answer.");
      return "Swept.";
    } finally {
      atOnce.decrementAndGet();
    }
  }
}
