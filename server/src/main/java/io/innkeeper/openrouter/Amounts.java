package io.innkeeper.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.money.Usd;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers and times as the upstream writes them. An amount beyond what {@link Usd} holds, 9.2
 * million USD to either side, counts as the outermost one: there somebody may give a key any cap,
 * and that must not keep the others from being read.
 */
final class Amounts {
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,15}(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?");

  private static final Usd MOST = new Usd(Long.MAX_VALUE);
  private static final Usd LEAST = MOST.negated();

  private Amounts() {}

  /** An amount; zero when none is told. */
  static Usd usd(JsonNode value) {
    return maybe(value).orElse(Usd.ZERO);
  }

  static Optional<Usd> maybe(JsonNode value) {
    if (value.isNumber()) return Optional.of(nearest(value.decimalValue()));
    return Optional.ofNullable(value.textValue())
        .filter(text -> NUMBER.matcher(text).matches())
        .map(text -> nearest(new BigDecimal(text)));
  }

  private static Usd nearest(BigDecimal amount) {
    if (amount.compareTo(MOST.decimal()) >= 0) return MOST;
    if (amount.compareTo(LEAST.decimal()) <= 0) return LEAST;
    return Usd.of(amount);
  }

  /** A time with its offset; empty when it is none. */
  static Optional<Instant> time(JsonNode value) {
    try {
      return Optional.ofNullable(value.textValue())
          .map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
