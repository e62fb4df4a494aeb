package io.innkeeper.job;

import io.innkeeper.job.Job.State;
import java.util.Optional;
import java.util.Set;

/**
 * Which jobs; an empty part means any.
 *
 * @param states one of these
 */
public record JobFilter(Set<State> states, Optional<String> subject, Optional<String> kind) {
  public static final JobFilter ALL = new JobFilter(Set.of(), Optional.empty(), Optional.empty());

  /** What has not ended. */
  public static final JobFilter ACTIVE = ALL.in(State.WAITING, State.RUNNING, State.UNDOING);

  public JobFilter {
    states = Set.copyOf(states);
  }

  public static JobFilter of(String subject) {
    return new JobFilter(Set.of(), Optional.of(subject), Optional.empty());
  }

  /** The same in certain states only. */
  public JobFilter in(State... wanted) {
    return new JobFilter(Set.of(wanted), subject, kind);
  }
}
