package io.innkeeper.cli.terminal;

/** How many columns a text takes on a terminal: none for combining marks, two for wide writing. */
public final class Width {
  // East Asian Wide and Fullwidth blocks with the emoji, first and last code point of each.
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x231A, 0x231B},
    {0x23E9, 0x23EC},
    {0x25FD, 0x25FE},
    {0x2614, 0x2615},
    {0x2648, 0x2653},
    {0x26CE, 0x26CE},
    {0x2705, 0x2705},
    {0x274C, 0x274C},
    {0x2753, 0x2757},
    {0x2795, 0x2797},
    {0x2B1B, 0x2B1C},
    {0x2B50, 0x2B55},
    {0x2E80, 0x303E},
    {0x3041, 0x33FF},
    {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},
    {0xA000, 0xA4CF},
    {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x16FE0, 0x18CFF},
    {0x1AFF0, 0x1B2FF},
    {0x1F18E, 0x1F19A},
    {0x1F200, 0x1F320},
    {0x1F32D, 0x1F64F},
    {0x1F680, 0x1F6FF},
    {0x1F7E0, 0x1F7EB},
    {0x1F90C, 0x1FAFF},
    {0x20000, 0x3FFFD}
  };

  private Width() {}

  public static int of(String text) {
    return text.codePoints().map(Width::of).sum();
  }

  /** The text with as much space behind it as makes {@code columns}. */
  public static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }

  /** At most so many columns, the cut shown. */
  public static String cut(String text, int columns) {
    if (of(text) <= columns) return text;
    StringBuilder kept = new StringBuilder();
    int used = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int character = text.codePointAt(at);
      used += of(character);
      if (used > columns - 1) break;
      kept.appendCodePoint(character);
    }
    return kept.append('…').toString();
  }

  /** What others wrote, unable to steer the terminal. */
  public static String harmless(String text) {
    if (text.chars().noneMatch(Width::steers)) return text;
    StringBuilder plain = new StringBuilder();
    text.chars().forEach(c -> plain.append(steers(c) ? '\uFFFD' : (char) c));
    return plain.toString();
  }

  // Control characters, and the marks that turn the direction of writing.
  private static boolean steers(int c) {
    return (Character.isISOControl(c) && c != '\t')
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  private static int of(int character) {
    if (character < 0x300) return 1;
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) return 0;
    for (int[] block : WIDE) {
      if (character >= block[0] && character <= block[1]) return 2;
    }
    return 1;
  }
}
