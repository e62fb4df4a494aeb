package io.innkeeper.usage;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of a table for spreadsheets (RFC 4180). */
final class Csv {
  private Csv() {}

  /** One line with its end; only texts are kept from being taken for formulas. */
  static String row(Object... cells) {
    return Stream.of(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(Object value) {
    if (!(value instanceof String text)) return value.toString();
    StringBuilder cell = new StringBuilder();
    append(text, cell);
    return cell.toString();
  }

  /** Appends one text as a cell. */
  static void append(String text, StringBuilder out) {
    if (text.isEmpty()) return;
    // A name that begins like a formula would be reckoned by whoever opens the file.
    String safe = "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    if (quoted(safe)) out.append('"').append(safe.replace("\"", "\"\"")).append('"');
    else out.append(safe);
  }

  private static boolean quoted(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') return true;
    }
    return false;
  }
}
