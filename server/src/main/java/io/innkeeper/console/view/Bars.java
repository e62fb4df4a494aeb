package io.innkeeper.console.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Days as bars, drawn by attributes alone: widths in per cent, heights in pixels.
 *
 * @param name what it shows, in words
 * @param note what stands beside today's bar
 */
public record Bars(String name, List<Bar> bars, List<Line> lines, Optional<Note> note) {
  private static final double WIDE = 93;
  private static final double FILLED = 0.7;
  private static final int TOP = 6;
  private static final int BASE = 150;

  /**
   * One day to be drawn.
   *
   * @param label below the bar, or empty
   * @param href where the day leads, or empty
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
      boolean today) {
    /** Whether it opens over the page. */
    public boolean drawer() {
      return href.contains("/how?");
    }

    /** Whether a narrow screen has room for its label too. */
    public boolean wideOnly() {
      return label.matches("\\d+") && !label.equals("1") && Integer.parseInt(label) % 5 != 0;
    }
  }

  /** A value beside a bar, with what it is below it; at the bar's left where the right is full. */
  public record Note(String x, String anchor, String y, String value, String below) {}

  /** A line across, with its amount at the right. */
  public record Line(String y, String label, String labelY) {}

  public Bars {
    bars = List.copyOf(bars);
    lines = List.copyOf(lines);
  }

  /** Drawn to the highest of them. */
  public static Bars of(String name, List<Day> days) {
    return of(name, days, Bars::decimal);
  }

  /**
   * The same with amounts written in a certain way.
   *
   * @param written a value with so many decimals
   */
  public static Bars of(
      String name, List<Day> days, BiFunction<BigDecimal, Integer, String> written) {
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
    return new Bars(name, bars, most <= 0 ? List.of() : lines(most, written), Optional.empty());
  }

  /** The same with words beside today's bar. */
  public Bars noting(String value, String below) {
    for (Bar bar : bars) {
      if (!bar.today()) continue;
      double left = Double.parseDouble(bar.x());
      boolean room = left < 80;
      double x = room ? left + Double.parseDouble(bar.width()) + 0.5 : left - 0.5;
      double y = Math.clamp(Double.parseDouble(bar.y()) + 10, TOP + 10, BASE - 22);
      Note beside = new Note(number(x), room ? "start" : "end", number(y), value, below);
      return new Bars(name, bars, lines, Optional.of(beside));
    }
    return this;
  }

  private static List<Line> lines(double most, BiFunction<BigDecimal, Integer, String> written) {
    double step = step(most);
    List<Line> lines = new ArrayList<>();
    for (double at = step; at <= most && lines.size() < 3; at += step) {
      double y = BASE - (BASE - TOP) * at / most;
      lines.add(new Line(number(y), label(at, step, written), number(y - 4)));
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

  private static String label(
      double value, double step, BiFunction<BigDecimal, Integer, String> written) {
    int decimals = step >= 1 ? 0 : (int) Math.min(6, Math.ceil(-Math.log10(step)));
    return written.apply(BigDecimal.valueOf(value), decimals);
  }

  private static String decimal(BigDecimal value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
