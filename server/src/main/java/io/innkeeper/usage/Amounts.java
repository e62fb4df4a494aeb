package io.innkeeper.usage;

import io.innkeeper.fault.Fault;
import io.innkeeper.money.Usd;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Amounts that people write. */
final class Amounts {
  private Amounts() {}

  /**
   * A decimal text as an amount; empty for none.
   *
   * @throws Fault INVALID if it is no amount that the books can hold exactly
   */
  static Optional<Usd> parse(String field, @Nullable String text) {
    if (text == null || text.isBlank()) return Optional.empty();
    try {
      BigDecimal amount = new BigDecimal(text.strip());
      Usd usd = Usd.of(amount);
      if (usd.decimal().compareTo(amount) == 0) return Optional.of(usd);
    } catch (NumberFormatException | ArithmeticException e) {
      throw wrong(field, text);
    }
    throw wrong(field, text);
  }

  static Fault missing(String field) {
    return Fault.invalidField(field, "amount-missing", "Say how much, in USD.");
  }

  private static Fault wrong(String field, String text) {
    return Fault.invalidField(
        field,
        "amount",
        "“" + text + "” is no amount in USD with at most 12 decimals, such as -0.25.");
  }
}
