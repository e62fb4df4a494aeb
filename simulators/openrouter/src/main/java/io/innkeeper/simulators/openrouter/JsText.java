package io.innkeeper.simulators.openrouter;

import java.math.BigDecimal;

/** JSON values as a JavaScript program writes them. */
final class JsText {
  private static final BigDecimal SMALLEST_PLAIN = new BigDecimal("1e-6");

  private JsText() {}

  /** A number; below 10⁻⁶ with an exponent, as in {@code 8.1e-7}. */
  static String number(BigDecimal value) {
    if (value.signum() == 0) return "0";
    BigDecimal brief = value.stripTrailingZeros();
    if (brief.abs().compareTo(SMALLEST_PLAIN) >= 0) return brief.toPlainString();
    String digits = brief.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - brief.scale();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return (value.signum() < 0 ? "-" : "") + mantissa + "e" + exponent;
  }

  /** A text in quotes. */
  static String text(String value) {
    StringBuilder to = new StringBuilder(value.length() + 16);
    text(to, value);
    return to.toString();
  }

  static void text(StringBuilder to, String value) {
    to.append('"');
    for (int at = 0; at < value.length(); at++) {
      char one = value.charAt(at);
      switch (one) {
        case '"' -> to.append("\\\"");
        case '\\' -> to.append("\\\\");
        case '\n' -> to.append("\\n");
        case '\r' -> to.append("\\r");
        case '\t' -> to.append("\\t");
        default -> {
          if (one < ' ') to.append("\\u%04x".formatted((int) one));
          else to.append(one);
        }
      }
    }
    to.append('"');
  }
}
