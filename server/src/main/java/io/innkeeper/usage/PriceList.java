package io.innkeeper.usage;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** All known prices at one time. Immutable. */
public final class PriceList {
  public static final PriceList EMPTY = new PriceList(List.of());

  private final List<OfferedModel> offers;
  private final Map<String, ModelPrice> byModel = new LinkedHashMap<>();
  private final Map<String, ModelPrice> bySlug = new LinkedHashMap<>();

  public PriceList(Collection<OfferedModel> models) {
    offers = List.copyOf(models);
    for (OfferedModel model : models) {
      ModelPrice price = model.price();
      byModel.put(price.model(), price);
      // A free variant shares the permanent name of the model that costs something.
      bySlug.merge(price.slug(), price, (one, other) -> one.free() ? other : one);
    }
  }

  /**
   * The price of a model by its id, its permanent name, or an id with a suffix that has no price of
   * its own, such as {@code :nitro}.
   */
  public Optional<ModelPrice> find(String model) {
    ModelPrice price = byModel.get(model);
    if (price == null) price = bySlug.get(model);
    if (price != null) return Optional.of(price);
    int suffix = model.indexOf(':');
    return suffix < 0 ? Optional.empty() : find(model.substring(0, suffix));
  }

  /** The prices of some models, without those that vary. */
  public List<ModelPrice> priced(Predicate<String> models) {
    return byModel.values().stream()
        .filter(price -> !price.variable() && models.test(price.model()))
        .toList();
  }

  /** All models, in the upstream's order. */
  public List<OfferedModel> offers() {
    return offers;
  }

  public boolean isEmpty() {
    return offers.isEmpty();
  }
}
