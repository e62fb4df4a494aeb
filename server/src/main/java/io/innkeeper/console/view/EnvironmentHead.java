package io.innkeeper.console.view;

import java.util.List;

/**
 * What stands above everything about one environment.
 *
 * @param loud whose certificate is not looked at, or nothing
 */
public record EnvironmentHead(
    String name,
    List<Action> actions,
    WindowState state,
    String stateWord,
    String lead,
    String loud,
    List<Tab> tabs,
    List<SourceHead> sources) {
  public EnvironmentHead {
    actions = List.copyOf(actions);
    tabs = List.copyOf(tabs);
    sources = List.copyOf(sources);
  }
}
