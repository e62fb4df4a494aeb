package io.innkeeper.cli.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.cli.desk.Refusal;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvTextTest {
  private static final String FULL =
      """
      # mAI Client Environment Configuration

      export OPENROUTER_API_KEY = "old"   # the key
      CORS_ALLOW_ORIGIN='*'
      strange line that assigns nothing
      \tORGANIZATION_NAME=Old Name
      CERTIFICATE="-----BEGIN
      SPENDING_LIMIT=not this one
      -----END"
      SPENDING_LIMIT=5
      # OPENROUTER_KEY_HASH=N/A
      WEBUI_NAME=last line without an end""";

  @Test
  void mergeKeepsEverythingElse() {
    String after = EnvText.parse(FULL).with(values("sk-new", "New & Co", "50", "abc")).text();
    assertThat(after)
        .isEqualTo(
            """
            # mAI Client Environment Configuration

            export OPENROUTER_API_KEY=sk-new   # the key
            CORS_ALLOW_ORIGIN='*'
            strange line that assigns nothing
            \tORGANIZATION_NAME='New & Co'
            CERTIFICATE="-----BEGIN
            SPENDING_LIMIT=not this one
            -----END"
            SPENDING_LIMIT=50
            # OPENROUTER_KEY_HASH=abc
            WEBUI_NAME=last line without an end""");
  }

  @Test
  void missingOnesComeUnderOneComment() {
    EnvText once = EnvText.parse("A=1").with(values("k", "Acme", "50", "h"));
    assertThat(once.text())
        .isEqualTo(
            """
            A=1

            # The organisation served here (innkeeper env generate).
            OPENROUTER_API_KEY=k
            ORGANIZATION_NAME=Acme
            SPENDING_LIMIT=50
            OPENROUTER_KEY_HASH=h
            """);
    String later = once.with(Map.of(Variable.OPENROUTER_HOST, "https://x.example")).text();
    assertThat(later).startsWith(once.text()).endsWith("h\nOPENROUTER_HOST=https://x.example\n");
  }

  @Test
  void repeatedItChangesNothing() {
    Map<Variable, String> values = values("k", "O'Neil \"x\" #1", "12.5", "h");
    String once = EnvText.parse(FULL).with(values).text();
    assertThat(EnvText.parse(once).with(values).text()).isEqualTo(once);
    String own = "ORGANIZATION_NAME=\"Acme\"  # theirs\n";
    assertThat(EnvText.parse(own).with(Map.of(Variable.ORGANIZATION_NAME, "Acme")).text())
        .isEqualTo(own);
  }

  @Test
  void lineEndingsStay() {
    String after =
        EnvText.parse("\uFEFFSPENDING_LIMIT=1\r\nX=2\r\n")
            .with(Map.of(Variable.SPENDING_LIMIT, "2", Variable.OPENROUTER_API_KEY, "k"))
            .text();
    assertThat(after).startsWith("\uFEFFSPENDING_LIMIT=2\r\nX=2\r\n\r\n#");
    assertThat(after.replace("\r\n", "")).doesNotContain("\n", "\r");
  }

  @Test
  void nameWithoutQuotesGetsThemAndNothingElseChanges() {
    String after =
        EnvText.parse("ORGANIZATION_NAME=ABC Company\nX=ABC Company\n")
            .with(Map.of(Variable.ORGANIZATION_NAME, "ABC Company"))
            .text();
    assertThat(after).isEqualTo("ORGANIZATION_NAME='ABC Company'\nX=ABC Company\n");
  }

  @Test
  void ofSeveralLinesTheLastCountsAndAllAreWritten() {
    EnvText text = EnvText.parse("SPENDING_LIMIT=1\nSPENDING_LIMIT=2\n");
    assertThat(text.value(Variable.SPENDING_LIMIT)).contains("2");
    assertThat(text.with(Map.of(Variable.SPENDING_LIMIT, "3")).text())
        .isEqualTo("SPENDING_LIMIT=3\nSPENDING_LIMIT=3\n");
  }

  @Test
  void oneOfOursInSeveralLinesIsRefused() {
    assertThatThrownBy(
            () -> EnvText.parse("ORGANIZATION_NAME=\"a\nb\"\n").value(Variable.ORGANIZATION_NAME))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("doesn't end on its line");
    String hidden = "SPENDING_LIMIT=1\nX='\nSPENDING_LIMIT=9\n'\n";
    assertThatThrownBy(() -> EnvText.parse(hidden).with(Map.of(Variable.SPENDING_LIMIT, "2")))
        .hasMessageContaining("a second time");
  }

  @Test
  void longValuesOfOthersPassThrough() {
    String config = "CONFIG=\"{" + "\\\"a\\\": 1, ".repeat(40_000) + "}\"\n";
    assertThat(
            EnvText.parse(config + "SPENDING_LIMIT=1\n")
                .with(Map.of(Variable.SPENDING_LIMIT, "2"))
                .text())
        .isEqualTo(config + "SPENDING_LIMIT=2\n");
  }

  private static Map<Variable, String> values(String key, String name, String limit, String hash) {
    Map<Variable, String> values = new EnumMap<>(Variable.class);
    values.put(Variable.OPENROUTER_API_KEY, key);
    values.put(Variable.ORGANIZATION_NAME, name);
    values.put(Variable.SPENDING_LIMIT, limit);
    values.put(Variable.OPENROUTER_KEY_HASH, hash);
    return values;
  }
}
