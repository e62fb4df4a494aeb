package io.innkeeper.job;

import io.innkeeper.job.Job.State;
import java.util.Optional;
import java.util.Set;

/**
 * Which jobs; an empty part means any.
 *
 * @param states one of these
 * @param text part of the title or of who started it
 */
public record JobFilter(
    Set<State> states, Optional<String> subject, Optional<String> kind, Optional<String> text) {
  public static final JobFilter ALL =
      new JobFilter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

  /** What has not ended. */
  public static final JobFilter ACTIVE = ALL.in(State.WAITING, State.RUNNING, State.UNDOING);

  public JobFilter {
    states = Set.copyOf(states);
  }

  public static JobFilter of(String subject) {
    return new JobFilter(Set.of(), Optional.of(subject), Optional.empty(), Optional.empty());
  }

  public static JobFilter ofKind(String kind) {
    return new JobFilter(Set.of(), Optional.empty(), Optional.of(kind), Optional.empty());
  }

  /** The same in certain states only. */
  public JobFilter in(State... wanted) {
    return new JobFilter(Set.of(wanted), subject, kind, text);
  }

  /** The same with these words in the title or the name of who started it. */
  public JobFilter mentioning(String words) {
    return new JobFilter(
        states, subject, kind, words.isBlank() ? Optional.empty() : Optional.of(words.strip()));
  }
}
