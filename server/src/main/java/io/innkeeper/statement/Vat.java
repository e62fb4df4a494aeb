package io.innkeeper.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The value added tax on a statement.
 *
 * @param percent for example 23; zero with a note if none is charged
 * @param note why none is charged, for example “reverse charge”; empty otherwise
 */
public record Vat(BigDecimal percent, String note) {
  /** The tax on an amount, two decimals, half up. */
  public BigDecimal on(BigDecimal net) {
    return net.multiply(percent).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
  }
}
