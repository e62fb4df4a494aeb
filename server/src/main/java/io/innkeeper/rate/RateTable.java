package io.innkeeper.rate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a bank published for a day.
 *
 * @param document its number, for example {@code 220/A/NBP/2026}; empty if it has none
 * @param values by currency, each with the decimals it was published with and above zero
 */
public record RateTable(
    Source source, LocalDate effective, String document, Map<String, BigDecimal> values) {
  public RateTable {
    if (values.values().stream().anyMatch(value -> value.signum() <= 0))
      throw new IllegalArgumentException("a rate of zero or less for " + effective);
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }
}
