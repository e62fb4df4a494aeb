package io.innkeeper.branding.picture;

import io.innkeeper.fault.Fault;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mark of one or two characters on a shape. Letters become outlines, so it looks the same where
 * no such font is.
 *
 * @param ground the shape's colour; of no shape there is none to see
 */
public record LetterMark(String text, Typeface typeface, Shaped shape, Colour ground, Colour ink) {
  private static final int SIDE = 96;

  /** The letters' style. */
  public enum Typeface {
    SANS("Figtree-Bold.ttf"),
    GEOMETRIC("Outfit-Bold.ttf"),
    SERIF("Bitter-Bold.ttf"),
    MONO("AtkinsonHyperlegibleMono-Bold.ttf");

    private final String file;
    private @Nullable Font font;

    Typeface(String file) {
      this.file = file;
    }

    /** Read once: reading one takes a while and leaves a file of its own. */
    private synchronized Font font() {
      Font read = font == null ? LetterMark.font(file) : font;
      font = read;
      return read;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What lies behind the letters. */
  public enum Shaped {
    CIRCLE("<circle cx=\"48\" cy=\"48\" r=\"48\" fill=\"%s\"/>", 58),
    ROUNDED("<rect width=\"96\" height=\"96\" rx=\"18\" fill=\"%s\"/>", 66),
    SQUARE("<rect width=\"96\" height=\"96\" fill=\"%s\"/>", 70),
    NONE("", 96);

    private final String svg;
    private final int room;

    Shaped(String svg, int room) {
      this.svg = svg;
      this.room = room;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public LetterMark {
    int characters = text.codePointCount(0, text.length());
    if (characters < 1 || characters > 2 || text.isBlank())
      throw Fault.invalidField("text", "mark-text", "One or two characters.");
    Font font = typeface.font();
    if (font.canDisplayUpTo(text) >= 0)
      throw Fault.invalidField(
          "text", "mark-text", "“" + text + "” is not in this typeface: Latin letters and digits.");
  }

  /** One of these words; {@code kind} is the field. */
  public static <T extends Enum<T>> T choice(String kind, String word, List<T> all) {
    return all.stream()
        .filter(one -> one.name().equalsIgnoreCase(word.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                Fault.invalidField(
                    kind,
                    "mark-" + kind,
                    "One of "
                        + String.join(
                            ", ",
                            all.stream().map(one -> one.name().toLowerCase(Locale.ROOT)).toList())
                        + "."));
  }

  /** The mark as an SVG of paths. */
  String svg() {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 96 96\">%s<path fill=\"%s\" d=\"%s\"/></svg>\n"
        .formatted(shape.svg.formatted(ground), ink, outline());
  }

  private String outline() {
    FontRenderContext exact = new FontRenderContext(new AffineTransform(), true, true);
    Shape letters = typeface.font().deriveFont(64f).createGlyphVector(exact, text).getOutline();
    Rectangle2D seen = letters.getBounds2D();
    double scale = Math.min(shape.room / seen.getWidth(), shape.room * 0.75 / seen.getHeight());
    if (shape == Shaped.NONE) scale = SIDE / Math.max(seen.getWidth(), seen.getHeight());
    AffineTransform middle = AffineTransform.getTranslateInstance(SIDE / 2.0, SIDE / 2.0);
    middle.scale(scale, scale);
    middle.translate(-seen.getCenterX(), -seen.getCenterY());
    return path(letters.getPathIterator(middle));
  }

  private static String path(PathIterator outline) {
    StringBuilder path = new StringBuilder();
    double[] at = new double[6];
    for (; !outline.isDone(); outline.next()) {
      int kind = outline.currentSegment(at);
      int numbers =
          switch (kind) {
            case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 2;
            case PathIterator.SEG_QUADTO -> 4;
            case PathIterator.SEG_CUBICTO -> 6;
            default -> 0;
          };
      path.append("MLQCZ".charAt(kind));
      for (int i = 0; i < numbers; i++)
        path.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.2f", at[i]));
    }
    return path.toString();
  }

  private static Font font(String name) {
    try (InputStream file = LetterMark.class.getResourceAsStream(name)) {
      if (file == null) throw new IllegalStateException("no font " + name);
      return Font.createFont(Font.TRUETYPE_FONT, file);
    } catch (FontFormatException e) {
      throw new IllegalStateException("our own font can be read", e);
    } catch (IOException e) {
      throw new UncheckedIOException("our own font can be read", e);
    }
  }
}
