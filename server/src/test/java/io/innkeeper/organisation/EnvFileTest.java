package io.innkeeper.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvFileTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "A=b|b",
        "  export A = b c |b c",
        "A='b # c' # d|b # c",
        "A=\"b \\\"c\\\" \\\\ # d\" # e|b \"c\" \\ # d",
        "A=b #c|b",
        "A=b#c|b#c",
        "A=it's|it's",
        "A=b=c|b=c",
        "A=$HOME|$HOME"
      })
  void linesAreRead(String line, String value) {
    assertThat(EnvFile.parse(line)).containsEntry("A", value);
  }

  @Test
  void otherLinesArePassedOver() {
    assertThat(EnvFile.parse("\uFEFF# A=1\r\n\r\nnonsense\r\n9A=2\r\nB=3\r\nB=4\r\nC=\r\nD=# x"))
        .containsExactly(
            java.util.Map.entry("B", "4"),
            java.util.Map.entry("C", ""),
            java.util.Map.entry("D", ""));
  }
}
