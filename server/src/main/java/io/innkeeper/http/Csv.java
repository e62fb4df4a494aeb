package io.innkeeper.http;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of a table for spreadsheets (RFC 4180). Text that one would take for a formula is kept
 * text.
 */
public final class Csv {
  private static final String FORMULA = "=+-@\t\r\n";

  private Csv() {}

  /** One line with its end; numbers stand plainly, and only what needs quotes has them. */
  public static String row(Object... cells) {
    return row(List.of(cells));
  }

  public static String row(Collection<?> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** One line with its end, every cell in quotes. A number below zero begins with its sign. */
  public static String quoted(Object... cells) {
    return List.of(cells).stream()
        .map(value -> quotes(value instanceof CharSequence ? kept(value.toString()) : plain(value)))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(Object value) {
    if (!(value instanceof String text)) return plain(value);
    StringBuilder cell = new StringBuilder();
    append(text, cell);
    return cell.toString();
  }

  private static String plain(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  /** Appends one text as a cell. */
  public static void append(String text, StringBuilder out) {
    String kept = kept(text);
    out.append(needsQuotes(kept) ? quotes(kept) : kept);
  }

  /** Whoever opens the file would reckon a name that begins like a formula. */
  private static String kept(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String quotes(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private static boolean needsQuotes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') return true;
    }
    return false;
  }
}
