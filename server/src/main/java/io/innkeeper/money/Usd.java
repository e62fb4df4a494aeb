package io.innkeeper.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact amount in US dollars.
 *
 * @param pico units of 10⁻¹² USD, negative for what is given back; a long reaches 9.2 million USD
 */
public record Usd(long pico) implements Comparable<Usd> {
  public static final Usd ZERO = new Usd(0);

  /** Decimals the store keeps. */
  public static final int DECIMALS = 12;

  /** No amount is written with more places before or behind its point. */
  private static final int POWER = 40;

  /**
   * The amount a decimal stands for; what lies below 10⁻¹² is rounded half up.
   *
   * @throws ArithmeticException beyond 9.2 million USD
   */
  public static Usd of(BigDecimal amount) {
    return new Usd(
        sensible(amount).setScale(DECIMALS, RoundingMode.HALF_UP).unscaledValue().longValueExact());
  }

  /**
   * The same number, if one can reckon with it: a power of ten beyond all sense takes minutes to
   * write out.
   *
   * @throws ArithmeticException otherwise
   */
  public static BigDecimal sensible(BigDecimal number) {
    if (number.signum() == 0) return BigDecimal.ZERO;
    if (Math.abs((long) number.precision() - number.scale()) > POWER) {
      throw new ArithmeticException("a number with so large an exponent");
    }
    return number;
  }

  /**
   * The amount a decimal text stands for; exponents are allowed, as in {@code 4.5e-7}.
   *
   * @throws NumberFormatException if it is no number
   * @throws ArithmeticException beyond 9.2 million USD
   */
  public static Usd parse(String text) {
    return of(new BigDecimal(text));
  }

  public Usd plus(Usd other) {
    return new Usd(Math.addExact(pico, other.pico));
  }

  public Usd minus(Usd other) {
    return new Usd(Math.subtractExact(pico, other.pico));
  }

  public Usd negated() {
    return new Usd(Math.negateExact(pico));
  }

  /** This amount times a factor such as a markup, rounded half up to 10⁻¹² once. */
  public Usd times(BigDecimal factor) {
    return of(decimal().multiply(factor));
  }

  public boolean isNegative() {
    return pico < 0;
  }

  public boolean isZero() {
    return pico == 0;
  }

  /** The same amount with 12 decimals. */
  public BigDecimal decimal() {
    return BigDecimal.valueOf(pico, DECIMALS);
  }

  @Override
  public int compareTo(Usd other) {
    return Long.compare(pico, other.pico);
  }

  /** All decimals that are not trailing zeros, never an exponent: {@code 0.0196122}. */
  @Override
  public String toString() {
    return pico == 0 ? "0" : decimal().stripTrailingZeros().toPlainString();
  }
}
