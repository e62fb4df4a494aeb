package io.innkeeper.tenant;

import io.innkeeper.fault.Fault;
import java.math.BigDecimal;

/** How much of the processors a tenant may use, in cores. */
public record Cores(BigDecimal number) {
  private static final BigDecimal LEAST = new BigDecimal("0.1");
  private static final BigDecimal MOST = new BigDecimal("64");
  private static final int DECIMALS = 3;

  public Cores {
    if (number.compareTo(LEAST) < 0 || number.compareTo(MOST) > 0 || number.scale() > DECIMALS)
      throw Fault.invalidField(
          "cores", "cores", "Cores must be between 0.1 and 64, with at most three decimals.");
  }

  /**
   * Reads a number such as {@code 1.5}.
   *
   * @throws Fault INVALID when it is none, or too small or large
   */
  public static Cores parse(String text) {
    if (!text.matches("\\d{1,3}(\\.\\d{1,9})?"))
      throw Fault.invalidField(
          "cores", "cores", "“" + text + "” is not a number of cores such as 1 or 0.5.");
    return new Cores(new BigDecimal(text));
  }

  @Override
  public String toString() {
    return number.toPlainString();
  }
}
