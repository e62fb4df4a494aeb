package io.innkeeper.client;

import java.util.List;

/**
 * What reading the rates brought.
 *
 * @param tables how many tables are new
 */
public record RateRefreshed(int tables, List<RateReadingView> readings) {
  public RateRefreshed {
    readings = List.copyOf(readings);
  }
}
