package io.innkeeper.console.view;

import java.util.List;

/**
 * Where the calls for some models go.
 *
 * @param models how their names begin, or that they are all
 * @param speaks what form of the interface the upstream has
 */
public record RouteRow(
    String models, String upstream, String address, String speaks, List<Action> verbs) {
  public RouteRow {
    verbs = List.copyOf(verbs);
  }
}
