package io.innkeeper.console.view;

import java.util.List;

/**
 * The head of all of a tenant's pages: name, state with its reason, actions, tabs.
 *
 * @param slug never changes
 * @param more the rarer verbs, behind the dots
 * @param commands where the same by CLI or API is shown
 */
public record TenantHead(
    String slug,
    String name,
    boolean staging,
    WindowState state,
    Sentence reason,
    List<Action> actions,
    List<Action> more,
    String commands,
    List<Tab> tabs) {

  public TenantHead {
    actions = List.copyOf(actions);
    more = List.copyOf(more);
    tabs = List.copyOf(tabs);
  }
}
