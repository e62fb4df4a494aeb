package io.innkeeper.branding.picture;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Makes pictures smaller or larger with a Catmull-Rom filter as wide as the step down: sharp at 16
 * pixels, and without dark fringes, because it works on colours multiplied by their opacity.
 */
final class Scaler {
  private static final float[] NONE = {};

  private Scaler() {}

  /** The picture at exactly this size; it must be of premultiplied 32-bit pixels, as is ours. */
  static BufferedImage to(BufferedImage picture, int width, int height) {
    if (picture.getWidth() == width && picture.getHeight() == height) return picture;
    int[] source = Canvas.pixels(picture);
    Taps across = Taps.of(picture.getWidth(), width);
    Taps down = Taps.of(picture.getHeight(), height);
    BufferedImage scaled = Canvas.of(width, height);
    int[] pixels = Canvas.pixels(scaled);
    // Only the rows under the filter are unpacked: a large picture is never whole in floats.
    float[][] rows = new float[picture.getHeight()][];
    float[] sum = new float[4 * width];
    int made = 0;
    for (int y = 0; y < height; y++) {
      float[] weights = down.weights[y];
      int first = down.first[y];
      for (; made < first + weights.length; made++)
        rows[made] = across(source, made * picture.getWidth(), across);
      Arrays.fill(sum, 0);
      for (int i = 0; i < weights.length; i++) add(sum, weights[i], rows[first + i]);
      pack(sum, pixels, y * width);
      int next = y + 1 < height ? down.first[y + 1] : first;
      for (int i = first; i < next; i++) rows[i] = NONE;
    }
    return scaled;
  }

  /** Which pixels each new one is made of, and in which shares. */
  private record Taps(int[] first, float[][] weights) {
    static Taps of(int from, int wanted) {
      Taps taps = new Taps(new int[wanted], new float[wanted][]);
      double step = (double) from / wanted;
      double reach = Math.max(1, step);
      for (int x = 0; x < wanted; x++) {
        double centre = (x + 0.5) * step;
        int first = Math.max(0, (int) Math.floor(centre - 2 * reach));
        int last = Math.min(from - 1, (int) Math.ceil(centre + 2 * reach));
        taps.first[x] = first;
        taps.weights[x] = shares(centre, reach, first, last);
      }
      return taps;
    }
  }

  private static float[] shares(double centre, double reach, int first, int last) {
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

  /** One row of pixels at its new width: opacity, red, green, blue. */
  private static float[] across(int[] source, int row, Taps taps) {
    float[] to = new float[4 * taps.first.length];
    for (int x = 0; x < taps.first.length; x++) {
      float[] weights = taps.weights[x];
      int from = row + taps.first[x];
      float alpha = 0;
      float red = 0;
      float green = 0;
      float blue = 0;
      for (int i = 0; i < weights.length; i++) {
        int pixel = source[from + i];
        float weight = weights[i];
        alpha += weight * (pixel >>> 24);
        red += weight * (pixel >> 16 & 0xff);
        green += weight * (pixel >> 8 & 0xff);
        blue += weight * (pixel & 0xff);
      }
      to[4 * x] = alpha;
      to[4 * x + 1] = red;
      to[4 * x + 2] = green;
      to[4 * x + 3] = blue;
    }
    return to;
  }

  private static void add(float[] sum, float weight, float[] row) {
    for (int i = 0; i < sum.length; i++) sum[i] += weight * row[i];
  }

  /** The filter may overshoot: no channel leaves 0 to 255, no colour is above its opacity. */
  private static void pack(float[] sum, int[] pixels, int row) {
    for (int x = 0; x < sum.length / 4; x++) {
      int alpha = Math.clamp(Math.round(sum[4 * x]), 0, 255);
      pixels[row + x] =
          alpha << 24
              | Math.clamp(Math.round(sum[4 * x + 1]), 0, alpha) << 16
              | Math.clamp(Math.round(sum[4 * x + 2]), 0, alpha) << 8
              | Math.clamp(Math.round(sum[4 * x + 3]), 0, alpha);
    }
  }
}
