package io.innkeeper.audit;

/**
 * Foreign text made harmless for one line: nothing in it can start a line or turn its direction.
 */
final class PlainText {
  private static final int LONGEST = 2_000;

  private PlainText() {}

  /** Control, bidirectional and broken characters become escapes; very long text is cut. */
  static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .limit(LONGEST)
        .forEach(
            point -> {
              if (harmless(point)) plain.appendCodePoint(point);
              else plain.append(String.format("\\u%04x", point));
            });
    return text.codePointCount(0, text.length()) > LONGEST ? plain + "…" : plain.toString();
  }

  private static boolean harmless(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.FORMAT -> !turnsDirection(point);
      default -> true;
    };
  }

  // Other format characters stay: emoji and some scripts need joiners.
  private static boolean turnsDirection(int point) {
    return point == 0x200e
        || point == 0x200f
        || point == 0x061c
        || (point >= 0x202a && point <= 0x202e)
        || (point >= 0x2066 && point <= 0x2069)
        || point == 0xfeff;
  }
}
