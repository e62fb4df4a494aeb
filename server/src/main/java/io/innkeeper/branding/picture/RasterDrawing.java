package io.innkeeper.branding.picture;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A source of pixels. */
final class RasterDrawing implements Drawing {
  /** More than any file of ours needs. */
  private static final int LARGEST = 1_024;

  private static final int IN_SVG = 192;

  /** Small files come from a small copy: the filter has less to read, and no more is lost. */
  private static final int[] COPIES = {256, 512};

  private final BufferedImage picture;
  private final List<BufferedImage> copies = new ArrayList<>();

  RasterDrawing(BufferedImage decoded) {
    BufferedImage canvas = Canvas.of(decoded);
    Rectangle visible = Canvas.visible(canvas);
    BufferedImage whole =
        visible.isEmpty() || visible.equals(canvas.getRaster().getBounds())
            ? canvas
            : Canvas.cut(canvas, visible);
    this.picture = longest(whole) > LARGEST ? fit(whole, LARGEST) : whole;
    for (int side : COPIES) if (side < longest(picture)) copies.add(fit(picture, side));
  }

  @Override
  public BufferedImage within(int side) {
    for (BufferedImage copy : copies) if (longest(copy) >= 2 * side) return fit(copy, side);
    return fit(picture, side);
  }

  private static int longest(BufferedImage picture) {
    return Math.max(picture.getWidth(), picture.getHeight());
  }

  @Override
  public String svg() {
    String pixels =
        Base64.getEncoder().encodeToString(Png.of(Canvas.squared(within(IN_SVG), IN_SVG)));
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\"><image width=\"%1$d\" height=\"%1$d\" href=\"data:image/png;base64,%2$s\"/></svg>\n"
        .formatted(IN_SVG, pixels);
  }

  private static BufferedImage fit(BufferedImage picture, int side) {
    double scale = (double) side / longest(picture);
    return Scaler.to(
        picture,
        Math.max(1, (int) Math.round(picture.getWidth() * scale)),
        Math.max(1, (int) Math.round(picture.getHeight() * scale)));
  }
}
