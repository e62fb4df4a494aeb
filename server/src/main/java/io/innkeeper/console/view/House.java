package io.innkeeper.console.view;

import java.util.List;

/**
 * All tenants as windows, ordered by organisation.
 *
 * @param legend the states with their counts, each a filter of the tenants list
 * @param sentence what it shows, in words
 */
public record House(List<Pane> panes, List<Listing.Chip> legend, String sentence) {
  /** Above this many the windows are small and one picture. */
  private static final int NEAR = 300;

  /** One tenant's window; {@code name} is “Klinika Wrzos: degraded, out of memory”. */
  public record Pane(WindowState state, String name, String href) {}

  public House {
    panes = List.copyOf(panes);
    legend = List.copyOf(legend);
  }

  /** Whether it is seen from far away: small windows that are no links. */
  public boolean far() {
    return panes.size() > NEAR;
  }
}
