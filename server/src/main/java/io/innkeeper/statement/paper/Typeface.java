package io.innkeeper.statement.paper;

import static org.openpdf.text.pdf.BaseFont.EMBEDDED;
import static org.openpdf.text.pdf.BaseFont.IDENTITY_H;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openpdf.text.pdf.BaseFont;

/** A font of one weight, read anew for each document: the library's are not for two at once. */
record Typeface(BaseFont font) {
  private static final String UNKNOWN = "?";
  private static final String BREAKS_AFTER = "/-_.:@";

  static Typeface regular() {
    return load("Figtree-Regular.ttf");
  }

  static Typeface bold() {
    return load("Figtree-SemiBold.ttf");
  }

  static Typeface mono() {
    return load("AtkinsonHyperlegibleMono-Regular.ttf");
  }

  private static Typeface load(String file) {
    try (InputStream in = Objects.requireNonNull(Typeface.class.getResourceAsStream(file))) {
      BaseFont font =
          BaseFont.createFont(file, IDENTITY_H, EMBEDDED, false, in.readAllBytes(), null);
      font.setSubset(true);
      font.setSecureRandom(new Unsurprising());
      return new Typeface(font);
    } catch (IOException e) {
      throw new UncheckedIOException("the font " + file + " could not be read", e);
    }
  }

  float width(String text, float size) {
    return font.getWidthPointKerned(text, size);
  }

  /**
   * The text with what this font can draw: composed letters, plain spaces, and a question mark for
   * each letter of a script that it hasn't.
   */
  String drawable(String text) {
    StringBuilder drawn = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(letter -> drawn.append(drawable(letter)));
    return drawn.toString();
  }

  private String drawable(int letter) {
    if (Character.isBmpCodePoint(letter) && font.charExists(letter))
      return Character.toString(letter);
    if (Character.isWhitespace(letter)) return " ";
    if (Character.isSpaceChar(letter)) return String.valueOf(Figures.SPACE);
    return switch (Character.getType(letter)) {
      case Character.CONTROL, Character.FORMAT, Character.NON_SPACING_MARK -> "";
      default -> UNKNOWN;
    };
  }

  /**
   * The text in lines no wider than that; a word too long for one is broken, after a slash or a
   * hyphen if there is one.
   *
   * @param most how many lines there may be; what is beyond them is cut and ends in “…”
   */
  List<String> lines(String text, float size, float width, int most) {
    List<String> lines = new ArrayList<>();
    String rest = drawable(text).strip().replaceAll(" {2,}", " ");
    while (!rest.isEmpty()) {
      int end = fitting(rest, size, width);
      if (lines.size() == most - 1 && end < rest.length()) {
        lines.add(cut(rest, size, width));
        break;
      }
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    return lines.isEmpty() ? List.of("") : lines;
  }

  /** How many letters of the text go on one line, at least one. */
  private int fitting(String text, float size, float width) {
    int space = 0;
    int joint = 0;
    float taken = 0;
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (letter == ' ') space = at;
      taken += font.getWidthPoint(letter, size);
      if (taken > width && letter != ' ')
        return space > 0 ? space : joint > 0 ? joint : Math.max(1, at);
      if (BREAKS_AFTER.indexOf(letter) >= 0) joint = at + 1;
    }
    return text.length();
  }

  private String cut(String text, float size, float width) {
    int end = fitting(text, size, width);
    while (end > 0 && width(text.substring(0, end) + "…", size) > width) end--;
    return text.substring(0, end).stripTrailing() + "…";
  }

  /**
   * Names the part of a font that a document holds. The library draws six letters for it, which
   * only have to differ between fonts of a document, and those differ by their names already.
   */
  private static final class Unsurprising extends SecureRandom {
    private static final long serialVersionUID = 1;

    @Override
    public double nextDouble() {
      return 0;
    }
  }
}
