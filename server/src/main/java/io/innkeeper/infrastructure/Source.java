package io.innkeeper.infrastructure;

import io.innkeeper.fault.Fault;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A source of an environment, and how its last sync went. */
public record Source(SourceSpec spec, Standing standing) {
  /** How the last sync of something went. */
  public enum Status {
    NEVER,
    SUCCESS,
    /** Some of it could not be read; what could was kept. */
    PARTIAL,
    /** So much was gone that a person must say whether that is right. */
    ASKS,
    FAILED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Status of(String word) {
      return Arrays.stream(values())
          .filter(status -> status.word().equals(word))
          .findFirst()
          .orElseThrow(() -> Fault.invalid("status", "There is no status “" + word + "”."));
    }
  }

  /** What went wrong, for a person: a stable code, what was tried, what to do. */
  public record Problem(String code, String said, Optional<String> advice) {
    public static Problem of(Fault fault) {
      return new Problem(fault.code(), fault.said(), fault.advice());
    }
  }

  /**
   * How it stands.
   *
   * @param nextAt when it is read by itself; empty for never
   * @param failures how often in a row it failed
   * @param version what the product called itself when it was last asked
   */
  public record Standing(
      Status status,
      Optional<Instant> nextAt,
      Optional<Instant> triedAt,
      Optional<Instant> succeededAt,
      int failures,
      Optional<Problem> problem,
      Optional<String> version) {
    static final Standing NEW =
        new Standing(
            Status.NEVER,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty(),
            Optional.empty());
  }

  public SourceKind kind() {
    return spec.kind();
  }
}
