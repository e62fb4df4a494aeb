package io.innkeeper.statement.paper;

import static io.innkeeper.statement.paper.ReadPdf.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.statement.StatementLine;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The paper, read back by a program that didn't write it. */
class PdfPaperTest {
  private static final String PANGRAM = "Zażółć gęślą jaźń ĄĆĘŁŃÓŚŹŻ „Łódź”";

  @Test
  void polishLettersAreThere() throws IOException {
    try (ReadPdf pdf = ReadPdf.of(Samples.issued().withBuyer(PANGRAM))) {
      assertThat(pdf.text()).contains(PANGRAM);
      for (TextPosition letter : pdf.letters()) {
        if (letter.getUnicode().matches("[\\s\u00a0]")) continue;
        PDVectorFont font = (PDVectorFont) letter.getFont();
        int code = letter.getCharacterCodes()[0];
        assertThat(code).as("a glyph for %s", letter).isPositive();
        assertThat(font.getPath(code).getBounds().isEmpty()).as("%s", letter).isFalse();
      }
    }
  }

  @Test
  void fontsAreInsideAndCutToWhatIsUsed() throws IOException {
    try (ReadPdf pdf = ReadPdf.of(Samples.issued())) {
      List<String> names =
          pdf.letters().stream().map(letter -> letter.getFont().getName()).distinct().toList();
      assertThat(names).hasSize(3).allMatch(name -> name.matches("[A-Z]{6}\\+.*"));
      assertThat(pdf.letters()).allMatch(letter -> letter.getFont().isEmbedded());
    }
    assertThat(Papers.pdf(Samples.issued().statement())).hasSizeLessThan(40_000);
  }

  @Test
  void numbersFollowTheLanguage() {
    assertThat(textOf(Samples.issued()))
        .contains("27 125 427 101,782320 384,86", "2533", "1242,00", "−1,84", "2331,97");
    assertThat(textOf(Samples.issued().inEnglish()))
        .contains("27,125,427 101.782320 384.86", "2,533", "1,242.00", "−1.84", "2,331.97");
  }

  @Test
  void totalOnPaperIsTheSumOfItsLines() {
    String text = textOf(Samples.issued());
    BigDecimal sum =
        text.lines()
            .filter(line -> line.matches("\\d+ .* [−\\d ]+,\\d\\d"))
            .map(line -> amount(line.substring(line.lastIndexOf(' ') + 1)))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualTo("1895.91");
    assertThat(text).contains("Razem netto 1895,91", "VAT 23% 436,06", "Do zapłaty, PLN 2331,97");
  }

  private static BigDecimal amount(String text) {
    return new BigDecimal(text.replace(',', '.').replace('−', '-'));
  }

  @Test
  void draftHasNoNumberYet() {
    assertThat(textOf(Samples.draft()))
        .contains("Szkic", "Numer zostanie nadany przy wystawieniu", "14 dni od wystawienia");
    assertThat(textOf(Samples.draft().inEnglish()))
        .contains("Draft", "The number is given at issue", "14 days after issue");
  }

  @Test
  void issuedNamesItsNumberAndDays() {
    assertThat(textOf(Samples.issued()))
        .contains("Rozliczenie za październik 2026", "Nr 2026/10/0031", "1–31 października 2026")
        .contains("2 listopada 2026", "16 listopada 2026", "PL00 0000 0000 0000 0000 0000 0001")
        .doesNotContain("Szkic");
    assertThat(textOf(Samples.issued().inEnglish()))
        .contains("Statement for October 2026", "No. 2026/10/0031", "1–31 October 2026")
        .contains("2 November 2026", "16 November 2026", "page 1 of 1");
  }

  @Test
  void correctionNamesTheOld() {
    assertThat(textOf(Samples.draft().correcting("2026/10/0031")))
        .contains("Koryguje rozliczenie 2026/10/0031 z 2 listopada 2026.")
        .contains("Powód: zdublowane zapytanie z 3 października")
        .contains("Razem netto −10,00", "Do zwrotu, PLN 12,30")
        .doesNotContain("Termin płatności", "Rachunek", "Kurs");
  }

  @Test
  void seatsSayHowLong() {
    assertThat(textOf(Samples.draft()))
        .contains("Abonament, 23 osoby × 54,00 1242,00")
        .contains("Abonament, 1 osoba × 54,00, od 16 października, 16 z 31 dni 27,87");
    assertThat(textOf(Samples.draft().inEnglish()))
        .contains("Subscription, 23 people × 54.00 1,242.00")
        .contains("Subscription, 1 person × 54.00, from 16 October, 16 of 31 days 27.87");
  }

  @Test
  void whoPaysNoTaxReadsWhy() {
    assertThat(textOf(Samples.issued().withVat("0", "odwrotne obciążenie")))
        .contains("VAT 0%: odwrotne obciążenie 0,00", "Do zapłaty, PLN 1895,91");
  }

