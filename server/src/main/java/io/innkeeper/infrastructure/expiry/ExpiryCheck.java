package io.innkeeper.infrastructure.expiry;

import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Source.Problem;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * How the last look at when an environment's passwords end went.
 *
 * @param nextAt when it is looked again by itself; empty for never
 * @param asked of how many accounts
 * @param told about how many something was said
 */
public record ExpiryCheck(
    UUID environment,
    Optional<Instant> nextAt,
    Optional<Instant> at,
    Optional<String> job,
    State state,
    long asked,
    long told,
    Optional<Problem> problem) {

  /** How it went. */
  public enum State {
    NEVER,
    SUCCESS,
    /** Some of it could not be looked at; what was known of that stays. */
    PARTIAL,
    FAILED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
      return Arrays.stream(values())
          .filter(state -> state.word().equals(word))
          .findFirst()
          .orElseThrow(() -> Fault.invalid("state", "There is no state “" + word + "”."));
    }
  }

  static ExpiryCheck none(UUID environment) {
    return new ExpiryCheck(
        environment,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        State.NEVER,
        0,
        0,
        Optional.empty());
  }

  /** What it found, as a sentence. */
  public String words() {
    return "%d of %d accounts were looked at.".formatted(told, asked);
  }
}
