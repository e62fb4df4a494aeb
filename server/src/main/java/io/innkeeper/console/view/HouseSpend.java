package io.innkeeper.console.view;

import java.util.List;

/**
 * What the whole house spends at the upstream.
 *
 * @param hours calls of each of the last 24 hours
 */
public record HouseSpend(List<Figure> figures, Bars days, Gauge hours) {
  public HouseSpend {
    figures = List.copyOf(figures);
  }
}
