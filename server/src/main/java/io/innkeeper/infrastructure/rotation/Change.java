package io.innkeeper.infrastructure.rotation;

import io.innkeeper.infrastructure.Source.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One order to an SDDC Manager, as stored; no password is in here.
 *
 * @param job what works on it, or last did
 * @param days for auto-rotate: how often, 0 for never
 * @param askedAt host and port it was sent to
 * @param known the tasks that were there before it was sent
 * @param sentAt written before it is sent: from then on it may have arrived
 * @param task by what SDDC Manager calls it
 * @param problem why it isn't done
 */
public record Change(
    UUID id,
    UUID environment,
    String job,
    Verb verb,
    Optional<Integer> days,
    String reason,
    Instant orderedAt,
    String orderedBy,
    String askedAt,
    List<String> known,
    Optional<Instant> sentAt,
    Optional<String> task,
    State state,
    Optional<Instant> endedAt,
    Optional<Problem> problem,
    List<Part> parts) {

  public Change {
    known = List.copyOf(known);
    parts = List.copyOf(parts);
  }

  /** Where an order stands. */
  public enum State {
    /** Nothing has been sent. */
    ORDERED,
    /** SDDC Manager works on it, or did when it was last asked. */
    RUNNING,
    DONE,
    /** SDDC Manager failed; it takes no other task until this one is retried or cancelled. */
    FAILED,
    CANCELLED,
    /** It was never begun. */
    REFUSED,
    /** It was sent, but whether it arrived is not known. */
    UNKNOWN;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** How it went for one account. */
  public enum Outcome {
    WAITING,
    RUNNING,
    /** SDDC Manager has done it; our copy is not compared yet. */
    DONE,
    FAILED,
    /** Our copy is the new one, as SDDC Manager tells it. */
    CHANGED,
    /** SDDC Manager still tells the one before. */
    SAME,
    /** SDDC Manager tells another one than it should. */
    DIFFERS,
    /** SDDC Manager told none. */
    UNREAD;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * One account of it.
   *
   * @param shown whose it is
   * @param before how many passwords of it were known
   * @param said more about its outcome, or empty
   * @param steps what SDDC Manager does for it
   */
  public record Part(
      UUID credential, String shown, long before, Outcome outcome, String said, List<Step> steps) {
    public Part {
      steps = List.copyOf(steps);
    }

    Part now(Outcome other, String words) {
      return now(other, words, steps);
    }

    Part now(Outcome other, String words, List<Step> then) {
      return new Part(credential, shown, before, other, words, then);
    }
  }

  /**
   * A part of SDDC Manager's task.
   *
   * @param name what it calls it
   * @param state {@code running}, {@code successful}, {@code failed} or {@code cancelled}
   */
  public record Step(String name, String state) {
    /** As people read it: “Prevalidation: running”. */
    public String words() {
      return name + ": " + state;
    }
  }

  /** Whether SDDC Manager waits for somebody to retry or cancel it. */
  public boolean failed() {
    return state == State.FAILED && task.isPresent();
  }

  /** Whether it may still go on there while nothing follows it here. */
  public boolean open() {
    return state == State.RUNNING || state == State.UNKNOWN || state == State.FAILED;
  }

  /** As a job calls it: “Rotating 3 passwords”. */
  static String title(Verb verb, int many) {
    String passwords = many == 1 ? "a password" : many + " passwords";
    return switch (verb) {
      case UPDATE -> "Setting " + passwords;
      case ROTATE -> "Rotating " + passwords;
      case REMEDIATE -> "Telling " + passwords;
      case AUTO_ROTATE -> "Changing how often " + passwords + " rotate" + (many == 1 ? "s" : "");
    };
  }
}
