package io.innkeeper.console;

import io.innkeeper.engine.EngineException;
import io.innkeeper.fault.Fault;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Asks the engine for a page that must not wait for it: after a moment the page is shown without
 * the answer.
 */
final class Shortly {
  private static final Duration MOMENT = Duration.ofMillis(1_500);

  private Shortly() {}

  /** The answer, or nothing when it can't be had at once. */
  static <T> Optional<T> ask(Supplier<T> question) {
    CompletableFuture<Optional<T>> answer =
        begin(question)
            .completeOnTimeout(Optional.empty(), MOMENT.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) throw failure;
      throw e;
    }
  }

  /** The answer when it is there; nothing when the engine has none. */
  static <T> CompletableFuture<Optional<T>> begin(Supplier<T> question) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return Optional.of(question.get());
          } catch (EngineException | Fault e) {
            return Optional.empty();
          }
        },
        Thread::startVirtualThread);
  }
}
