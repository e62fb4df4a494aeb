package io.innkeeper.branding.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Pictures in memory as everything here has them: 32 bits, colours multiplied by opacity. */
final class Canvas {
  /** Fainter than this is nothing: scanners and shadows leave such traces. */
  private static final int VISIBLE = 8;

  private Canvas() {}

  static BufferedImage of(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
  }

  static BufferedImage of(BufferedImage any) {
    if (any.getType() == BufferedImage.TYPE_INT_ARGB_PRE) return any;
    BufferedImage canvas = of(any.getWidth(), any.getHeight());
    Graphics2D graphics = canvas.createGraphics();
    graphics.drawImage(any, 0, 0, null);
    graphics.dispose();
    return canvas;
  }

  static Graphics2D graphics(BufferedImage canvas) {
    Graphics2D graphics = canvas.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    return graphics;
  }

  /** The smallest rectangle that holds everything visible; empty when nothing is. */
  static Rectangle visible(BufferedImage canvas) {
    int width = canvas.getWidth();
    int[] pixels = pixels(canvas);
    int left = width;
    int right = -1;
    int top = -1;
    int bottom = -1;
    for (int y = 0; y < canvas.getHeight(); y++) {
      for (int x = 0; x < width; x++) {
        if (pixels[y * width + x] >>> 24 < VISIBLE) continue;
        if (top < 0) top = y;
        bottom = y;
        left = Math.min(left, x);
        right = Math.max(right, x);
      }
    }
    return top < 0
        ? new Rectangle(0, 0, -1, -1)
        : new Rectangle(left, top, right - left + 1, bottom - top + 1);
  }

  static BufferedImage cut(BufferedImage canvas, Rectangle part) {
    BufferedImage cut = of(part.width, part.height);
    Graphics2D graphics = cut.createGraphics();
    graphics.drawImage(canvas, -part.x, -part.y, null);
    graphics.dispose();
    return cut;
  }

  /** The picture in the middle of a square, its own shape kept. */
  static BufferedImage squared(BufferedImage picture, int side) {
    BufferedImage square = of(side, side);
    lay(picture, square);
    return square;
  }

  /** The picture in the middle of a square of one colour. */
  static BufferedImage on(Colour ground, BufferedImage picture, int side) {
    BufferedImage square = of(side, side);
    Graphics2D graphics = square.createGraphics();
    graphics.setColor(new Color(ground.rgb()));
    graphics.fillRect(0, 0, side, side);
    graphics.dispose();
    lay(picture, square);
    return square;
  }

  private static void lay(BufferedImage picture, BufferedImage square) {
    Graphics2D graphics = square.createGraphics();
    graphics.drawImage(
        picture,
        (square.getWidth() - picture.getWidth()) / 2,
        (square.getHeight() - picture.getHeight()) / 2,
        null);
    graphics.dispose();
  }

  static int[] pixels(BufferedImage canvas) {
    return ((DataBufferInt) canvas.getRaster().getDataBuffer()).getData();
  }
}
