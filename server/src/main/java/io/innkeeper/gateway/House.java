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
 * @param named those that it may use by their own names and that a route of its own serves
 * @param routes by model prefix, longest first; the last matches everything
 * @param standstill why nothing of it is served, if so
 */
public record House(
    UUID id,
    String name,
    String externalId,
    ZoneId zone,
    BigDecimal markup,
    Predicate<String> models,
    List<Tariff.Offer> named,
    List<Route> routes,
    Optional<Standstill> standstill) {

  /** Why nobody of it is served. */
  public enum Standstill {
    SUSPENDED,
    CLOSED
  }

  Optional<Refusal> refusal() {
    return standstill.map(
        why ->
            switch (why) {
              case SUSPENDED ->
                  Refusal.of(
                      403,
                      "organisation-suspended",
                      name + " is suspended at the moment. Please ask your administrator.");
              case CLOSED -> Refusal.of(403, "organisation-closed", name + " is closed.");
            });
  }

  /**
   * Models that begin so go there.
   *
   * @param upstream empty when its key can't be had: then nothing goes there, nor elsewhere
   */
  public record Route(String prefix, Optional<Upstream> upstream) {
    public Route(String prefix, Upstream upstream) {
      this(prefix, Optional.of(upstream));
    }
  }

  /** What can be told of a model that no price list holds. */
  public static Tariff.Offer named(String model, String upstream) {
    byte[] json =
        Json.bytes(
            out -> {
              out.writeStartObject();
              out.writeStringField("id", model);
              out.writeStringField("name", model);
              out.writeStringField("object", "model");
              out.writeStringField("owned_by", upstream);
              out.writeEndObject();
            });
    return new Tariff.Offer(model, true, json);
  }

  Optional<Upstream> upstream(String model) {
    for (Route route : routes) {
      if (model.startsWith(route.prefix())) return route.upstream();
    }
    return Optional.empty();
  }
}
