package io.innkeeper.console.view;

import java.util.List;
import java.util.Locale;

/**
 * A live value in words, with its last hour as a line.
 *
 * @param value “0.71 GiB”
 * @param of “of 3.00”
 * @param trace the line's points in a box of 236 by 44
 * @param limit the height of the limit's line, or empty when it is outside
 */
public record Gauge(String name, String value, String of, String trace, String limit) {
  private static final int WIDTH = 236;
  private static final int HEIGHT = 44;

  /**
   * A gauge whose top is {@code top}; {@code limit} is drawn when it is positive and not above it.
   */
  public static Gauge of(
      String name, String value, String of, List<Double> points, double top, double limit) {
    return new Gauge(
        name, value, of, trace(points, top), limit > 0 && limit <= top ? y(limit, top) : "");
  }

  /** The area below the line. */
  public String area() {
    return trace.isEmpty() ? "" : "0," + HEIGHT + " " + trace + " " + lastX() + "," + HEIGHT;
  }

  private String lastX() {
    String last = trace.substring(trace.lastIndexOf(' ') + 1);
    return last.substring(0, last.indexOf(','));
  }

  private static String trace(List<Double> points, double top) {
    if (points.size() < 2) return "";
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      if (i > 0) all.append(' ');
      double x = WIDTH * (double) i / (points.size() - 1);
      all.append(shortest(x)).append(',').append(y(points.get(i), top));
    }
    return all.toString();
  }

  private static String y(double value, double top) {
    double share = top <= 0 ? 0 : Math.clamp(value / top, 0, 1);
    return shortest(HEIGHT - 2 - share * (HEIGHT - 4));
  }

  private static String shortest(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
