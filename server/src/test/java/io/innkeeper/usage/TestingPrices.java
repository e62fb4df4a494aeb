package io.innkeeper.usage;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.innkeeper.simulators.openrouter.OpenRouterSimulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The stand-in's price list. */
public final class TestingPrices {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TestingPrices() {}

  public static List<OfferedModel> offers() {
    try (InputStream in = OpenRouterSimulator.class.getResourceAsStream("models.json")) {
      List<OfferedModel> models = new ArrayList<>();
      for (JsonNode model : JSON.readTree(requireNonNull(in)).path("data")) {
        models.add(PriceText.read(model).orElseThrow());
      }
      return models;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static PriceReading reading() {
    return new PriceReading(offers(), Set.of());
  }

  public static List<ModelPrice> all() {
    return offers().stream().map(OfferedModel::price).toList();
  }

  public static PriceList list() {
    return new PriceList(offers());
  }

  public static ModelPrice of(String model) {
    return list().find(model).orElseThrow();
  }

  /** The same price with another discount. */
  static ModelPrice discounted(ModelPrice price, String discount) {
    return new ModelPrice(
        price.model(),
        price.slug(),
        price.name(),
        price.prices(),
        price.overrides(),
        new BigDecimal(discount),
        price.context(),
        price.most());
  }

  /** The offer of a model with its prompt at another price. */
  static OfferedModel repriced(String model, String prompt) {
    OfferedModel offer =
        offers().stream()
            .filter(one -> one.price().model().equals(model))
            .findFirst()
            .orElseThrow();
    String json =
        offer.json().replaceFirst("\"prompt\":\"[^\"]*\"", "\"prompt\":\"" + prompt + "\"");
    return PriceText.read(json);
  }
}
