package io.innkeeper.usage;

import static java.math.BigDecimal.ZERO;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Prices as JSON, in the form of the router's list of models. */
public final class PriceText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PriceText() {}

  /** The price of one entry of the list; empty if the entry is not one of a model with prices. */
  public static Optional<ModelPrice> read(JsonNode model) {
    String id = model.path("id").asText();
    JsonNode pricing = model.path("pricing");
    if (id.isEmpty() || !pricing.isObject()) return Optional.empty();
    try {
      return Optional.of(
          new ModelPrice(
              id,
              model.path("canonical_slug").asText(id),
              model.path("name").asText(id),
              prices(pricing),
              overrides(pricing.path("overrides")),
              number(pricing.path("discount")).orElse(ZERO),
              context(model),
              whole(model.path("top_provider").path("max_completion_tokens"))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static OptionalLong context(JsonNode model) {
    OptionalLong own = whole(model.path("context_length"));
    return own.isPresent() ? own : whole(model.path("top_provider").path("context_length"));
  }

  private static OptionalLong whole(JsonNode value) {
    return value.canConvertToLong() ? OptionalLong.of(value.asLong()) : OptionalLong.empty();
  }

  private static Map<PricePart, BigDecimal> prices(JsonNode pricing) {
    Map<PricePart, BigDecimal> prices = new EnumMap<>(PricePart.class);
    for (PricePart part : PricePart.values()) {
      number(pricing.path(part.wireName())).ifPresent(price -> prices.put(part, price));
    }
    return prices;
  }

  private static Optional<BigDecimal> number(JsonNode value) {
    boolean given = value.isTextual() || value.isNumber();
    return given ? Optional.of(new BigDecimal(value.asText())) : Optional.empty();
  }

  private static List<PriceOverride> overrides(JsonNode list) {
    List<PriceOverride> overrides = new ArrayList<>();
    for (JsonNode one : list) {
      boolean hours = one.path("utc_start").isNumber() && one.path("utc_end").isNumber();
      overrides.add(
          new PriceOverride(
              whole(one.path("min_prompt_tokens")),
              hours
                  ? Optional.of(
                      new PriceOverride.Hours(
                          one.path("utc_start").asInt(), one.path("utc_end").asInt()))
                  : Optional.empty(),
              prices(one)));
    }
    return overrides;
  }

  /** The prices alone, as the store keeps them: {@code pricing} of an entry. */
  static String pricing(ModelPrice price) {
    ObjectNode to = JSON.createObjectNode();
    write(to, price.prices());
    if (price.discount().signum() != 0) to.put("discount", price.discount().toPlainString());
    if (price.overrides().isEmpty()) return to.toString();
    ArrayNode list = to.putArray("overrides");
    for (PriceOverride one : price.overrides()) {
      ObjectNode entry = list.addObject();
      one.above().ifPresent(above -> entry.put("min_prompt_tokens", above));
      one.hours()
          .ifPresent(hours -> entry.put("utc_start", hours.from()).put("utc_end", hours.to()));
      write(entry, one.prices());
    }
    return to.toString();
  }

  private static void write(ObjectNode to, Map<PricePart, BigDecimal> prices) {
    for (PricePart part : PricePart.values()) {
      BigDecimal price = prices.get(part);
      if (price != null) to.put(part.wireName(), price.toPlainString());
    }
  }

  /** A price as the store keeps it. */
  static ModelPrice read(
      String model,
      String slug,
      String name,
      String pricing,
      OptionalLong context,
      OptionalLong most) {
    try {
      JsonNode kept = JSON.readTree(pricing);
      return new ModelPrice(
          model,
          slug,
          name,
          prices(kept),
          overrides(kept.path("overrides")),
          number(kept.path("discount")).orElse(ZERO),
          context,
          most);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the kept price of " + model + " is no JSON", e);
    }
  }
}
