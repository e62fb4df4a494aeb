package io.innkeeper.gateway;

import java.time.Duration;
import java.util.Optional;

/**
 * Why a call isn't answered, as one sentence that the workspace shows to the person as it is.
 *
 * @param status HTTP status
 * @param code stable, for programs
 * @param retryAfter when it is worth trying again
 */
record Refusal(int status, String code, String sentence, Optional<Duration> retryAfter) {
  static Refusal of(int status, String code, String sentence) {
    return new Refusal(status, code, sentence, Optional.empty());
  }

  /** Of a request above so many bytes. */
  static Refusal tooLarge(long most) {
    String accepted = most >= 1 << 20 ? (most >> 20) + " MiB" : most + " bytes";
    return of(
        413,
        "request-too-large",
        "The request is larger than the " + accepted + " that are accepted.");
  }

  /** Of a request that there is no memory for. */
  static Refusal full() {
    return later(
        503,
        "gateway-full",
        "Too many large requests are coming in at the moment. Please try again in a moment.",
        Duration.ofSeconds(5));
  }

  /** The journal can't be written. */
  static Refusal notRecording() {
    return of(
        503,
        "not-recording",
        "Calls can't be recorded at the moment, so none is made. Please tell your"
            + " administrator.");
  }

  static Refusal later(int status, String code, String sentence, Duration after) {
    return new Refusal(status, code, sentence, Optional.of(after));
  }

  /** Whether it is worth trying again without anybody's help. */
  boolean passes() {
    return retryAfter.isPresent();
  }

  /** Seconds to wait, at least one. */
  Optional<String> retryAfterHeader() {
    return retryAfter.map(after -> Long.toString(Math.max(1, after.plusMillis(999).toSeconds())));
  }
}
