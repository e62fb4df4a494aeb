package io.innkeeper.console.view;

import java.util.List;

/** What happened to a tenant, newest first. */
public record TenantHistoryView(
    TenantHead head, List<Event> events, Listing.Paging paging, String lead) implements Screen {
  public TenantHistoryView {
    events = List.copyOf(events);
  }

  @Override
  public String template() {
    return "tenants/history";
  }

  @Override
  public String title() {
    return "History of " + head.name();
  }
}
