package io.innkeeper.console;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Lines of a table for spreadsheets (RFC 4180). */
final class Csv {
  private Csv() {}

  static String row(Object... cells) {
    return Arrays.stream(cells)
        .map(value -> cell(value.toString()))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  /** Text that a spreadsheet would take for a formula is kept text. */
  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
