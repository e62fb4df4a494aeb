package io.innkeeper.statement.paper;

import io.innkeeper.statement.Statement;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfBoolean;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/** A statement as a document: first all is measured and shared out to pages, then drawn. */
final class PdfPaper {
  private static final float SPACE = 14;
  private static final int NOTE_LINES = 24;

  private final Statement statement;
  private final Sayings sayings;
  private final Frame frame = Frame.load();

  PdfPaper(Statement statement) {
    this.statement = statement;
    this.sayings = Sayings.of(statement);
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    Document document = new Document(new Rectangle(Frame.WIDTH, Frame.HEIGHT));
    PdfWriter writer = PdfWriter.getInstance(document, out);
    writer.setPdfVersion(PdfWriter.VERSION_1_7);
    writer.setFullCompression();
    writer.setTagged();
    document.open();
    describe(writer);
    draw(document, writer);
    document.close();
    return out.toByteArray();
  }

  private void describe(PdfWriter writer) {
    PdfDictionary info = writer.getInfo();
    info.put(PdfName.TITLE, unicode(sayings.name()));
    info.put(PdfName.AUTHOR, unicode(statement.seller().name()));
    info.put(PdfName.CREATOR, unicode("Innkeeper"));
    info.remove(PdfName.MODDATE);
    info.remove(PdfName.CREATIONDATE);
    statement.issued().ifPresent(day -> info.put(PdfName.CREATIONDATE, midnight(day)));
    // The library would draw an identity by lot; from here it takes the one that was given.
    info.put(PdfName.FILEID, identity());
    PdfDictionary catalog = writer.getExtraCatalog();
    catalog.put(PdfName.LANG, new PdfString(statement.language().locale().toLanguageTag()));
    writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
  }

  private static PdfString unicode(String text) {
    return new PdfString(text, PdfObject.TEXT_UNICODE);
  }

  private static PdfString midnight(LocalDate day) {
    return new PdfString("D:" + day.toString().replace("-", "") + "000000Z");
  }

  private PdfObject identity() {
    byte[] id =
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(statement.id().getMostSignificantBits())
            .putLong(statement.id().getLeastSignificantBits())
            .array();
    return PdfEncryption.createInfoId(id, id);
  }

  private void draw(Document document, PdfWriter writer) {
    LineTable table = new LineTable(sayings, frame);
    List<Block> blocks = new ArrayList<>(new Letterhead(sayings, frame).blocks());
    blocks.addAll(table.blocks());
    blocks.addAll(notes());
    List<List<Block>> pages = Block.pages(blocks, table.headingAgain(), Frame.TOP - Frame.BOTTOM);
    Pen pen = new Pen(writer);
    for (int page = 0; page < pages.size(); page++) {
      if (page > 0) document.newPage();
      float top = Frame.TOP;
      for (Block block : pages.get(page)) {
        block.drawing().draw(pen, top);
        top -= block.height();
      }
      foot(pen, page + 1, pages.size());
    }
  }

  private List<Block> notes() {
    List<Block> notes = new ArrayList<>();
    Footnotes footnotes = new Footnotes(sayings);
    sayings.account().ifPresent(account -> notes.add(paragraph(frame.text(), account)));
    footnotes.warning().ifPresent(text -> notes.add(paragraph(frame.note().in(Ink.WARN), text)));
    for (String text : footnotes.all()) notes.add(paragraph(frame.note(), text));
    List<Block> spaced = new ArrayList<>();
    spaced.add(Block.space(SPACE));
    for (Block note : notes) {
      spaced.add(note);
      spaced.add(Block.space(4));
    }
    return spaced;
  }

  private Block paragraph(Style style, String text) {
    List<String> lines = style.lines(text, Frame.ACROSS, NOTE_LINES);
    return Block.prose(
        lines.size() * style.leading(),
        (pen, top) -> pen.say("P", () -> pen.lines(style, Frame.LEFT, top, lines)));
  }

  private void foot(Pen pen, int page, int pages) {
    Style style = frame.heading();
    String count =
        sayings.word(Word.PAGE, sayings.figures().count(page), sayings.figures().count(pages));
    float room = Frame.ACROSS - style.width(count) - SPACE;
    pen.ornament(
        () -> {
          pen.lines(style, Frame.LEFT, Frame.FOOT, style.lines(sayings.name(), room, 1));
          pen.textBefore(style, Frame.RIGHT, Frame.FOOT, count);
        });
  }
}
