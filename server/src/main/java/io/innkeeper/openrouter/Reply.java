package io.innkeeper.openrouter;

import io.innkeeper.fault.Fault;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** What became of a question to the upstream. None of them carries the upstream's own words. */
public sealed interface Reply<T> {
  /** The answer. */
  record Got<T>(T value) implements Reply<T> {}

  /** There is no such thing, or not yet. */
  record Missing<T>(String tried) implements Reply<T> {}

  /**
   * The upstream refused.
   *
   * @param retryAfter when it asks to be tried again
   */
  record Refused<T>(String tried, int status, Optional<Duration> retryAfter) implements Reply<T> {
    /** Why, as far as the status tells. */
    String why() {
      return switch (status) {
        case 401 -> "it does not know the key, or the key is disabled";
        case 402 -> "the account has too little credit";
        case 403 -> "the key may not do that";
        case 429 -> "it was asked too often";
        default -> "it answered with status " + status;
      };
    }

    /** Whether the same question may be answered later. */
    public boolean passes() {
      return status == 408 || status == 429 || status >= 500;
    }
  }

  /** No usable answer came. */
  record Failed<T>(String tried, String why) implements Reply<T> {}

  /** The answer changed into another; everything else stays. */
  default <R> Reply<R> map(Function<T, R> change) {
    return switch (this) {
      case Got<T>(T value) -> new Got<>(change.apply(value));
      case Missing<T>(String tried) -> new Missing<>(tried);
      case Refused<T>(String tried, int status, Optional<Duration> retry) ->
          new Refused<>(tried, status, retry);
      case Failed<T>(String tried, String why) -> new Failed<>(tried, why);
    };
  }

  /** Why there is no answer, in one sentence; empty if there is one. */
  default Optional<String> problem() {
    return switch (this) {
      case Got<T> got -> Optional.empty();
      case Missing<T>(String tried) ->
          Optional.of("Tried to " + tried + ", but OpenRouter knows none.");
      case Refused<T> refused ->
          Optional.of(
              "Tried to " + refused.tried + ", but OpenRouter refused: " + refused.why() + ".");
      case Failed<T>(String tried, String why) ->
          Optional.of("Tried to " + tried + ", but " + why + ".");
    };
  }

  /**
   * The answer itself.
   *
   * @throws Fault UPSTREAM or UNAVAILABLE in one sentence if there is none
   */
  default T orFault() {
    String said = problem().orElse("");
    return switch (this) {
      case Got<T>(T value) -> value;
      case Missing<T> missing -> throw Fault.of(Fault.Kind.UPSTREAM, "openrouter-missing", said);
      case Refused<T> refused ->
          throw Fault.of(Fault.Kind.UPSTREAM, "openrouter-refused", said)
              .advising("See innkeeper.openrouter.management-key and the account at OpenRouter.");
      case Failed<T> failed ->
          throw Fault.of(Fault.Kind.UNAVAILABLE, "openrouter-unreachable", said)
              .advising("See innkeeper.openrouter.base-url and whether this machine reaches it.");
    };
  }
}
