package io.innkeeper.statement.paper;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Draws on the page at hand and says to a screen reader what it draws. Positions are points from
 * the page's lower left corner.
 */
final class Pen {
  private static final PdfName ARTIFACT = new PdfName("Artifact");
  private final PdfContentByte canvas;
  private final Deque<PdfStructureElement> groups = new ArrayDeque<>();
  private Optional<PdfStructureElement> table = Optional.empty();
  private boolean ornamental;

  Pen(PdfWriter writer) {
    this.canvas = writer.getDirectContent();
    groups.push(new PdfStructureElement(writer.getStructureTreeRoot(), new PdfName("Document")));
  }

  /** What is only ornament, or was read before, such as a heading repeated on the next page. */
  void ornament(Runnable drawing) {
    if (ornamental) {
      drawing.run();
      return;
    }
    ornamental = true;
    canvas.beginMarkedContentSequence(ARTIFACT);
    drawing.run();
    canvas.endMarkedContentSequence();
    ornamental = false;
  }

  /** A paragraph, heading or cell, drawn at one go; roles are those of PDF, such as “P”. */
  void say(String role, Runnable drawing) {
    if (ornamental) {
      drawing.run();
      return;
    }
    canvas.beginMarkedContentSequence(element(groups.getFirst(), role));
    drawing.run();
    canvas.endMarkedContentSequence();
  }

  /** A row of the document's one table; its cells are said inside. */
  void row(Runnable cells) {
    if (ornamental) {
      cells.run();
      return;
    }
    PdfStructureElement all = table.orElseGet(() -> element(groups.getLast(), "Table"));
    table = Optional.of(all);
    groups.push(element(all, "TR"));
    cells.run();
    groups.pop();
  }

  /** So many empty cells, which keep what follows in its column. */
  void noCells(int number) {
    if (ornamental) return;
    for (int cell = 0; cell < number; cell++) element(groups.getFirst(), "TD");
  }

  private static PdfStructureElement element(PdfStructureElement parent, String role) {
    PdfStructureElement element = new PdfStructureElement(parent, new PdfName(role));
    if (role.equals("TH")) {
      PdfDictionary scope = new PdfDictionary();
      scope.put(PdfName.O, new PdfName("Table"));
      scope.put(new PdfName("Scope"), new PdfName("Column"));
      element.put(PdfName.A, scope);
    }
    return element;
  }

  /** One line of text whose line begins at the height of the top. */
  void text(Style style, float left, float top, String text) {
    String drawable = style.face().drawable(text);
    canvas.beginText();
    canvas.setFontAndSize(style.face().font(), style.size());
    fill(style.ink());
    canvas.setTextMatrix(left, top - style.baseline());
    canvas.showTextKerned(drawable);
    canvas.endText();
  }

  void textBefore(Style style, float right, float top, String text) {
    text(style, right - style.width(text), top, text);
  }

  void lines(Style style, float left, float top, List<String> lines) {
    for (int line = 0; line < lines.size(); line++)
      text(style, left, top - line * style.leading(), lines.get(line));
  }

  void linesBefore(Style style, float right, float top, List<String> lines) {
    for (int line = 0; line < lines.size(); line++)
      textBefore(style, right, top - line * style.leading(), lines.get(line));
  }

  void rule(Ink ink, float thickness, float left, float right, float y) {
    ornament(
        () -> {
          canvas.setLineWidth(thickness);
          canvas.setRGBColorStroke(ink.red(), ink.green(), ink.blue());
          canvas.moveTo(left, y);
          canvas.lineTo(right, y);
          canvas.stroke();
        });
  }

  void box(Ink ink, float left, float bottom, float width, float height, float corner) {
    ornament(
        () -> {
          fill(ink);
          canvas.roundRectangle(left, bottom, width, height, corner);
          canvas.fill();
        });
  }

  /** The house's mark: a door with a keyhole, so many points wide. */
  void mark(float left, float top, float size) {
    ornament(
        () -> {
          float unit = size / 24;
          canvas.saveState();
          // The drawing is in a square of 24 that counts downwards.
          canvas.concatCTM(unit, 0, 0, -unit, left - 2.4f * unit, top);
          fill(Ink.TEXT);
          door();
          fill(Ink.PAPER);
          canvas.circle(12, 11.6f, 3);
          canvas.fill();
          canvas.moveTo(10.6f, 12);
          canvas.lineTo(9.4f, 18.6f);
          canvas.lineTo(14.6f, 18.6f);
          canvas.lineTo(13.4f, 12);
          canvas.fill();
          canvas.restoreState();
        });
  }

  private void door() {
    float bend = 9.6f * 0.5523f;
    canvas.moveTo(2.4f, 22.2f);
    canvas.lineTo(2.4f, 11.6f);
    canvas.curveTo(2.4f, 11.6f - bend, 12 - bend, 2, 12, 2);
    canvas.curveTo(12 + bend, 2, 21.6f, 11.6f - bend, 21.6f, 11.6f);
    canvas.lineTo(21.6f, 22.2f);
    canvas.curveTo(21.6f, 22.86f, 21.06f, 23.4f, 20.4f, 23.4f);
    canvas.lineTo(3.6f, 23.4f);
    canvas.curveTo(2.94f, 23.4f, 2.4f, 22.86f, 2.4f, 22.2f);
    canvas.fill();
  }

  private void fill(Ink ink) {
    canvas.setRGBColorFill(ink.red(), ink.green(), ink.blue());
  }
}
