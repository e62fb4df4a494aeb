package io.innkeeper.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.money.Usd;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers and times as the upstream writes them. */
final class Amounts {
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,15}(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?");

  private Amounts() {}

  /** An amount; zero when none is told. */
  static Usd usd(JsonNode value) {
    return maybe(value).orElse(Usd.ZERO);
  }

  static Optional<Usd> maybe(JsonNode value) {
    if (value.isNumber()) return Optional.of(Usd.of(value.decimalValue()));
    return Optional.ofNullable(value.textValue())
        .filter(text -> NUMBER.matcher(text).matches())
        .map(Usd::parse);
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
