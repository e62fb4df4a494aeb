package io.innkeeper.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.money.Usd;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Numbers and times as the upstream writes them. */
final class Amounts {
  private Amounts() {}

  /** An amount; zero when none is told. */
  static Usd usd(JsonNode value) {
    return maybe(value).orElse(Usd.ZERO);
  }

  static Optional<Usd> maybe(JsonNode value) {
    if (value.isNumber()) return Optional.of(Usd.of(value.decimalValue()));
    return value.isTextual()
        ? Optional.of(Usd.of(new BigDecimal(value.asText())))
        : Optional.empty();
  }

  static Optional<Instant> time(JsonNode value) {
    return Optional.ofNullable(value.textValue())
        .map(OffsetDateTime::parse)
        .map(OffsetDateTime::toInstant);
  }
}
