package io.innkeeper.cli.env;

import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How much a key may spend.
 *
 * @param usd empty for as much as the account has
 * @param reset when it counts from zero again; empty for never
 */
record SpendingLimit(Optional<BigDecimal> usd, Optional<Reset> reset) {
  static final String UNLIMITED = "unlimited";
  static final SpendingLimit NONE = new SpendingLimit(Optional.empty(), Optional.empty());

  /** What Innkeeper keeps of an amount reaches a little further, to 9.2 million. */
  private static final BigDecimal TOO_MUCH = new BigDecimal("9000000");

  private static final Pattern AMOUNT = Pattern.compile("\\d{1,7}(?:\\.\\d{1,6})?");

  SpendingLimit {
    usd = usd.map(SpendingLimit::plain);
    if (usd.isEmpty()) reset = Optional.empty();
  }

  /**
   * An amount as people and files write it.
   *
   * @throws Refusal when it is none
   */
  static SpendingLimit parse(String typed, Optional<Reset> reset) {
    String text = typed.strip();
    if (text.equalsIgnoreCase(UNLIMITED)) {
      if (reset.isEmpty()) return NONE;
      throw new Refusal(
          ExitCode.USAGE, "Without a limit there is nothing to reset.", "Leave --reset out.");
    }
    if (AMOUNT.matcher(text).matches() && sensible(new BigDecimal(text)))
      return new SpendingLimit(Optional.of(new BigDecimal(text)), reset);
    throw new Refusal(
        ExitCode.USAGE,
        "“" + typed + "” is not a spending limit.",
        "Give USD above 0 and below 9,000,000 such as 50 or 12.50, or “unlimited”.");
  }

  private static boolean sensible(BigDecimal amount) {
    return amount.signum() > 0 && amount.compareTo(TOO_MUCH) < 0;
  }

  SpendingLimit resetting(Reset other) {
    return new SpendingLimit(usd, Optional.of(other));
  }

  boolean sameAmount(SpendingLimit other) {
    return usd.equals(other.usd);
  }

  /** As the file has it. */
  String text() {
    return usd.map(BigDecimal::toPlainString).orElse(UNLIMITED);
  }

  /** For people. */
  String said() {
    if (usd.isEmpty()) return "no limit";
    return "USD " + text() + reset.map(one -> " " + one.each()).orElse(" once");
  }

  private static BigDecimal plain(BigDecimal amount) {
    BigDecimal bare = amount.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }
}
