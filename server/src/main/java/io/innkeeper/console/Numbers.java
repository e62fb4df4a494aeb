package io.innkeeper.console;

import io.innkeeper.money.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as the console writes them: groups, one sign, as many decimals as the place asks for. */
final class Numbers {
  private static final String MINUS = "−";
  private static final long MANY = 1_000_000;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Numbers() {}

  /** “1,784.68”: two decimals, for figures. */
  static String cents(Usd amount) {
    return money(amount, 2);
  }

  /** “4.202263”: six decimals, for columns. */
  static String micros(Usd amount) {
    return money(amount, 6);
  }

  /** “0.0196122”: to the last place, never fewer than two decimals. */
  static String exact(Usd amount) {
    int scale = Math.max(2, amount.decimal().stripTrailingZeros().scale());
    return money(amount, scale);
  }

  private static String money(Usd amount, int decimals) {
    BigDecimal rounded = amount.decimal().setScale(decimals, RoundingMode.HALF_UP);
    return signed(
        rounded.signum(), String.format(Locale.ROOT, "%,." + decimals + "f", rounded.abs()));
  }

  private static String signed(int sign, String digits) {
    return sign < 0 ? MINUS + digits : digits;
  }

  /** “75,221,343”. */
  static String count(long number) {
    return signed(Long.signum(number), String.format(Locale.ROOT, "%,d", Math.abs(number)));
  }

  /** “75.2 M” from a million on, below it in full. */
  static String brief(long number) {
    return number < MANY ? count(number) : String.format(Locale.ROOT, "%,.1f M", number / 1e6);
  }

  /** “1 call”, “337 calls”. */
  static String of(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  /** “+6.4%”, or nothing where there is nothing to compare with. */
  static String change(Usd now, Usd before) {
    if (before.isZero() || before.isNegative()) return "";
    BigDecimal change =
        now.minus(before)
            .decimal()
            .multiply(HUNDRED)
            .divide(before.decimal(), 1, RoundingMode.HALF_UP);
    return (change.signum() < 0 ? MINUS : "+") + change.abs().toPlainString() + "%";
  }

  /** Whole per cent of a limit, rounded down, so that 100 means used up. */
  static int percent(Usd part, Usd whole) {
    if (whole.pico() <= 0) return 100;
    BigDecimal share =
        part.decimal().multiply(HUNDRED).divide(whole.decimal(), 0, RoundingMode.FLOOR);
    return share.max(BigDecimal.ZERO).min(BigDecimal.valueOf(999)).intValue();
  }

  /** “0.24 ms”, “613 ms”, “9.841 s”, from microseconds. */
  static String duration(long micros) {
    if (micros < 10_000) return String.format(Locale.ROOT, "%.2f ms", micros / 1e3);
    if (micros < 1_000_000) return Math.round(micros / 1e3) + " ms";
    return String.format(Locale.ROOT, "%.3f s", micros / 1e6);
  }

  /** “31.4 kB”. */
  static String bytes(long bytes) {
    if (bytes < 1_000) return bytes + " B";
    if (bytes < MANY) return String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
    if (bytes < 1_000_000_000) return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    return String.format(Locale.ROOT, "%,.1f GB", bytes / 1e9);
  }
}
