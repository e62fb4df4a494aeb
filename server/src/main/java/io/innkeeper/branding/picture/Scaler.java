package io.innkeeper.branding.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * Makes pictures smaller or larger with a Catmull-Rom filter as wide as the step down: sharp at 16
 * pixels, and without dark fringes, because it works on colours multiplied by their opacity.
 */
final class Scaler {
  private static final int CHANNELS = 4;

  private Scaler() {}

  /** The picture at exactly this size; it must be of premultiplied 32-bit pixels, as is ours. */
  static BufferedImage to(BufferedImage picture, int width, int height) {
    if (picture.getWidth() == width && picture.getHeight() == height) return picture;
    float[] source = channels(picture);
    float[] wide = across(source, picture.getWidth(), picture.getHeight(), width);
    float[] turned = turned(wide, width, picture.getHeight());
    float[] small = turned(across(turned, picture.getHeight(), width, height), height, width);
    return picture(small, width, height);
  }

  private static float[] across(float[] from, int width, int rows, int wanted) {
    float[] to = new float[wanted * rows * CHANNELS];
    double step = (double) width / wanted;
    double reach = Math.max(1, step);
    for (int x = 0; x < wanted; x++) {
      double centre = (x + 0.5) * step;
      int first = Math.max(0, (int) Math.floor(centre - 2 * reach));
      int last = Math.min(width - 1, (int) Math.ceil(centre + 2 * reach));
      float[] weights = weights(centre, reach, first, last);
      for (int y = 0; y < rows; y++) {
        int target = (y * wanted + x) * CHANNELS;
        for (int i = first; i <= last; i++) {
          float weight = weights[i - first];
          int at = (y * width + i) * CHANNELS;
          for (int c = 0; c < CHANNELS; c++) to[target + c] += weight * from[at + c];
        }
      }
    }
    return to;
  }

  private static float[] weights(double centre, double reach, int first, int last) {
    float[] weights = new float[last - first + 1];
    double sum = 0;
    for (int i = first; i <= last; i++) {
      double weight = catmullRom((i + 0.5 - centre) / reach);
      weights[i - first] = (float) weight;
      sum += weight;
    }
    for (int i = 0; i < weights.length; i++) weights[i] /= (float) sum;
    return weights;
  }

  private static double catmullRom(double distance) {
    double x = Math.abs(distance);
    if (x < 1) return 1.5 * x * x * x - 2.5 * x * x + 1;
    if (x < 2) return -0.5 * x * x * x + 2.5 * x * x - 4 * x + 2;
    return 0;
  }

  private static float[] turned(float[] from, int width, int height) {
    float[] to = new float[from.length];
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++)
        System.arraycopy(
            from, (y * width + x) * CHANNELS, to, (x * height + y) * CHANNELS, CHANNELS);
    return to;
  }

  private static float[] channels(BufferedImage picture) {
    int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    float[] channels = new float[pixels.length * CHANNELS];
    for (int i = 0; i < pixels.length; i++)
      for (int c = 0; c < CHANNELS; c++)
        channels[i * CHANNELS + c] = pixels[i] >>> 24 - 8 * c & 0xff;
    return channels;
  }

  /** The filter may overshoot: no channel leaves 0 to 255, no colour is above its opacity. */
  private static BufferedImage picture(float[] channels, int width, int height) {
    BufferedImage picture = Canvas.of(width, height);
    int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < pixels.length; i++) {
      int alpha = Math.clamp(Math.round(channels[i * CHANNELS]), 0, 255);
      int pixel = alpha << 24;
      for (int c = 1; c < CHANNELS; c++)
        pixel |= Math.clamp(Math.round(channels[i * CHANNELS + c]), 0, alpha) << 24 - 8 * c;
      pixels[i] = pixel;
    }
    return picture;
  }
}
