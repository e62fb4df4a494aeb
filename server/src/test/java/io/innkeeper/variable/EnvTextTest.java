package io.innkeeper.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.fault.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvTextTest {
  @Test
  void valuesWithAnyCharacterComeBackAsTheyWere() {
    Map<String, String> values = new LinkedHashMap<>();
    int number = 0;
    for (String value :
        List.of(
            "",
            "plain",
            "https://example.org/a?b=c&d=e=f",
            "with spaces  inside",
            " at both ends ",
            "# no comment",
            "a # b",
            "it's \"quoted\" and \\back\\slashed\\",
            "two\nlines\r\nand\ta tab",
            "$HOME `ls` $(id) |&;<>!",
            "{\"json\": [1, \"ż\"]}",
            "żółć 🙂",
            "'single'",
            "export X=1")) values.put("V" + number++, value);
    assertThat(EnvText.parse(EnvText.of(values))).isEqualTo(values);
  }

  @Test
  void commentsExportsAndQuotesAreRead() {
    assertThat(
            EnvText.parse("\uFEFF# comment\n\nexport A=1\nB = two words # said\r\nC='x # y'\nD=\n"))
        .isEqualTo(Map.of("A", "1", "B", "two words", "C", "x # y", "D", ""));
  }

  @Test
  void badLinesAreRefusedByNumberAndNothingElse() {
    assertThatThrownBy(() -> EnvText.parse("A=1\nnot a line\n9X=2\nA=3\n"))
        .isInstanceOfSatisfying(
            Fault.class,
            fault ->
                assertThat(fault.fields())
                    .extracting(Fault.Field::said)
                    .containsExactly(
                        "Line 2 is not a NAME=value line.",
                        "Line 3 is not a NAME=value line.",
                        "Line 4 sets A a second time."));
  }
}
