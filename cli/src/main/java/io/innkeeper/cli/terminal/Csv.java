package io.innkeeper.cli.terminal;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Rows for a spreadsheet; no cell that somebody else wrote becomes a formula there. */
public final class Csv {
  private Csv() {}

  /** One row with its end, as RFC 4180 has it. */
  public static String row(Object... cells) {
    return Arrays.stream(cells)
        .map(cell -> quoted(harmless(cell.toString())))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String harmless(String text) {
    boolean number = text.matches("-?\\d+(\\.\\d+)?");
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return formula && !number ? "'" + text : text;
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
