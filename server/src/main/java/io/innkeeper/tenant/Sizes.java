package io.innkeeper.tenant;

import io.innkeeper.fault.Fault;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Memory as people write it: {@code 1.5GiB}, {@code 512MiB}. */
public final class Sizes {
  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{1,6}(?:[.,]\\d{1,3})?)\\s*(Ki|Mi|Gi|Ti)?B?");

  private Sizes() {}

  /**
   * Reads a size in bytes; a bare number is bytes.
   *
   * @throws Fault INVALID naming the field
   */
  public static long parse(String field, String text) {
    Matcher matcher = WRITTEN.matcher(text.strip());
    if (!matcher.matches()) {
      if (text.strip().matches("\\d{1,15}")) return Long.parseLong(text.strip());
      throw Fault.invalidField(
          field, "size", "“" + text + "” is not a size. Write it like 1.5GiB or 768MiB.");
    }
    BigDecimal number = new BigDecimal(matcher.group(1).replace(',', '.'));
    String unit = matcher.group(2) == null ? "" : matcher.group(2);
    long factor =
        switch (unit) {
          case "Ki" -> 1L << 10;
          case "Mi" -> 1L << 20;
          case "Gi" -> 1L << 30;
          case "Ti" -> 1L << 40;
          default -> 1L;
        };
    return number.multiply(BigDecimal.valueOf(factor)).longValue();
  }

  /** For example {@code 1.5 GiB}; at most two places. */
  public static String gibibytes(long bytes) {
    BigDecimal gib =
        BigDecimal.valueOf(bytes)
            .divide(BigDecimal.valueOf(1L << 30), 2, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return gib.toPlainString() + " GiB";
  }

  static String decimal(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
