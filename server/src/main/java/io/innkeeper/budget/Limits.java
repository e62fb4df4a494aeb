package io.innkeeper.budget;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * All limits at one moment.
 *
 * @param zones where each organisation's months begin
 */
public record Limits(Map<Scope, Limit> limits, Map<UUID, ZoneId> zones) {
  public static final Limits NONE = new Limits(Map.of(), Map.of());

  /** The limit of a scope; a person without one of their own has everyone's. */
  Optional<Limit> of(Scope scope) {
    Limit own = limits.get(scope);
    if (own != null || scope.kind() != Scope.Kind.USER) return Optional.ofNullable(own);
    return Optional.ofNullable(limits.get(Scope.user(scope.organisation(), Scope.EVERYONE)));
  }

  public Limits {
    limits = Map.copyOf(limits);
    zones = Map.copyOf(zones);
  }
}
