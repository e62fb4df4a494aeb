package io.innkeeper.usage;

import io.innkeeper.money.ExchangeRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A sum in another currency, each of its days at that day's rate and none rounded.
 *
 * @param rate the one that all of it was converted at; empty if there were several or none
 * @param several whether there were several
 * @param fallback whether any of them stands in for one that should be there
 * @param whole false as soon as a day with an amount has no rate: the sum means nothing then
 */
public record RatedSum(
    BigDecimal cost,
    BigDecimal billed,
    Optional<ExchangeRate> rate,
    boolean several,
    boolean fallback,
    boolean whole) {
  public static final RatedSum NONE =
      new RatedSum(BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty(), false, false, true);

  /** With what was used on one more day. */
  public RatedSum plus(Spending.Sum sum, LocalDate day, RatedDays days) {
    Optional<ExchangeRate> its = days.of(day);
    if (its.isEmpty()) {
      boolean nothing = sum.cost().isZero() && sum.billed().isZero();
      return new RatedSum(cost, billed, rate, several, fallback, whole && nothing);
    }
    ExchangeRate at = its.get();
    boolean other = several || rate.filter(known -> !known.equals(at)).isPresent();
    return new RatedSum(
        cost.add(at.of(sum.cost())),
        billed.add(at.of(sum.billed())),
        other ? Optional.empty() : its,
        other,
        fallback || at.fallback(),
        whole);
  }

  /** Both together. */
  RatedSum plus(RatedSum other) {
    boolean more =
        several
            || other.several
            || rate.isPresent() && other.rate.isPresent() && !rate.equals(other.rate);
    return new RatedSum(
        cost.add(other.cost),
        billed.add(other.billed),
        more ? Optional.empty() : rate.or(other::rate),
        more,
        fallback || other.fallback,
        whole && other.whole);
  }

  /** Exact, as decimal text without trailing zeros. */
  static String text(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }
}
