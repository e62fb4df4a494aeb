package io.innkeeper.branding.picture;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may stand in an SVG of ours: everything that draws, nothing that loads, runs or repeats. */
final class SvgRules {
  static final String NAMESPACE = "http://www.w3.org/2000/svg";

  static final Set<String> ELEMENTS =
      Set.of(
          "svg",
          "g",
          "path",
          "rect",
          "circle",
          "ellipse",
          "line",
          "polyline",
          "polygon",
          "defs",
          "use",
          "symbol",
          "linearGradient",
          "radialGradient",
          "stop",
          "clipPath",
          "mask",
          "title",
          "desc",
          "style");

  /** These can't be left out without drawing another logo, so the picture is refused. */
  static final Set<String> NEEDED = Set.of("text", "image");

  private static final Set<String> GEOMETRY =
      Set.of(
          "id",
          "class",
          "d",
          "x",
          "y",
          "x1",
          "y1",
          "x2",
          "y2",
          "cx",
          "cy",
          "r",
          "rx",
          "ry",
          "fx",
          "fy",
          "fr",
          "width",
          "height",
          "points",
          "transform",
          "viewBox",
          "preserveAspectRatio",
          "offset",
          "gradientUnits",
          "gradientTransform",
          "spreadMethod",
          "clipPathUnits",
          "maskUnits",
          "maskContentUnits",
          "pathLength");

  // No stroke-dasharray: a million dashes on one path keep a processor busy for minutes.
  private static final Set<String> STYLE =
      Set.of(
          "fill",
          "fill-opacity",
          "fill-rule",
          "stroke",
          "stroke-width",
          "stroke-opacity",
          "stroke-linecap",
          "stroke-linejoin",
          "stroke-miterlimit",
          "opacity",
          "color",
          "stop-color",
          "stop-opacity",
          "clip-path",
          "clip-rule",
          "mask",
          "display",
          "visibility",
          "vector-effect",
          "paint-order",
          "isolation",
          "shape-rendering");

  private static final Pattern LOCAL = Pattern.compile("#[\\w.:-]{1,100}");
  private static final Pattern URL =
      Pattern.compile("url\\(\\s*(['\"]?)(.*?)\\1\\s*\\)", Pattern.CASE_INSENSITIVE);
  private static final Pattern PART = Pattern.compile("url\\(#([\\w.:-]{1,100})\\)");
  private static final int LONGEST_VALUE = 400_000;

  private SvgRules() {}

  static boolean attribute(String name) {
    return GEOMETRY.contains(name) || STYLE.contains(name);
  }

  static boolean property(String name) {
    return STYLE.contains(name);
  }

  /** A reference to a part of the same picture. */
  static boolean local(String reference) {
    return LOCAL.matcher(reference).matches();
  }

  /**
   * A value that names nothing outside the picture, with its own parts named in one way: {@code
   * url(#id)}. Empty when it names anything else.
   */
  static Optional<String> harmless(String value) {
    if (value.length() > LONGEST_VALUE || hidden(value)) return Optional.empty();
    Matcher urls = URL.matcher(value);
    StringBuilder plain = new StringBuilder();
    while (urls.find()) {
      if (!local(urls.group(2))) return Optional.empty();
      urls.appendReplacement(plain, "url(" + urls.group(2) + ")");
    }
    urls.appendTail(plain);
    String rest = PART.matcher(plain).replaceAll(" ").toLowerCase(Locale.ROOT);
    return rest.contains("url(") || rest.contains("://")
        ? Optional.empty()
        : Optional.of(plain.toString());
  }

  /** The parts that a harmless value names. */
  static List<String> parts(String harmless) {
    return PART.matcher(harmless).results().map(found -> found.group(1)).toList();
  }

  private static boolean hidden(String value) {
    String small = value.toLowerCase(Locale.ROOT);
    return small.contains("\\")
        || small.contains("@")
        || small.contains("<")
        || small.contains("expression(")
        || small.contains("script:")
        || small.contains("data:");
  }
}
