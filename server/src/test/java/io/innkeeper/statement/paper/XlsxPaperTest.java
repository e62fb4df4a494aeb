package io.innkeeper.statement.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class XlsxPaperTest {
  private static final int NET = 10;

  @Test
  void numbersAreExact() throws IOException {
    List<Row> rows = lines(Samples.issued());
    assertThat(rows.get(1).getCellText(1)).isEqualTo("anthropic/claude-sonnet-4");
    assertThat(number(rows.get(1), 2)).isEqualByComparingTo("2533");
    assertThat(number(rows.get(1), 4)).isEqualByComparingTo("101.78232");
    assertThat(number(rows.get(1), NET)).isEqualByComparingTo("384.86");
    assertThat(rows.get(10).getCellAsDate(7).orElseThrow().toLocalDate())
        .isEqualTo(LocalDate.of(2026, 10, 16));
    BigDecimal smallest = new BigDecimal("0.123456789012");
    assertThat(number(lines(Samples.issued().withLines(Samples.people(1))).get(1), 4))
        .isEqualByComparingTo(smallest);
  }

  @Test
  void totalsAreThoseOfThePaper() throws IOException {
    List<Row> rows = lines(Samples.issued());
    assertThat(rows).hasSize(15);
    BigDecimal sum =
        rows.subList(1, 12).stream()
            .map(row -> number(row, NET))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(number(rows.get(12), NET)).isEqualByComparingTo(sum).isEqualByComparingTo("1895.91");
    assertThat(number(rows.get(13), NET)).isEqualByComparingTo("436.06");
    assertThat(number(rows.get(14), NET)).isEqualByComparingTo("2331.97");
    assertThat(rows.get(14).getCellText(1)).isEqualTo("Do zapłaty, PLN");
  }

  @Test
  void formulasAreNeutralised() throws IOException {
    String name = "=HYPERLINK(\"http://example.org\",\"x\")";
    Row row = lines(Samples.issued().withLines(List.of(Samples.person(name, "1.00")))).get(1);
    assertThat(row.getCell(1).getType()).isEqualTo(CellType.STRING);
    assertThat(row.getCell(1).getFormula()).isNull();
    assertThat(row.getCellText(1)).isEqualTo(name);
    assertThat(part(Samples.issued(), "xl/worksheets/sheet1.xml")).doesNotContain("<f>");
  }

  @Test
  void headingStaysInSight() throws IOException {
    assertThat(part(Samples.issued(), "xl/worksheets/sheet1.xml"))
        .contains("ySplit=\"1\"", "state=\"frozen\"");
    assertThat(lines(Samples.issued().inEnglish()).getFirst().getCellText(2)).isEqualTo("Calls");
    assertThat(part(Samples.issued(), "xl/styles.xml")).contains("[$-415]d mmm yyyy");
  }

  @Test
  void secondSheetSaysWhatItIs() throws IOException {
    try (ReadableWorkbook book = open(Samples.draft().correcting("2026/10/0031"))) {
      String text =
          book.getSheet(1).orElseThrow().read().stream()
              .map(row -> row.getCellText(1))
              .collect(Collectors.joining("\n"));
      assertThat(text)
          .contains("2026/11/0002", "2026/10/0031", "zdublowane zapytanie")
          .contains("Kancelaria Brzoza i Wspólnicy", "NIP 000-000-00-00");
    }
  }

  @Test
  void oddLettersDontBreakIt() throws IOException {
    String name = "a\u0000b\u0007<c>&\uffff😀";
    Row row = lines(Samples.issued().withLines(List.of(Samples.person(name, "1.00")))).get(1);
    assertThat(row.getCellText(1)).isEqualTo("a b <c>& 😀");
  }

  @Test
  void momentOfMakingIsNowhere() throws IOException {
    assertThat(part(Samples.issued(), "docProps/core.xml")).contains("2026-11-02T00:00:00Z");
    assertThat(part(Samples.draft(), "docProps/core.xml")).doesNotContain("created");
  }

  private static BigDecimal number(Row row, int column) {
    return row.getCellAsNumber(column).orElseThrow();
  }

  private static ReadableWorkbook open(Samples sample) throws IOException {
    return new ReadableWorkbook(new ByteArrayInputStream(Papers.xlsx(sample.statement())));
  }

  private static List<Row> lines(Samples sample) throws IOException {
    try (ReadableWorkbook book = open(sample)) {
      return book.getFirstSheet().read();
    }
  }

  private static String part(Samples sample, String name) throws IOException {
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(Papers.xlsx(sample.statement())))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
        if (entry.getName().equals(name)) return new String(zip.readAllBytes(), UTF_8);
    }
    throw new AssertionError("no " + name);
  }
}
