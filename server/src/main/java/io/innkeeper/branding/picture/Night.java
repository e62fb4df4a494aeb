package io.innkeeper.branding.picture;

import java.awt.image.BufferedImage;

/** A mark as the dark theme can show it: what is too dark becomes as light, in its own hue. */
final class Night {
  private static final double READABLE = 2.0;

  private Night() {}

  /** The same picture when it is readable in the dark as it is. */
  static BufferedImage of(BufferedImage picture) {
    return dark(picture) ? lightened(picture) : picture;
  }

  /**
   * Whether most of what can be seen would sink into the dark; a picture with its own ground
   * doesn't.
   */
  static boolean dark(BufferedImage picture) {
    long seen = 0;
    long sunk = 0;
    for (int pixel : Canvas.pixels(picture)) {
      if (pixel >>> 24 < 128) continue;
      seen++;
      if (new Colour(plain(pixel)).contrast(Colour.NIGHT) < READABLE) sunk++;
    }
    boolean ground = seen > 0.97 * picture.getWidth() * picture.getHeight();
    return !ground && seen > 0 && sunk * 2 > seen;
  }

  private static BufferedImage lightened(BufferedImage picture) {
    BufferedImage light = Canvas.of(picture.getWidth(), picture.getHeight());
    int[] from = Canvas.pixels(picture);
    int[] to = Canvas.pixels(light);
    for (int i = 0; i < from.length; i++) {
      int alpha = from[i] >>> 24;
      if (alpha == 0) continue;
      int rgb = plain(from[i]);
      int most = Math.max(rgb >> 16 & 0xff, Math.max(rgb >> 8 & 0xff, rgb & 0xff));
      int least = Math.min(rgb >> 16 & 0xff, Math.min(rgb >> 8 & 0xff, rgb & 0xff));
      // Turning lightness round keeps the hue: every channel moves by as much.
      int shift = most + least < 255 ? 255 - most - least : 0;
      to[i] =
          alpha << 24
              | part(rgb >> 16 & 0xff, shift, alpha) << 16
              | part(rgb >> 8 & 0xff, shift, alpha) << 8
              | part(rgb & 0xff, shift, alpha);
    }
    return light;
  }

  private static int part(int channel, int shift, int alpha) {
    return (Math.min(255, channel + shift) * alpha + 127) / 255;
  }

  private static int plain(int pixel) {
    int alpha = Math.max(1, pixel >>> 24);
    return Math.min(255, (pixel >> 16 & 0xff) * 255 / alpha) << 16
        | Math.min(255, (pixel >> 8 & 0xff) * 255 / alpha) << 8
        | Math.min(255, (pixel & 0xff) * 255 / alpha);
  }
}
