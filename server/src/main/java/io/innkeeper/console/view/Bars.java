package io.innkeeper.console.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Days as bars, drawn by attributes alone: widths in per cent, heights in pixels.
 *
 * @param name what it shows, in words
 */
public record Bars(String name, List<Bar> bars, List<Line> lines) {
  private static final double WIDE = 93;
  private static final double FILLED = 0.7;
  private static final int TOP = 6;
  private static final int BASE = 150;

  /**
   * One day to be drawn.
   *
   * @param label below the bar, or empty
   */
  public record Day(String title, String label, double value, String href, boolean today) {}

  /** One day drawn. */
  public record Bar(
      String x,
      String width,
      String y,
      String height,
      String middle,
      String title,
      String label,
      String href,
      boolean today) {}

  /** A line across, with its amount at the right. */
  public record Line(String y, String label, String labelY) {}

  public Bars {
    bars = List.copyOf(bars);
    lines = List.copyOf(lines);
  }

  /** Drawn to the highest of them. */
  public static Bars of(String name, List<Day> days) {
    double most = days.stream().mapToDouble(Day::value).max().orElse(0);
    double slot = days.isEmpty() ? WIDE : WIDE / days.size();
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      Day day = days.get(i);
      double height = most <= 0 ? 0 : (BASE - TOP) * day.value() / most;
      // What cost something at all can be seen.
      if (day.value() > 0) height = Math.max(height, 2);
      bars.add(
          new Bar(
              number(slot * i + slot * (1 - FILLED) / 2),
              number(slot * FILLED),
              number(BASE - height),
              number(height),
              number(slot * (i + 0.5)),
              day.title(),
              day.label(),
              day.href(),
              day.today()));
    }
    return new Bars(name, bars, most <= 0 ? List.of() : lines(most));
  }

  private static List<Line> lines(double most) {
    double step = step(most);
    List<Line> lines = new ArrayList<>();
    for (double at = step; at <= most && lines.size() < 3; at += step) {
      double y = BASE - (BASE - TOP) * at / most;
      lines.add(new Line(number(y), label(at, step), number(y - 4)));
    }
    return lines;
  }

  /** 1, 2 or 5 times a power of ten, so that two or three lines fit. */
  private static double step(double most) {
    double power = Math.pow(10, Math.floor(Math.log10(most)));
    for (double times : new double[] {5, 2, 1, 0.5}) {
      if (power * times * 2 <= most) return power * times;
    }
    return power * 0.2;
  }

  private static String label(double value, double step) {
    int decimals = step >= 1 ? 0 : (int) Math.min(6, Math.ceil(-Math.log10(step)));
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
