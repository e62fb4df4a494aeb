package io.innkeeper.console.view;

import java.util.List;

/** What stands above every page of an organisation. */
public record OrganisationHead(
    String name,
    WindowState state,
    String stateWord,
    Sentence reason,
    List<Action> actions,
    List<Action> more,
    String commands,
    List<Tab> tabs) {

  public OrganisationHead {
    actions = List.copyOf(actions);
    more = List.copyOf(more);
    tabs = List.copyOf(tabs);
  }
}
