package io.innkeeper.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The table of the reference's defects: each is there, and the tests that it names exist. */
class ReferenceDefectsTest {
  private static final Path PAGE = Path.of("..", "docs", "reference-defects.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| [^|]+ \\| ([^|]+) \\|$");
  private static final Pattern LINK = Pattern.compile("\\[(\\w+)\\.(\\w+)\\]\\(\\.\\./([^)]+)\\)");

  @Test
  void everyDefectIsInItsTableAndAnswered() throws IOException {
    List<Integer> numbers = new ArrayList<>();
    for (MatchResult row : rows()) {
      numbers.add(Integer.parseInt(row.group(1)));
      assertThat(row.group(2)).as(row.group(1)).matches("(?s).*(\\]\\(|Can’t occur|See ).*");
    }
    List<Integer> each = IntStream.rangeClosed(1, 43).boxed().toList();
    assertThat(numbers.subList(0, 43)).as("billing").isEqualTo(each);
    assertThat(numbers.subList(43, numbers.size())).as("infrastructure").isEqualTo(each);
  }

  @Test
  void everyTestThatItNamesExists() throws IOException {
    for (MatchResult link : LINK.matcher(Files.readString(PAGE)).results().toList()) {
      Path file = Path.of("..", link.group(3));
      assertThat(file).exists();
      assertThat(file.getFileName()).hasToString(link.group(1) + ".java");
      assertThat(Files.readString(file)).contains("void " + link.group(2) + "(");
    }
  }

  private static List<MatchResult> rows() throws IOException {
    return ROW.matcher(Files.readString(PAGE)).results().toList();
  }
}
