package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * One tenant now.
 *
 * @param secret the first admin's password, until it has been put away
 * @param gaugesSay where the lines' figures come from: “The last 60 minutes, a point a minute.”
 * @param old how old the figures are when they no longer come, or empty
 */
public record TenantView(
    TenantHead head,
    Optional<Secret> secret,
    List<JobPanel> jobs,
    List<Gauge> gauges,
    String gaugesSay,
    String old,
    Optional<Difference> waiting,
    List<LogLine> log,
    List<Fact> about,
    List<Fact> environment,
    String environmentCount,
    List<Event> history,
    String stream)
    implements Screen {

  public TenantView {
    jobs = List.copyOf(jobs);
    gauges = List.copyOf(gauges);
    log = List.copyOf(log);
    about = List.copyOf(about);
    environment = List.copyOf(environment);
    history = List.copyOf(history);
  }

  @Override
  public String template() {
    return "tenants/show";
  }

  @Override
  public String title() {
    return head.name();
  }
}
