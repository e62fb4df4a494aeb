package io.innkeeper.usage;

import static java.math.BigDecimal.ZERO;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Reads models and their prices as the router lists them. */
public final class PriceText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PriceText() {}

  /** All entries of the list; what has no id is none. */
  public static PriceReading read(List<JsonNode> list) {
    List<OfferedModel> models = new ArrayList<>();
    Set<String> unread = new TreeSet<>();
    for (JsonNode one : list) {
      if (id(one).isEmpty()) continue;
      read(one).ifPresentOrElse(models::add, () -> unread.add(id(one)));
    }
    return new PriceReading(models, unread);
  }

  /** One entry of the list; empty if it is not one of a model with prices. */
  static Optional<OfferedModel> read(JsonNode model) {
    JsonNode pricing = model.path("pricing");
    if (id(model).isEmpty() || !pricing.isObject()) return Optional.empty();
    try {
      return Optional.of(new OfferedModel(price(model, pricing), text(model), model.toString()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** An entry that was kept. */
  static OfferedModel read(String json) {
    try {
      return read(JSON.readTree(json)).orElseThrow();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept price is no JSON", e);
    }
  }

  private static String id(JsonNode model) {
    return model.path("id").asText();
  }

  private static ModelPrice price(JsonNode model, JsonNode pricing) {
    String id = id(model);
    return new ModelPrice(
        id,
        model.path("canonical_slug").asText(id),
        model.path("name").asText(id),
        prices(pricing),
        overrides(pricing.path("overrides")),
        number(pricing.path("discount")).orElse(ZERO),
        context(model),
        whole(model.path("top_provider").path("max_completion_tokens")));
  }

  /** A list that says nothing about it is one of models that talk. */
  private static boolean text(JsonNode model) {
    JsonNode outputs = model.path("architecture").path("output_modalities");
    if (!outputs.isArray()) return true;
    for (JsonNode one : outputs) if (one.asText().equals("text")) return true;
    return false;
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
      overrides.add(
          new PriceOverride(whole(one.path("min_prompt_tokens")), hours(one), prices(one)));
    }
    return overrides;
  }

  private static Optional<PriceOverride.Hours> hours(JsonNode override) {
    JsonNode from = override.path("utc_start");
    JsonNode to = override.path("utc_end");
    return from.isNumber() && to.isNumber()
        ? Optional.of(new PriceOverride.Hours(from.asInt(), to.asInt()))
        : Optional.empty();
  }
}
