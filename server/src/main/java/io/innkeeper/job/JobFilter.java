package io.innkeeper.job;

import io.innkeeper.job.Job.State;
import java.util.Optional;

/** Which jobs; an empty part means any. */
public record JobFilter(Optional<State> state, Optional<String> subject, Optional<String> kind) {
  public static final JobFilter ALL =
      new JobFilter(Optional.empty(), Optional.empty(), Optional.empty());

  public static JobFilter of(String subject) {
    return new JobFilter(Optional.empty(), Optional.of(subject), Optional.empty());
  }
}
