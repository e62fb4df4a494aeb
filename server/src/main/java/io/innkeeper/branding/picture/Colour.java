package io.innkeeper.branding.picture;

import io.innkeeper.fault.Fault;
import java.util.Locale;
import java.util.regex.Pattern;

/** An opaque colour, 24 bits. */
public record Colour(int rgb) {
  public static final Colour WHITE = new Colour(0xffffff);
  public static final Colour BLACK = new Colour(0x000000);

  /** What the app's dark theme lays behind everything. */
  public static final Colour NIGHT = new Colour(0x171717);

  /** Each channel's light: a picture's pixels ask for it a million times. */
  private static final double[] LINEAR = linear();

  private static final Pattern LONG = Pattern.compile("#?([0-9a-fA-F]{6})");
  private static final Pattern SHORT = Pattern.compile("#?([0-9a-fA-F]{3})");

  /**
   * {@code #6B4FA0} or {@code #abc}.
   *
   * @throws Fault INVALID naming the field
   */
  public static Colour parse(String field, String text) {
    var whole = LONG.matcher(text.strip());
    if (whole.matches()) return new Colour(Integer.parseInt(whole.group(1), 16));
    var brief = SHORT.matcher(text.strip());
    if (brief.matches())
      return new Colour(Integer.parseInt(brief.group(1).replaceAll("(.)", "$1$1"), 16));
    throw Fault.invalidField(field, "colour", "A colour such as #6B4FA0.");
  }

  int red() {
    return rgb >> 16 & 0xff;
  }

  int green() {
    return rgb >> 8 & 0xff;
  }

  int blue() {
    return rgb & 0xff;
  }

  /** Relative luminance as WCAG defines it, 0 to 1. */
  public double luminance() {
    return 0.2126 * LINEAR[red()] + 0.7152 * LINEAR[green()] + 0.0722 * LINEAR[blue()];
  }

  /** Contrast between two colours as WCAG defines it, 1 to 21. */
  public double contrast(Colour other) {
    double light = Math.max(luminance(), other.luminance());
    double dark = Math.min(luminance(), other.luminance());
    return (light + 0.05) / (dark + 0.05);
  }

  /** Black or white, whichever reads better on this. */
  public Colour ink() {
    return contrast(WHITE) >= contrast(BLACK) ? WHITE : BLACK;
  }

  /** The same hue, light enough to be read on the dark theme. */
  public Colour forDark() {
    Colour lighter = this;
    for (int step = 1; lighter.contrast(NIGHT) < 7 && step <= 20; step++)
      lighter = towards(WHITE, step / 20.0);
    return lighter;
  }

  private Colour towards(Colour other, double share) {
    return new Colour(
        mix(red(), other.red(), share) << 16
            | mix(green(), other.green(), share) << 8
            | mix(blue(), other.blue(), share));
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }

  private static double[] linear() {
    double[] light = new double[256];
    for (int channel = 0; channel < light.length; channel++) {
      double share = channel / 255.0;
      light[channel] = share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
    return light;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "#%06X", rgb);
  }
}
