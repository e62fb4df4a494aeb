package io.innkeeper.statement.paper;

import io.innkeeper.statement.Statement;
import java.io.IOException;
import java.io.OutputStream;

/** A statement as a file. Equal statements give equal bytes, in another process and later too. */
public final class Papers {
  private Papers() {}

  /**
   * The document to print and to send: A4, in the statement's language, tagged for screen readers,
   * with its fonts inside. Some 300 lines take well under a second.
   */
  public static byte[] pdf(Statement statement) {
    return new PdfPaper(statement).bytes();
  }

  /**
   * The lines for programs: RFC 4180, UTF-8 without a byte order mark, one heading, decimal points,
   * ISO dates, dollars and rates exact. The tax is the last line, so that the amounts add up to
   * what is to be paid. The stream stays open.
   *
   * @throws IOException if the stream takes no more
   */
  public static void csv(Statement statement, OutputStream out) throws IOException {
    new CsvPaper(statement).writeTo(out);
  }

  /**
   * The lines for a spreadsheet, with a second sheet that says what the document is. Numbers are
   * stored with every decimal they have; the program that opens them counts in binary and keeps 15
   * digits, which all amounts below ten trillion fit. Totals are values: those of the paper.
   */
  public static byte[] xlsx(Statement statement) {
    return new XlsxPaper(statement).bytes();
  }
}
