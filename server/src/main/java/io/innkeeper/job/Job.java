package io.innkeeper.job;

import io.innkeeper.caller.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Long work as stored.
 *
 * @param kind which {@link Work} does it
 * @param title as people read it: "Opening Brzoza"
 * @param subject what it changes, for example {@code tenant/0190…}; one job at a time may run per
 *     subject
 * @param input what was asked, values as text; never a secret
 * @param memory what steps remembered
 * @param steps all steps, in order, with how each went
 * @param failure the sentence of what went wrong, if it did
 */
public record Job(
    UUID id,
    String kind,
    String title,
    String subject,
    Actor by,
    State state,
    Map<String, String> input,
    Map<String, String> memory,
    List<StepRecord> steps,
    Optional<String> failure,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt) {

  /** Where a job stands. */
  public enum State {
    WAITING,
    RUNNING,
    /** Going back, after a failure or a cancellation. */
    UNDOING,
    FINISHED,
    /** Failed, and everything that had been done was undone. */
    TAKEN_BACK,
    /** Failed, and the way back failed too: a person must look. */
    FAILED,
    CANCELLED;

    public boolean ended() {
      return this == FINISHED || this == TAKEN_BACK || this == FAILED || this == CANCELLED;
    }
  }

  /** How one step went. {@code now} is its latest words while it runs. */
  public record StepRecord(
      int position,
      String name,
      StepState state,
      String now,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt) {}

  /** Where a step stands. */
  public enum StepState {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    UNDONE,
    SKIPPED
  }

  /** What is asked for: kind, title, subject and input as in {@link Job}. */
  public record Order(
      String kind, String title, String subject, Map<String, String> input, Actor by) {}
}
