package io.innkeeper.usage;

import io.innkeeper.fault.Fault;
import io.innkeeper.money.Usd;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Amounts that people write. */
public final class Amounts {
  /** Times the greatest markup it is still an amount that the books can hold. */
  private static final Usd MOST = Usd.parse("90000");

  private static final int LONGEST = 40;

  private Amounts() {}

  /**
   * A decimal text as an amount; empty for none.
   *
   * @throws Fault INVALID if it is no amount that the books can hold exactly
   */
  static Optional<Usd> parse(String field, @Nullable String text) {
    if (text == null || text.isBlank()) return Optional.empty();
    try {
      return Optional.of(exact(field, new BigDecimal(text.strip())));
    } catch (NumberFormatException e) {
      throw wrong(field, text);
    }
  }

  /**
   * A decimal as an amount.
   *
   * @throws Fault INVALID if it is no amount that the books can hold exactly
   */
  public static Usd exact(String field, BigDecimal amount) {
    // An exponent costs no room until the number is written out, and then all there is.
    boolean vast =
        Math.abs((long) amount.precision() - amount.scale()) > LONGEST || amount.scale() > LONGEST;
    if (vast) throw wrong(field, amount.toString());
    try {
      Usd usd = Usd.of(amount);
      if (Math.abs(usd.pico()) > MOST.pico())
        throw Fault.invalidField(field, "amount", "An amount is at most " + MOST + " USD.");
      if (usd.decimal().compareTo(amount) == 0) return usd;
    } catch (ArithmeticException e) {
      throw wrong(field, amount.toString());
    }
    throw wrong(field, amount.toString());
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
