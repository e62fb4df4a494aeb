package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/** One organisation: its tenants, its facts, its history. */
public record OrganisationView(
    OrganisationHead head,
    List<TenantListView.Row> tenants,
    Optional<Empty> empty,
    List<Fact> about,
    List<Event> history)
    implements Screen {

  public OrganisationView {
    tenants = List.copyOf(tenants);
    about = List.copyOf(about);
    history = List.copyOf(history);
  }

  @Override
  public String template() {
    return "organisations/show";
  }

  @Override
  public String title() {
    return head.name();
  }
}
