package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * A tenant's log.
 *
 * @param since the choices of how far back
 */
public record TenantLogView(
    TenantHead head,
    String query,
    List<Tab> since,
    List<LogLine> lines,
    Optional<Empty> empty,
    String stream)
    implements Screen {
  public TenantLogView {
    since = List.copyOf(since);
    lines = List.copyOf(lines);
  }

  @Override
  public String template() {
    return "tenants/log";
  }

  @Override
  public String title() {
    return "Log of " + head.name();
  }
}
