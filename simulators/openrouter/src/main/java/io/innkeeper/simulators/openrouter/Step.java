package io.innkeeper.simulators.openrouter;

import io.vertx.core.buffer.Buffer;

/** One thing done while answering. */
sealed interface Step {
  /** Writes bytes; from then on the caller has been given so many tokens of the answer. */
  record Write(Buffer bytes, long tokens) implements Step {}

  /** Writes bytes after putting the nanosecond of the clock, 19 digits, at a place in them. */
  record Stamped(Buffer bytes, int at, long tokens) implements Step {}

  record Pause(long millis) implements Step {}

  /** Closes the connection. */
  record Cut() implements Step {}

  /** Does nothing until it is told to go on, if ever. */
  record Hang() implements Step {}
}
