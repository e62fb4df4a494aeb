package io.innkeeper.infrastructure.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in a cell, so that no program takes it for a formula or stumbles over what it can't show,
 * and so that it can be read back to the last character. What spreadsheets can't hold stands as
 * {@code _x0007_}, in the way that their own format defines; in CSV a text that begins like a
 * formula gets an apostrophe.
 */
public final class CellText {
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private CellText() {}

  /** For a cell of a workbook, whose type says already that it is a text. */
  public static String sheet(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean likeEscape = c == '_' && ESCAPED.matcher(text).region(i, text.length()).lookingAt();
      if (likeEscape || unfit(text, i)) out.append("_x%04X_".formatted((int) c));
      else out.append(c);
    }
    return out.toString();
  }

  /** For a line of CSV, without its quotes. */
  public static String csv(String text) {
    String safe = sheet(text);
    return !safe.isEmpty() && "=+-@'".indexOf(safe.charAt(0)) >= 0 ? "'" + safe : safe;
  }

  /** The text of a workbook's cell. */
  public static String ofSheet(String cell) {
    Matcher escapes = ESCAPED.matcher(cell);
    return escapes.replaceAll(
        found ->
            Matcher.quoteReplacement(
                Character.toString((char) Integer.parseInt(found.group(1), 16))));
  }

  /** The text of a cell of CSV. */
  public static String ofCsv(String cell) {
    return ofSheet(cell.startsWith("'") ? cell.substring(1) : cell);
  }

  private static boolean unfit(String text, int i) {
    char c = text.charAt(i);
    if (c < 0x20 || c >= 0x7f && c < 0xa0 || c >= 0xfffe) return true;
    if (Character.isHighSurrogate(c))
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
