package io.innkeeper.statement.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.statement.StatementLine.Change;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CsvPaperTest {
  private static final Pattern CELL = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,]*))(,|$)");

  @Test
  void amountsAddUpToWhatIsToBePaid() throws IOException {
    List<List<String>> rows = read(Samples.issued());
    assertThat(rows.getFirst()).contains("item", "usd", "amount", "currency");
    assertThat(rows).hasSize(13).allMatch(row -> row.size() == rows.getFirst().size());
    BigDecimal sum =
        rows.stream()
            .skip(1)
            .map(row -> new BigDecimal(cell(rows, row, "amount")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualTo(Samples.issued().statement().gross());
  }

  @Test
  void numbersAndDaysAreForPrograms() throws IOException {
    List<List<String>> rows = read(Samples.issued());
    assertThat(rows.get(1))
        .containsSubsequence("2026/10/0031", "2026-10", "2026-11-02", "1", "model")
        .containsSubsequence("anthropic/claude-sonnet-4", "2533", "27125427", "101.78232");
    assertThat(cell(rows, rows.get(10), "since")).isEqualTo("2026-10-16");
    assertThat(cell(rows, rows.get(11), "usd")).isEqualTo("-0.4866");
    assertThat(cell(rows, rows.get(11), "amount")).isEqualTo("-1.84");
  }

  @Test
  void formulasAreNeutralised() throws IOException {
    for (String start : List.of("=", "+", "-", "@", "\t", "\r")) {
      String words = start + "cmd|' /C calc'!A0, \"hm\"";
      List<List<String>> rows =
          read(Samples.issued().withLines(List.of(new Change(words, new BigDecimal("-5.00")))));
      assertThat(cell(rows, rows.get(1), "item")).isEqualTo("'" + words);
      assertThat(cell(rows, rows.get(1), "amount")).isEqualTo("-5.00");
    }
  }

  @Test
  void lettersAreUtf8WithoutAMark() throws IOException {
    byte[] bytes = bytes(Samples.issued().withLines(Samples.people(1)));
    assertThat(new String(bytes, UTF_8))
        .startsWith("document,")
        .contains("Żółcisława Gęśl-Jaźń 1")
        .endsWith("\r\n");
  }

  private static String cell(List<List<String>> rows, List<String> row, String column) {
    return row.get(rows.getFirst().indexOf(column));
  }

  private static byte[] bytes(Samples sample) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Papers.csv(sample.statement(), out);
    return out.toByteArray();
  }

  private static List<List<String>> read(Samples sample) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (String line : new String(bytes(sample), UTF_8).split("\r\n")) rows.add(cells(line));
    return rows;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    Matcher matcher = CELL.matcher(line);
    while (matcher.find()) {
      String quoted = matcher.group(1);
      cells.add(quoted == null ? matcher.group(2) : quoted.replace("\"\"", "\""));
      if (matcher.group(3).isEmpty()) break;
    }
    return cells;
  }
}
