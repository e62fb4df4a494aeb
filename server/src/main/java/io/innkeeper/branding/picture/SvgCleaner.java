package io.innkeeper.branding.picture;

import io.innkeeper.fault.Fault;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads an SVG and writes what may stand in it anew, so that nothing passes that was not
 * understood. No document type is read, so no entity unfolds and nothing is fetched.
 */
final class SvgCleaner {
  private static final int MOST_ELEMENTS = 20_000;
  private static final int DEEPEST = 60;

  private final SvgRemoved removed = new SvgRemoved();
  private final SvgCopies copies = new SvgCopies();
  private final SvgStyles styles = new SvgStyles(removed, copies);
  private final StringBuilder inner = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();
  private final SvgAttributes attributes = new SvgAttributes(removed, styles, copies);
  private Optional<CleanSvg.Box> box = Optional.empty();
  private String paint = "";
  private int elements;

  private SvgCleaner() {}

  /**
   * The cleaned picture.
   *
   * @throws Fault INVALID for what is no SVG, or would not be the same picture without what must go
   */
  static CleanSvg clean(byte[] bytes) {
    try {
      return new SvgCleaner()
          .read(factory().createXMLStreamReader(new ByteArrayInputStream(bytes)));
    } catch (XMLStreamException e) {
      throw Fault.invalid("svg-unreadable", "The SVG could not be read: it is no well-formed XML.")
          .advising("Save it again, as plain or optimised SVG.")
          .because(e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  private CleanSvg read(XMLStreamReader reader) throws XMLStreamException {
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.DTD -> refuseEntities(reader.getText());
        case XMLStreamConstants.ENTITY_REFERENCE -> throw entities();
        case XMLStreamConstants.START_ELEMENT -> start(reader);
        case XMLStreamConstants.END_ELEMENT -> end();
        default -> {
          // Text counts only inside a style, a title or a description, which are read whole.
        }
      }
    }
    copies.refuseTooMany();
    CleanSvg.Box whole =
        box.orElseThrow(
            () ->
                Fault.invalid("svg-size", "The SVG says neither its view box nor its size.")
                    .advising("Save it with a viewBox."));
    return new CleanSvg(whole, paint, inner.toString(), removed.words());
  }

  private void start(XMLStreamReader reader) throws XMLStreamException {
    String name = reader.getLocalName();
    if (++elements > MOST_ELEMENTS || open.size() > DEEPEST)
      throw Fault.invalid("svg-too-complex", "The SVG is more complex than a logo can be.")
          .advising("At most 20,000 elements, 60 deep. Simplify it, or give a PNG.");
    if (open.isEmpty()) {
      root(reader, name);
    } else if (!SvgRules.NAMESPACE.equals(reader.getNamespaceURI())
        && reader.getNamespaceURI() != null) {
      leaveOut(reader, "part for another program");
    } else if (SvgRules.NEEDED.contains(name)) {
      throw needed(name);
    } else if (!SvgRules.ELEMENTS.contains(name)) {
      leaveOut(reader, word(name));
    } else if (name.equals("style")) {
      inner.append("<style>").append(styles.sheet(text(reader))).append("</style>");
    } else if (name.equals("title") || name.equals("desc")) {
      text(reader);
    } else {
      inner.append('<').append(name).append(attributes.of(reader, name)).append('>');
      open.push(name);
    }
  }

  private void root(XMLStreamReader reader, String name) {
    if (!name.equals("svg"))
      throw Fault.invalid("picture-type", "This XML is no SVG: it begins with “" + name + "”.");
    box = attributes.box(reader);
    paint = attributes.paint(reader);
    open.push(name);
  }

  private void end() {
    String name = open.pop();
    if (open.isEmpty()) return;
    inner.append("</").append(name).append('>');
    copies.left();
  }

  private void leaveOut(XMLStreamReader reader, String kind) throws XMLStreamException {
    removed.add(kind);
    text(reader);
  }

  /** The text up to this element's end; elements inside it go with it. */
  private String text(XMLStreamReader reader) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (int deep = 1; deep > 0; ) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          deep++;
          if (++elements > MOST_ELEMENTS) throw Fault.invalid("svg-too-complex", "Too complex.");
        }
        case XMLStreamConstants.END_ELEMENT -> deep--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        case XMLStreamConstants.ENTITY_REFERENCE -> throw entities();
        default -> {
          // Comments and instructions say nothing to a drawing.
        }
      }
    }
    return text.toString();
  }

  private static void refuseEntities(String declaration) {
    if (declaration != null && declaration.contains("<!")) throw entities();
  }

  private static Fault entities() {
    return Fault.invalid(
            "svg-entities", "The SVG declares entities, which can unfold into anything.")
        .advising("Save it as plain or optimised SVG, without a document type.");
  }

  private static String word(String name) {
    return switch (name) {
      case "script" -> "script";
      case "foreignObject", "iframe" -> "foreign object";
      case "animate", "animateTransform", "animateMotion", "set" -> "animation";
      case "a" -> "link";
      default -> "“" + (name.length() > 30 ? name.substring(0, 30) : name) + "”";
    };
  }

  private static Fault needed(String name) {
    return name.equals("text")
        ? Fault.invalid(
                "svg-text", "The SVG writes with a font, which looks different on every machine.")
            .advising("Convert its text to paths and save it again.")
        : Fault.invalid("svg-image", "The SVG only holds another picture.")
            .advising("Give that picture itself, as PNG.");
  }
}
