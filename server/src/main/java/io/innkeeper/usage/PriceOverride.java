package io.innkeeper.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Prices that hold instead for large prompts or at some hours.
 *
 * @param above prompt tokens that must be exceeded; empty for any size
 * @param hours when it holds; empty for always
 * @param prices what is named differs, the rest stays
 */
public record PriceOverride(
    OptionalLong above, Optional<Hours> hours, Map<PricePart, BigDecimal> prices) {
  public PriceOverride {
    prices = Map.copyOf(prices);
  }

  /** From a minute of the UTC day, inclusive, to another, exclusive; both written HHMM. */
  public record Hours(int from, int to) {
    boolean hold(Instant at) {
      OffsetDateTime utc = at.atOffset(ZoneOffset.UTC);
      int now = utc.getHour() * 100 + utc.getMinute();
      return from <= to ? now >= from && now < to : now >= from || now < to;
    }
  }

  boolean holds(long promptTokens, Instant at) {
    boolean large = above.isEmpty() || promptTokens > above.getAsLong();
    return large && (hours.isEmpty() || hours.get().hold(at));
  }
}
