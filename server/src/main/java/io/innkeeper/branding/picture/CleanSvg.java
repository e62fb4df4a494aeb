package io.innkeeper.branding.picture;

import java.util.List;

/**
 * An SVG that was cleaned: only drawing is left.
 *
 * @param box its view box, always of some size
 * @param paint presentation attributes of its root, ready to be written
 * @param inner what stands inside its root
 * @param removed what was taken out, in words
 */
record CleanSvg(Box box, String paint, String inner, List<String> removed) {
  CleanSvg {
    removed = List.copyOf(removed);
  }

  /** A view box. */
  record Box(double x, double y, double width, double height) {
    /** The square around this, the same middle. */
    Box squared() {
      double side = Math.max(width, height);
      return new Box(x - (side - width) / 2, y - (side - height) / 2, side, side);
    }

    @Override
    public String toString() {
      return plain(x) + " " + plain(y) + " " + plain(width) + " " + plain(height);
    }

    private static String plain(double number) {
      return java.math.BigDecimal.valueOf(number)
          .setScale(4, java.math.RoundingMode.HALF_UP)
          .stripTrailingZeros()
          .toPlainString();
    }
  }

  /** The whole file. */
  String text() {
    return text(box);
  }

  /** The same picture seen through another view box. */
  String text(Box through) {
    return "<svg xmlns=\"%s\" viewBox=\"%s\"%s>%s</svg>\n"
        .formatted(SvgRules.NAMESPACE, through, paint, inner);
  }
}
