package io.innkeeper.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
  private static final String HASH =
      "a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Key limit exceeded (total limit). Manage it using https://openrouter.ai/settings/keys/"
            + HASH,
        "No key sk-or-v1-" + HASH,
        "Account user_2xyzABC asks " + HASH,
        "Rate limit reached for gpt-x in organization org-Qwerty on project proj_Uiop: 3 a minute.",
        "Write to boss@example.org now",
        "<html><body>" + HASH + "</body></html>"
      })
  void nothingOfAnAccountIsPassedOn(String text) {
    assertThat(SafeText.of(text))
        .doesNotContain(HASH.substring(0, 12))
        .doesNotContain("openrouter.ai")
        .doesNotContain("user_2xyz")
        .doesNotContain("Qwerty", "Uiop")
        .doesNotContain("boss@")
        .doesNotContain("<html>");
  }

  @Test
  void whatHelpsStays() {
    String text =
        "This endpoint's maximum context length is 128000 tokens. However, you requested about"
            + " 200001 tokens.";
    assertThat(SafeText.of(text)).isEqualTo(text);
  }

  @Test
  void itIsNeverLong() {
    assertThat(SafeText.of("word ".repeat(10_000))).hasSizeLessThanOrEqualTo(300);
  }
}
