package io.innkeeper.console.view;

import java.util.List;

/** All that a tenant's app is given, with where each value comes from; differences first. */
public record TenantEnvironmentView(TenantHead head, String lead, List<Fact> facts)
    implements Screen {
  public TenantEnvironmentView {
    facts = List.copyOf(facts);
  }

  @Override
  public String template() {
    return "tenants/environment";
  }

  @Override
  public String title() {
    return "Environment of " + head.name();
  }
}
