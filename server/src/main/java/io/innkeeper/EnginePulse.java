package io.innkeeper;

import io.innkeeper.engine.EngineException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Whether the engine answers, for probes that must not wait for one that hangs: a question that is
 * open is not asked again. Thread-safe.
 */
final class EnginePulse {
  private final Runnable question;
  private final Duration patience;
  private CompletableFuture<Boolean> asked = CompletableFuture.completedFuture(false);

  /**
   * @param question returns when the engine has answered, or throws {@link EngineException}
   */
  EnginePulse(Runnable question, Duration patience) {
    this.question = question;
    this.patience = patience;
  }

  /** The answer, or no when it takes longer than our patience. */
  boolean beats() {
    try {
      return open().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException hangs) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private synchronized CompletableFuture<Boolean> open() {
    if (asked.isDone())
      asked = CompletableFuture.supplyAsync(this::ask, Thread::startVirtualThread);
    return asked;
  }

  private boolean ask() {
    try {
      question.run();
      return true;
    } catch (EngineException away) {
      return false;
    }
  }
}
