package io.innkeeper.statement.paper;

import io.innkeeper.statement.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A paper as another program reads it, its no-break spaces as plain ones. */
final class ReadPdf implements AutoCloseable {
  final PDDocument document;

  private ReadPdf(PDDocument document) {
    this.document = document;
  }

  static ReadPdf of(Samples sample) {
    return of(sample.statement());
  }

  static ReadPdf of(Statement statement) {
    try {
      return new ReadPdf(Loader.loadPDF(Papers.pdf(statement)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String textOf(Samples sample) {
    try (ReadPdf pdf = of(sample)) {
      return pdf.text();
    }
  }

  int pages() {
    return document.getNumberOfPages();
  }

  String text() {
    return text(1, pages());
  }

  /** The text of a page, the first being one. */
  String page(int page) {
    return text(page, page);
  }

  private String text(int first, int last) {
    try {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      stripper.setStartPage(first);
      stripper.setEndPage(last);
      return stripper.getText(document).replace('\u00a0', ' ');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many table rows a screen reader finds. */
  long rows() {
    return rows(document.getDocumentCatalog().getStructureTreeRoot());
  }

  private static long rows(PDStructureNode node) {
    boolean row =
        node instanceof PDStructureElement element && element.getStructureType().equals("TR");
    long rows = row ? 1 : 0;
    for (Object kid : node.getKids()) if (kid instanceof PDStructureNode below) rows += rows(below);
    return rows;
  }

  /** Every letter and where it stands. */
  List<TextPosition> letters() throws IOException {
    List<TextPosition> letters = new ArrayList<>();
    new PDFTextStripper() {
      @Override
      protected void processTextPosition(TextPosition letter) {
        letters.add(letter);
      }
    }.getText(document);
    return letters;
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