  @Test
  void longStatementRepeatsItsHeader() {
    try (ReadPdf pdf = ReadPdf.of(Samples.issued().withLines(Samples.people(300)))) {
      assertThat(pdf.pages()).isEqualTo(10);
      for (int page = 1; page <= 10; page++)
        assertThat(pdf.page(page)).contains("Pozycja", "Zapytania", "strona " + page + " z 10");
      String text = pdf.text();
      IntStream.rangeClosed(1, 300)
          .forEach(one -> assertThat(text).containsOnlyOnce("Jaźń " + one + " "));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {18, 19, 20, 21, 22, 23, 24, 25, 26, 27})
  void totalIsNeverAlone(int lines) {
    try (ReadPdf pdf = ReadPdf.of(Samples.issued().withLines(Samples.people(lines)))) {
      String totals =
          IntStream.rangeClosed(1, pdf.pages())
              .mapToObj(pdf::page)
              .filter(page -> page.contains("Do zapłaty"))
              .findFirst()
              .orElseThrow();
      assertThat(totals).contains("Razem netto", "Jaźń " + lines + " ", "Pozycja");
    }
  }

  @Test
  void longNamesStayInTheirColumn() throws IOException {
    String name = "a-provider-with-a-name/and-a-model-with-a-much-longer-one-2026-10-31-preview";
    List<StatementLine> lines =
        List.of(
            Samples.model(name.repeat(4), 123_456, 12_345_678_901L, "12345.678901", "46666.12"),
            Samples.person("ŵ".repeat(400), "1.00"));
    Samples sample = Samples.issued().withLines(lines).withBuyer("M".repeat(300));
    float end = Columns.of(Sayings.of(sample.statement()), Frame.load()).usageItem();
    try (ReadPdf pdf = ReadPdf.of(sample)) {
      assertThat(pdf.text()).contains("a-provider-with-a-name/", "…", "46 666,12");
      assertThat(pdf.letters())
          .allMatch(letter -> letter.getX() >= Frame.LEFT - 1)
          .allMatch(letter -> letter.getX() + letter.getWidth() <= Frame.RIGHT + 1);
      List<TextPosition> wide =
          pdf.letters().stream().filter(letter -> letter.getUnicode().equals("ŵ")).toList();
      assertThat(wide).isNotEmpty().allMatch(letter -> letter.getX() + letter.getWidth() <= end);
    }
  }

  @Test
  void lettersOfOtherScriptsAreMarked() {
    assertThat(textOf(Samples.issued().withBuyer("Иван Müller\u0000 Zaz\u0301")))
        .contains("???? Müller Zaź");
  }

  @Test
  void screenReadersAreTold() {
    try (ReadPdf pdf = ReadPdf.of(Samples.issued())) {
      assertThat(pdf.document.getDocumentInformation().getTitle())
          .isEqualTo("Rozliczenie za październik\u00a02026 · 2026/10/0031");
      assertThat(pdf.document.getDocumentInformation().getAuthor())
          .isEqualTo("Halny Hosting sp. z o.o.");
      assertThat(pdf.document.getDocumentCatalog().getLanguage()).isEqualTo("pl-PL");
      assertThat(pdf.document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.document.getDocumentCatalog().getStructureTreeRoot().getKids()).hasSize(1);
      assertThat(pdf.document.getPage(0).getCOSObject().containsKey(COSName.STRUCT_PARENTS))
          .isTrue();
    }
  }

  @Test
  void everyLineIsARowToThem() {
    try (ReadPdf pdf = ReadPdf.of(Samples.issued().withLines(Samples.people(120)))) {
      // The heading once, however many pages there are, and the three totals.
      assertThat(pdf.rows()).isEqualTo(1 + 120 + 3);
    }
  }

  @Test
  void monthWithoutAnythingIsAPaperToo() {
    assertThat(textOf(Samples.issued().withLines(List.of())))
        .contains("Razem netto 0,00", "Do zapłaty, PLN 0,00")
        .doesNotContain("Zapytania", "Termin", "Rachunek", "Kurs");
  }

  /** What took a time that grows with the square of the lines would not end before the limit. */
  @Test
  @Timeout(120)
  void thousandLinesAreDrawnToo() {
    try (ReadPdf pdf = ReadPdf.of(Samples.issued().withLines(Samples.people(1_000)))) {
      assertThat(pdf.rows()).isEqualTo(1 + 1_000 + 3);
    }
  }

  /** Left in {@code target/papers} to be looked at. */
  @Test
  void pageIsDrawn() throws IOException {
    Path folder = Files.createDirectories(Path.of("target/papers"));
    try (ReadPdf pdf = ReadPdf.of(Samples.draft())) {
      BufferedImage page = new PDFRenderer(pdf.document).renderImageWithDPI(0, 110);
      ImageIO.write(page, "png", folder.resolve("draft.png").toFile());
      long inked =
          IntStream.of(
                  page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth()))
              .filter(pixel -> (pixel & 0xff) < 128)
              .count();
      assertThat(inked).isGreaterThan(5_000);
    }
  }
}
