package io.innkeeper.statement.paper;

import io.innkeeper.statement.Language;
import io.innkeeper.statement.Party;
import io.innkeeper.statement.Statement;
import io.innkeeper.statement.StatementLine;
import io.innkeeper.statement.StatementLine.Adjustment;
import io.innkeeper.statement.StatementLine.Change;
import io.innkeeper.statement.StatementLine.Seats;
import io.innkeeper.statement.StatementLine.Usage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A statement as a workbook of two sheets. Names are written as texts, never as formulas, whatever
 * they begin with.
 */
final class XlsxPaper {
  private static final String COUNT = "#,##0";
  private static final String CENTS = "#,##0.00";
  private static final String DOLLARS = "#,##0.00##########";
  private static final int ITEM = 1;
  private static final int CALLS = 2;
  private static final int TOKENS = 3;
  private static final int USD = 4;
  private static final int SEATS = 5;
  private static final int PRICE = 6;
  private static final int SINCE = 7;
  private static final int UNTIL = 8;
  private static final int DAYS = 9;
  private static final int NET = 10;
  private static final List<Integer> WIDTHS = List.of(5, 58, 11, 14, 19, 9, 11, 13, 13, 7, 14);

  private final Statement statement;
  private final Sayings sayings;
  private final String date;

  XlsxPaper(Statement statement) {
    this.statement = statement;
    this.sayings = Sayings.of(statement);
    // The prefix names the language of the month, so that it is the paper's and not the reader's.
    this.date = (statement.language() == Language.PL ? "[$-415]" : "[$-809]") + "d mmm yyyy";
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    try {
      try (Workbook book = new Workbook(out, "Innkeeper", "1.0")) {
        book.properties()
            .setTitle(clean(sayings.name()))
            .setCompany(clean(statement.seller().name()));
        lines(book.newWorksheet(sayings.word(Word.SHEET)));
        about(book.newWorksheet(sayings.word(Word.DOCUMENT)));
      }
      return SteadyZip.of(out.toByteArray(), this::dated);
    } catch (IOException e) {
      throw new UncheckedIOException("a workbook could not be written to memory", e);
    }
  }

  /** The day of issue in place of the moment the file was made, which would differ each time. */
  private String dated(String file, String text) {
    if (!file.equals("docProps/core.xml")) return text;
    String created = "(<dcterms:created[^>]*>)[^<]*(</dcterms:created>)";
    String day = statement.issued().map(LocalDate::toString).orElse("");
    return day.isEmpty()
        ? text.replaceAll(created, "")
        : text.replaceAll(created, "$1" + day + "T00:00:00Z$2");
  }

  private void lines(Worksheet sheet) {
    for (int column = 0; column < WIDTHS.size(); column++) sheet.width(column, WIDTHS.get(column));
    headings(sheet);
    int row = 1;
    for (StatementLine line : statement.lines()) {
      sheet.value(row, 0, row);
      line(sheet, row, line);
      number(sheet, row, NET, line.net(), CENTS);
      row++;
    }
    totals(sheet, row);
    sheet.freezePane(0, 1);
    sheet.repeatRows(0);
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation("landscape");
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
  }

  private void headings(Worksheet sheet) {
    List<String> headings =
        List.of(
            sayings.word(Word.LINE),
            sayings.word(Word.ITEM),
            sayings.word(Word.CALLS),
            sayings.word(Word.TOKENS),
            sayings.dollars(),
            sayings.word(Word.SEATS),
            sayings.word(Word.PRICE),
            sayings.word(Word.SINCE),
            sayings.word(Word.UNTIL),
            sayings.word(Word.DAYS),
            clean(statement.currency()));
    for (int column = 0; column < headings.size(); column++) {
      sheet.value(0, column, headings.get(column));
      String side = column <= ITEM ? "left" : "right";
      sheet
          .style(0, column)
          .bold()
          .horizontalAlignment(side)
          .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
          .set();
    }
  }

