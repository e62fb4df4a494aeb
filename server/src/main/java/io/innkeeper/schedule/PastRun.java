package io.innkeeper.schedule;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A run of a task.
 *
 * @param ended empty while it goes on, or when it was cut off
 * @param by who wanted it then; empty if it was due by itself
 * @param result what it did, or why not; empty if it said nothing
 */
public record PastRun(
    String task, Instant begun, Optional<Instant> ended, String by, String result, State state) {
  /** How it went. */
  public enum State {
    RUNNING,
    DONE,
    FAILED,
    CUT_OFF;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
