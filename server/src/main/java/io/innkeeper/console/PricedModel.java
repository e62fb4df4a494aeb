package io.innkeeper.console;

import io.innkeeper.usage.ModelPrice;
import io.innkeeper.usage.PricePart;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A model with its price for a million tokens.
 *
 * @param in list price in USD; empty where another model answers at a price of its own
 * @param fresh since when it is offered, if that is not long
 * @param gone since when it is not offered any more
 */
record PricedModel(
    String model,
    String name,
    Optional<BigDecimal> in,
    Optional<BigDecimal> out,
    OptionalLong context,
    boolean allowed,
    Optional<Instant> fresh,
    Optional<Instant> gone) {
  private static final int MILLION = 6;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** How dear it is, by the average of both prices. */
  enum Category {
    BUDGET("Budget", 1),
    STANDARD("Standard", 5),
    FAST("Fast", 10),
    PREMIUM("Premium", 50),
    REASONING("Reasoning", Integer.MAX_VALUE);

    private final String label;
    private final BigDecimal below;

    Category(String label, int below) {
      this.label = label;
      this.below = BigDecimal.valueOf(below);
    }

    String label() {
      return label;
    }

    static Category of(BigDecimal in, BigDecimal out) {
      BigDecimal average = in.add(out).divide(TWO);
      for (Category one : values()) if (average.compareTo(one.below) < 0) return one;
      return REASONING;
    }
  }

  static PricedModel of(
      ModelPrice price, boolean allowed, Optional<Instant> fresh, Optional<Instant> gone) {
    return new PricedModel(
        price.model(),
        price.name(),
        million(price, PricePart.PROMPT),
        million(price, PricePart.COMPLETION),
        price.context(),
        allowed,
        fresh,
        gone);
  }

  private static Optional<BigDecimal> million(ModelPrice price, PricePart part) {
    if (price.variable()) return Optional.empty();
    return Optional.of(price.prices().getOrDefault(part, BigDecimal.ZERO).movePointRight(MILLION));
  }

  Optional<Category> category() {
    return in.flatMap(one -> out.map(other -> Category.of(one, other)));
  }

  boolean mentions(String lower) {
    return model.toLowerCase(Locale.ROOT).contains(lower)
        || name.toLowerCase(Locale.ROOT).contains(lower);
  }

  /** By a column's word; a minus turns it round. Without one by id, what is gone last. */
  static Comparator<PricedModel> order(String sort) {
    Comparator<PricedModel> byName = Comparator.comparing(PricedModel::model);
    Comparator<PricedModel> order =
        switch (sort.substring(sort.startsWith("-") ? 1 : 0)) {
          case "in" -> Comparator.comparing(one -> one.in().orElse(BigDecimal.ZERO));
          case "out" -> Comparator.comparing(one -> one.out().orElse(BigDecimal.ZERO));
          case "context" -> Comparator.comparingLong(one -> one.context().orElse(0));
          default -> byName;
        };
    return Comparator.<PricedModel, Boolean>comparing(one -> one.gone().isPresent())
        .thenComparing(sort.startsWith("-") ? order.reversed() : order)
        .thenComparing(byName);
  }
}
