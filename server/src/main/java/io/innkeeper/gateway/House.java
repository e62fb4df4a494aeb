package io.innkeeper.gateway;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * An organisation as the gateway sees it.
 *
 * @param externalId first part of its people's pseudonyms
 * @param markup applied to the upstream's cost
 * @param models which models it may use
 * @param lowers whether {@code max_tokens} is lowered to what the budget still allows, instead of
 *     refusing
 * @param routes by model prefix, longest first; the last matches everything
 * @param refusal why nothing of it is served, if so
 */
public record House(
    UUID id,
    String name,
    String externalId,
    ZoneId zone,
    BigDecimal markup,
    Predicate<String> models,
    boolean lowers,
    List<Route> routes,
    Optional<Refusal> refusal) {

  /** Models that begin so go there. */
  public record Route(String prefix, Upstream upstream) {}

  Optional<Upstream> upstream(String model) {
    return routes.stream()
        .filter(route -> model.startsWith(route.prefix()))
        .map(Route::upstream)
        .findFirst();
  }
}
