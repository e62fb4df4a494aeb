package io.innkeeper.rate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a bank published for a day.
 *
 * @param document its number, for example {@code 220/A/NBP/2026}; empty if it has none
 * @param values by currency, each with the decimals it was published with and above zero; what the
 *     bank asks, if it bids too
 * @param bidding what it bids; empty in a table of mid rates
 */
public record RateTable(
    Source source,
    LocalDate effective,
    String document,
    Map<String, BigDecimal> values,
    Optional<Bidding> bidding) {
  /**
   * The other side of a table with two prices.
   *
   * @param traded the day of the market's prices
   * @param bids for the same currencies as the values
   */
  public record Bidding(LocalDate traded, Map<String, BigDecimal> bids) {
    public Bidding {
      bids = Collections.unmodifiableMap(new TreeMap<>(bids));
    }
  }

  public RateTable {
    if (values.values().stream().anyMatch(value -> value.signum() <= 0))
      throw new IllegalArgumentException("a rate of zero or less for " + effective);
    values = Collections.unmodifiableMap(new TreeMap<>(values));
    Set<String> asked = values.keySet();
    if (bidding.filter(other -> !other.bids().keySet().equals(asked)).isPresent())
      throw new IllegalArgumentException("a price without its other side for " + effective);
  }

  /** One of mid rates. */
  public RateTable(
      Source source, LocalDate effective, String document, Map<String, BigDecimal> values) {
    this(source, effective, document, values, Optional.empty());
  }
}
