package io.innkeeper.statement.paper;

import java.util.List;

/**
 * How a text looks.
 *
 * @param size in points
 * @param leading from line to line, in points
 */
record Style(Typeface face, float size, float leading, Ink ink) {
  /** Of the height of capitals, which lines of text are centred by. */
  private static final float CAPITALS = 0.7f;

  Style in(Ink other) {
    return new Style(face, size, leading, other);
  }

  float width(String text) {
    return face.width(face.drawable(text), size);
  }

  List<String> lines(String text, float width, int most) {
    return face.lines(text, size, width, most);
  }

  /** How far below a line's top the letters stand. */
  float baseline() {
    return (leading + size * CAPITALS) / 2;
  }
}
