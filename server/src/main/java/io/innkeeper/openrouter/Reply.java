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
   * @param source whose money was short, as the upstream names it; empty where it is not about that
   * @param retryAfter when it asks to be tried again
   */
  record Refused<T>(String tried, int status, String source, Optional<Duration> retryAfter)
      implements Reply<T> {
    private static final String IN_FLIGHT = "openrouter_in_flight_budget";

    /** Why, as far as status and source tell. */
    String why() {
      return switch (source) {
        case IN_FLIGHT -> "calls under way use up what the account may have open at once";
        case "openrouter_key_limit" -> "the key's cap is used up";
        case "openrouter_guardrail_budget" -> "a guardrail's budget is used up";
        case "openrouter_workspace_budget" -> "the workspace's budget is used up";
        default -> ofStatus();
      };
    }

    private String ofStatus() {
      return switch (status) {
        case 400 -> "it did not accept what was sent";
        case 401 -> "it does not know the key, or the key is disabled";
        case 402 -> "the account has too little credit";
        case 403 -> "the key may not do that";
        case 429 -> "it was asked too often";
        case 408, 504, 524 -> "it did not get done in time";
        case 500, 502, 503, 529 -> "it has trouble of its own (status " + status + ")";
        default -> "it answered with status " + status;
      };
    }

    /** What a person can do. */
    String advice() {
      return switch (status) {
        case 401 ->
            "See that the key still exists at OpenRouter and is enabled, or give another one.";
        case 402 ->
            source.equals(IN_FLIGHT)
                ? again()
                : "Add credits to the account at OpenRouter, or raise the key's cap.";
        case 403 ->
            source.isEmpty()
                ? "Keys are made with a management key, which is another kind than the keys that"
                    + " call models: make one in the account's settings at OpenRouter and give"
                    + " that."
                : "Raise that limit at OpenRouter, or wait until it begins anew.";
        default ->
            passes()
                ? again()
                : "See innkeeper.openrouter.management-key and the account at OpenRouter.";
      };
    }

    private Fault fault(String said) {
      Fault fault =
          Fault.of(Fault.Kind.UPSTREAM, "openrouter-refused", said)
              .advising(advice())
              .with("upstreamStatus", status);
      return retryAfter
          .map(time -> fault.with("retryAfterSeconds", time.toSeconds()))
          .orElse(fault);
    }

    private String again() {
      return retryAfter
          .map(time -> "Try again in " + time.toSeconds() + " s.")
          .orElse("Try again in a minute; what runs by itself does so, too.");
    }

    /** Whether the same question may be answered later. */
    public boolean passes() {
      return status == 408 || status == 429 || status >= 500 || source.equals(IN_FLIGHT);
    }
  }

  /** No usable answer came. */
  record Failed<T>(String tried, String why) implements Reply<T> {}

  /** The answer changed into another; everything else stays. */
  default <R> Reply<R> map(Function<T, R> change) {
    return switch (this) {
      case Got<T>(T value) -> new Got<>(change.apply(value));
      case Missing<T>(String tried) -> new Missing<>(tried);
      case Refused<T>(String tried, int status, String source, Optional<Duration> retry) ->
          new Refused<>(tried, status, source, retry);
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

  /** Whether the same question may be answered later without anybody doing anything. */
  default boolean passing() {
    return switch (this) {
      case Got<T> got -> false;
      case Missing<T> missing -> false;
      case Refused<T> refused -> refused.passes();
      case Failed<T> failed -> true;
    };
  }

  /** When the upstream asks to be tried again, if it does. */
  default Optional<Duration> pause() {
    return this instanceof Refused<T> refused ? refused.retryAfter() : Optional.empty();
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
      case Refused<T> refused -> throw refused.fault(said);
      case Failed<T> failed ->
          throw Fault.of(Fault.Kind.UNAVAILABLE, "openrouter-unreachable", said)
              .advising("See innkeeper.openrouter.base-url and whether this machine reaches it.");
    };
  }
}
