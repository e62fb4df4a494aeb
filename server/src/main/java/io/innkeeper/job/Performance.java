package io.innkeeper.job;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One act of a step while it is performed. It has a thread of its own, so that interrupting it
 * never hits the runner; what it writes is shielded from interrupts too, so that a fact the way
 * back needs is not lost because somebody cancelled.
 */
final class Performance implements Progress {
  private static final long PERSIST_MILLIS = 1_000;

  private final int position;
  private final StepNotes notes;
  private final Map<String, String> memory;
  private final Clock clock;
  private final Runnable changed;
  private final FutureTask<Void> task;
  private final Thread thread;
  private final ReentrantLock shield = new ReentrantLock();
  private volatile String words = "";
  private volatile boolean interrupted;
  private long persistedAt;

  Performance(
      Step.Act act,
      int position,
      StepNotes notes,
      Map<String, String> memory,
      Clock clock,
      Runnable changed) {
    this.position = position;
    this.notes = notes;
    this.memory = memory;
    this.clock = clock;
    this.changed = changed;
    this.task =
        new FutureTask<>(
            () -> {
              checkCancelled();
              act.run(this);
              return null;
            });
    this.thread = Thread.ofVirtual().name("job-step").unstarted(task);
  }

  /** Performs the act to its end; the answer is what it threw. */
  Optional<Throwable> await() throws InterruptedException {
    thread.start();
    try {
      task.get();
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.of(e.getCause() == null ? e : e.getCause());
    }
  }

  /** Asks the act to end soon. */
  void interrupt() {
    shield.lock();
    try {
      interrupted = true;
      thread.interrupt();
    } finally {
      shield.unlock();
    }
  }

  int position() {
    return position;
  }

  String words() {
    return words;
  }

  @Override
  public void now(String latest) {
    words = latest;
    shielded(
        () -> {
          long millis = clock.millis();
          if (persistedAt != 0 && millis - persistedAt < PERSIST_MILLIS) return latest;
          persistedAt = millis;
          notes.words(position, latest);
          return latest;
        });
    changed.run();
  }

  @Override
  public void say(String line) {
    shielded(
        () -> {
          notes.say(line);
          return line;
        });
    changed.run();
  }

  @Override
  public void remember(String name, String value) {
    shielded(
        () -> {
          memory.put(name, value);
          notes.memory(memory);
          return value;
        });
  }

  @Override
  public String recall(String name) {
    return memory.getOrDefault(name, "");
  }

  @Override
  public String why() {
    return shielded(notes::failure);
  }

  @Override
  public void checkCancelled() throws InterruptedException {
    if (interrupted || Thread.interrupted()) throw new InterruptedException("asked to end");
  }

  // An interrupt arrives before or after, never within: interrupt() waits for the same lock.
  private <R> R shielded(Supplier<R> writing) {
    shield.lock();
    boolean before = Thread.interrupted();
    try {
      return writing.get();
    } finally {
      if (before) Thread.currentThread().interrupt();
      shield.unlock();
    }
  }
}
