package io.innkeeper.statement.paper;

/** The colours of a paper: those of the console by day. */
enum Ink {
  TEXT(0x131f19),
  QUIET(0x5d6660),
  LINE(0xe0e5e1),
  STRONG_LINE(0xc8cec9),
  BAD(0xac1a1c),
  WARN(0x845011),
  WARN_TINT(0xfff4dd),
  PAPER(0xffffff);

  private final int rgb;

  Ink(int rgb) {
    this.rgb = rgb;
  }

  int red() {
    return rgb >> 16;
  }

  int green() {
    return rgb >> 8 & 0xff;
  }

  int blue() {
    return rgb & 0xff;
  }
}
