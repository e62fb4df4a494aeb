package io.innkeeper.statement.paper;

/** The measures of a page in points, and its letters. */
record Frame(Typeface regular, Typeface bold, Typeface mono) {
  static final float WIDTH = 595;
  static final float HEIGHT = 842;
  static final float LEFT = 51;
  static final float RIGHT = WIDTH - 51;
  static final float TOP = HEIGHT - 51;
  static final float BOTTOM = 62;
  static final float FOOT = 44;
  static final float ACROSS = RIGHT - LEFT;

  static Frame load() {
    return new Frame(Typeface.regular(), Typeface.bold(), Typeface.mono());
  }

  Style text() {
    return new Style(regular, 9.5f, 14, Ink.TEXT);
  }

  Style quiet() {
    return text().in(Ink.QUIET);
  }

  Style strong() {
    return new Style(bold, 9.5f, 14, Ink.TEXT);
  }

  Style title() {
    return new Style(bold, 13.5f, 18, Ink.TEXT);
  }

  Style total() {
    return new Style(bold, 12, 18, Ink.TEXT);
  }

  Style code() {
    return new Style(mono, 8.4f, 14, Ink.TEXT);
  }

  Style heading() {
    return new Style(regular, 8.5f, 12, Ink.QUIET);
  }

  Style note() {
    return new Style(regular, 8.5f, 12.5f, Ink.QUIET);
  }

  Style badge() {
    return new Style(bold, 8, 14, Ink.WARN);
  }
}
