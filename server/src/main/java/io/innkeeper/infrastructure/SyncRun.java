package io.innkeeper.infrastructure;

import io.innkeeper.infrastructure.Source.Problem;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** One reading of one source, and what it changed. */
public record SyncRun(
    UUID id,
    UUID environment,
    SourceKind source,
    String job,
    Cause cause,
    String by,
    Instant begun,
    Optional<Instant> ended,
    State state,
    Counts counts,
    Optional<Problem> problem) {

  /** Why it was read. */
  public enum Cause {
    SCHEDULE,
    PERSON,
    IMPORT;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Cause of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** How it went. */
  public enum State {
    RUNNING,
    SUCCESS,
    PARTIAL,
    ASKS,
    FAILED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static State of(String word) {
      return Arrays.stream(values())
          .filter(state -> state.word().equals(word))
          .findFirst()
          .orElseThrow();
    }
  }

  /**
   * What was seen.
   *
   * @param missing told no more; when the run asks, how many would be
   * @param unreadable told without a password; the one that was known stays
   * @param skipped that could not be told from others
   */
  public record Counts(
      long seen,
      long added,
      long changed,
      long renamed,
      long returned,
      long missing,
      long unreadable,
      long skipped) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    /** As a sentence, with what is nothing left out. */
    public String words() {
      StringBuilder words = new StringBuilder(seen + " seen");
      add(words, added, "new");
      add(words, changed, "changed");
      add(words, renamed, "renamed");
      add(words, returned, "back again");
      add(words, missing, "missing");
      add(words, unreadable, "without a password");
      add(words, skipped, "without a name");
      return words.append('.').toString();
    }

    private static void add(StringBuilder words, long count, String what) {
      if (count > 0) words.append(", ").append(count).append(' ').append(what);
    }
  }
}
