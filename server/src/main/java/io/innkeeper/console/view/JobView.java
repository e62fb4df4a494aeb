package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * One job with its steps, facts and log.
 *
 * @param secret what it made that is shown once
 */
public record JobView(
    Optional<Secret> secret, JobPanel job, List<Fact> about, List<LogLine> log, String stream)
    implements Screen {
  public JobView {
    about = List.copyOf(about);
    log = List.copyOf(log);
  }

  @Override
  public String template() {
    return "jobs/show";
  }

  @Override
  public String title() {
    return job.title();
  }
}
