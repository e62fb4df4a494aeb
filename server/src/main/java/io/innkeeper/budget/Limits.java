package io.innkeeper.budget;

import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/**
 * All limits at one moment.
 *
 * @param zones where each organisation's months begin
 */
public record Limits(Map<Scope, Limit> limits, Map<UUID, ZoneId> zones) {
  public static final Limits NONE = new Limits(Map.of(), Map.of());

  public Limits {
    limits = Map.copyOf(limits);
    zones = Map.copyOf(zones);
  }
}