  private void line(Worksheet sheet, int row, StatementLine line) {
    sheet.value(row, ITEM, clean(sayings.line(line)));
    switch (line) {
      case Usage usage -> {
        number(sheet, row, CALLS, BigDecimal.valueOf(usage.calls()), COUNT);
        number(sheet, row, TOKENS, BigDecimal.valueOf(usage.tokens()), COUNT);
        number(sheet, row, USD, usage.billed().decimal(), DOLLARS);
      }
      case Seats seats -> {
        number(sheet, row, SEATS, BigDecimal.valueOf(seats.seats()), COUNT);
        number(sheet, row, PRICE, seats.price(), CENTS);
        seats.since().ifPresent(day -> day(sheet, row, SINCE, day));
        seats.until().ifPresent(day -> day(sheet, row, UNTIL, day));
        number(sheet, row, DAYS, BigDecimal.valueOf(seats.days()), COUNT);
      }
      case Adjustment adjustment -> number(sheet, row, USD, adjustment.billed().decimal(), DOLLARS);
      case Change change -> {}
    }
  }

  private void totals(Worksheet sheet, int row) {
    total(sheet, row, sayings.word(Word.NET), statement.net(), BorderStyle.THIN);
    total(sheet, row + 1, sayings.vat(), statement.tax(), BorderStyle.NONE);
    total(sheet, row + 2, sayings.total(), sayings.totalAmount(), BorderStyle.DOUBLE);
  }

  private void total(Worksheet sheet, int row, String label, BigDecimal amount, BorderStyle above) {
    sheet.value(row, ITEM, clean(label));
    sheet.value(row, NET, amount);
    sheet.style(row, ITEM).bold().set();
    sheet.style(row, NET).bold().format(CENTS).borderStyle(BorderSide.TOP, above).set();
  }

  private static void number(
      Worksheet sheet, int row, int column, BigDecimal number, String format) {
    sheet.value(row, column, number);
    sheet.style(row, column).format(format).set();
  }

  private void day(Worksheet sheet, int row, int column, LocalDate day) {
    sheet.value(row, column, day);
    sheet.style(row, column).format(date).horizontalAlignment("right").set();
  }

  private void about(Worksheet sheet) {
    sheet.width(0, 22);
    sheet.width(1, 90);
    int row = 0;
    row = say(sheet, row, Word.DOCUMENT, sayings.name());
    row = say(sheet, row, Word.NUMBER_LABEL, sayings.number());
    if (statement.corrects().isPresent()) {
      row = say(sheet, row, Word.CORRECTS_LABEL, statement.corrects().get().number());
      row = say(sheet, row, Word.REASON_LABEL, statement.corrects().get().reason());
    }
    row = say(sheet, row, Word.SELLER, party(statement.seller()));
    row = say(sheet, row, Word.BUYER, party(statement.buyer()));
    row = say(sheet, row, Word.PERIOD, sayings.figures().period(statement.month()));
    if (statement.issued().isPresent())
      row = say(sheet, row, Word.ISSUED, sayings.figures().day(statement.issued().get()));
    if (sayings.payable()) row = say(sheet, row, Word.DUE, sayings.due());
    if (sayings.account().isPresent())
      row = say(sheet, row, Word.ACCOUNT, statement.seller().account());
    notes(sheet, row + 1);
  }

  private void notes(Worksheet sheet, int first) {
    Footnotes footnotes = new Footnotes(sayings);
    int row = first;
    for (String note : footnotes.all()) text(sheet, row++, note);
    if (footnotes.warning().isPresent()) text(sheet, row, footnotes.warning().get());
  }

  private String party(Party party) {
    return party.name() + "\n" + String.join("\n", sayings.below(party));
  }

  private int say(Worksheet sheet, int row, Word label, String text) {
    sheet.value(row, 0, sayings.word(label));
    sheet.style(row, 0).bold().verticalAlignment("top").set();
    text(sheet, row, text);
    return row + 1;
  }

  private static void text(Worksheet sheet, int row, String text) {
    sheet.value(row, 1, clean(text));
    sheet.style(row, 1).wrapText(true).verticalAlignment("top").set();
  }

  /** Without what XML can't hold, and no longer than a cell may be. */
  private static String clean(String text) {
    String plain = text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", " ");
    return plain.length() > 32_000 ? plain.substring(0, 32_000) : plain;
  }
}
