package io.innkeeper.settings;

import io.innkeeper.fault.Fault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of memory or disk, written like {@code 512MiB} or {@code 2GB}. */
public record ByteSize(long bytes) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,15}(?:\\.\\d{1,3})?)\\s*(B|kB|KB|MB|GB|TB|KiB|MiB|GiB|TiB)?");
  private static final List<String> BINARY = List.of("B", "KiB", "MiB", "GiB", "TiB");
  private static final List<String> DECIMAL = List.of("B", "KB", "MB", "GB", "TB");

  /**
   * Reads a size; a bare number is bytes.
   *
   * @throws Fault INVALID when it isn't one
   */
  public static ByteSize parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) throw refusal(text);
    String unit = matcher.group(2) == null ? "B" : matcher.group(2);
    boolean binary = BINARY.contains(unit);
    int power = binary ? BINARY.indexOf(unit) : DECIMAL.indexOf(unit.toUpperCase(Locale.ROOT));
    try {
      BigDecimal factor = BigDecimal.valueOf(binary ? 1024 : 1000).pow(power);
      return new ByteSize(new BigDecimal(matcher.group(1)).multiply(factor).longValueExact());
    } catch (ArithmeticException e) {
      throw refusal(text);
    }
  }

  private static Fault refusal(String text) {
    return Fault.invalid("byte-size", "“" + text + "” is not a size such as 512MiB or 2GiB.");
  }

  /** The largest binary unit that divides it. */
  @Override
  public String toString() {
    long rest = bytes;
    int power = 0;
    while (rest != 0 && rest % 1024 == 0 && power < BINARY.size() - 1) {
      rest /= 1024;
      power++;
    }
    return rest + BINARY.get(power);
  }
}
