package io.innkeeper.branding.picture;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** The attributes of one element: those that draw are written anew, the others counted. */
final class SvgAttributes {
  private static final String XLINK = "http://www.w3.org/1999/xlink";
  private static final Pattern LENGTH = Pattern.compile("(\\d{1,7}(?:\\.\\d{1,9})?)(?:px|pt|mm)?");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{0,7}(?:\\.\\d{1,9})?(?:[eE]-?\\d)?");

  private final SvgRemoved removed;
  private final SvgStyles styles;
  private final SvgCopies copies;

  SvgAttributes(SvgRemoved removed, SvgStyles styles, SvgCopies copies) {
    this.removed = removed;
    this.styles = styles;
    this.copies = copies;
  }

  String of(XMLStreamReader reader, String element) {
    copies.entered(id(reader));
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String name = reader.getAttributeLocalName(i);
      String value = reader.getAttributeValue(i);
      String namespace = reader.getAttributeNamespace(i);
      if (name.equals("href")
          && (namespace == null || namespace.isEmpty() || XLINK.equals(namespace)))
        reference(kept, value);
      else if (namespace == null || namespace.isEmpty()) plain(kept, name, value);
    }
    return kept.toString();
  }

  private static String id(XMLStreamReader reader) {
    String id = reader.getAttributeValue(null, "id");
    return id == null ? "" : id;
  }

  private void reference(StringBuilder kept, String value) {
    if (!SvgRules.local(value)) {
      removed.add("reference to somewhere else");
      return;
    }
    copies.copied(value.substring(1));
    write(kept, "href", value);
  }

  private void plain(StringBuilder kept, String name, String value) {
    if (name.toLowerCase(Locale.ROOT).startsWith("on")) {
      removed.add("event handler");
    } else if (name.equals("style")) {
      String clean = styles.declarations(value);
      copied(clean);
      if (!clean.isEmpty()) write(kept, "style", clean);
    } else if (SvgRules.attribute(name)) {
      drawing(kept, name, value);
    }
  }

  private void drawing(StringBuilder kept, String name, String value) {
    Optional<String> harmless = SvgRules.harmless(value);
    if (harmless.isEmpty()) {
      removed.add("reference to somewhere else");
      return;
    }
    copied(harmless.get());
    if (name.equals("class")) copies.wears(value);
    write(kept, name, harmless.get());
  }

  /** A clip or mask is drawn as often as it is used. */
  private void copied(String harmless) {
    SvgRules.parts(harmless).forEach(copies::copied);
  }

  /** Presentation attributes of the root, such as a fill that everything inherits. */
  String paint(XMLStreamReader reader) {
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String name = reader.getAttributeLocalName(i);
      if (name.startsWith("on")) removed.add("event handler");
      String value =
          name.equals("style")
              ? styles.declarations(reader.getAttributeValue(i))
              : SvgRules.property(name)
                  ? SvgRules.harmless(reader.getAttributeValue(i)).orElse("")
                  : "";
      copied(value);
      if (!value.isEmpty()) write(kept, name, value);
    }
    return kept.toString();
  }

  /** The root's view box, else one of its size; empty when it says neither. */
  Optional<CleanSvg.Box> box(XMLStreamReader reader) {
    String said = reader.getAttributeValue(null, "viewBox");
    if (said != null) {
      String[] parts = said.strip().split("[\\s,]+");
      if (parts.length == 4 && Arrays.stream(parts).allMatch(SvgAttributes::number))
        return sized(
            Double.parseDouble(parts[0]),
            Double.parseDouble(parts[1]),
            Double.parseDouble(parts[2]),
            Double.parseDouble(parts[3]));
    }
    return sized(0, 0, length(reader, "width"), length(reader, "height"));
  }

  private static Optional<CleanSvg.Box> sized(double x, double y, double width, double height) {
    return width > 0 && height > 0
        ? Optional.of(new CleanSvg.Box(x, y, width, height))
        : Optional.empty();
  }

  private static boolean number(String text) {
    return NUMBER.matcher(text).matches() && text.chars().anyMatch(Character::isDigit);
  }

  private static double length(XMLStreamReader reader, String name) {
    String text = reader.getAttributeValue(null, name);
    if (text == null) return 0;
    var matcher = LENGTH.matcher(text.strip());
    return matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
  }

  private static void write(StringBuilder to, String name, String value) {
    to.append(' ').append(name).append("=\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '&' -> to.append("&amp;");
        case '<' -> to.append("&lt;");
        case '>' -> to.append("&gt;");
        case '"' -> to.append("&quot;");
        default -> to.append(c < ' ' ? ' ' : c);
      }
    }
    to.append('"');
  }
}
