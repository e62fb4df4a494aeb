package io.innkeeper.job;

import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

  public Job {
    input = Collections.unmodifiableMap(new LinkedHashMap<>(input));
    memory = Collections.unmodifiableMap(new LinkedHashMap<>(memory));
    steps = List.copyOf(steps);
  }

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

    /** As written in the API and the store: {@code taken-back}. */
    public String word() {
      return Job.word(this);
    }

    /**
     * Reads a state's word.
     *
     * @throws Fault INVALID naming the states there are
     */
    public static State parse(String word) {
      for (State state : values()) if (state.word().equals(word)) return state;
      throw Fault.invalidField(
          "state",
          "job-state",
          "“" + word + "” is not a state of a job. There are " + words(values()) + ".");
    }

    private static String words(State[] states) {
      return String.join(", ", Arrays.stream(states).map(State::word).toList());
    }
  }

  /** How one step went. {@code now} is its latest words while it runs. */
  public record StepRecord(
      int position,
      String name,
      StepState state,
      String now,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt) {

    StepRecord saying(String words) {
      return new StepRecord(position, name, state, words, startedAt, endedAt);
    }
  }

  /** Where a step stands. */
  public enum StepState {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    UNDONE,
    /** Never reached. */
    SKIPPED;

    /** As written in the API and the store. */
    public String word() {
      return Job.word(this);
    }

    static StepState of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** What is asked for: kind, title, subject and input as in {@link Job}. */
  public record Order(
      String kind, String title, String subject, Map<String, String> input, Actor by) {
    public Order {
      input = Collections.unmodifiableMap(new LinkedHashMap<>(input));
    }
  }

  /** A new job that waits; its steps are stored with it. */
  static Job ordered(UUID id, Order order, Instant now) {
    return new Job(
        id,
        order.kind(),
        order.title(),
        order.subject(),
        order.by(),
        State.WAITING,
        order.input(),
        Map.of(),
        List.of(),
        Optional.empty(),
        now,
        Optional.empty(),
        Optional.empty());
  }

  Job withSteps(List<StepRecord> others) {
    return new Job(
        id, kind, title, subject, by, state, input, memory, others, failure, createdAt, startedAt,
        endedAt);
  }

  /** The same with the latest words of one step. */
  Job saying(int position, String now) {
    return withSteps(
        steps.stream().map(step -> step.position() == position ? step.saying(now) : step).toList());
  }

  private static String word(Enum<?> state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
