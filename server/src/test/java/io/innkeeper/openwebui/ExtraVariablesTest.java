package io.innkeeper.openwebui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.fault.Fault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtraVariablesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9LIVES | x | is not a variable's name",
        "A-B | x | is not a variable's name",
        "OPENAI_API_KEY | x | is reserved: model calls go through Innkeeper's gateway",
        "http_proxy | x | is reserved: a workspace makes no connection",
        "RAG_FILE_MAX_SIZE | 900 | raise the memory",
        "JWT_EXPIRES_IN | banana | must be a duration such as 12h",
        "ENABLE_WEB_SEARCH | yes | must be true or false",
        "RAG_TOP_K | many | must be a whole number",
        "WEBUI_BANNERS | [ | must be JSON",
        "DATABASE_URL | '' | must begin with postgresql://",
      })
  void problemIsSaidInOneSentence(String name, String value, String said) {
    assertThat(ExtraVariables.problems(Map.of(name, value)))
        .singleElement()
        .satisfies(problem -> assertThat(problem.said()).contains(said).endsWith("."));
  }

  @Test
  void whatTheAppTakesPasses() {
    ExtraVariables.check(
        Map.of(
            "DATABASE_URL", "postgresql://u:p%40ss@db:5432/acme",
            "JWT_EXPIRES_IN", "7d",
            "PEM", "two\nlines",
            "GOOGLE_CLIENT_ID", "",
            "RAG_TOP_K", ""));
  }

  @Test
  void allProblemsAreSaidTogetherWithoutValues() {
    Map<String, String> extra = new LinkedHashMap<>();
    extra.put("tz", "x");
    extra.put("TZ", "x");
    extra.put("A=B", "hush");
    extra.put("NUL", "hush\0");
    extra.put("LONG", "hush".repeat(10_000));
    assertThatThrownBy(() -> ExtraVariables.check(extra))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.fields()).hasSize(4);
              assertThat(fault.fields().toString() + fault.said()).doesNotContain("hush");
            });
  }

  @Test
  void tooManyAreRefused() {
    Map<String, String> extra =
        IntStream.range(0, 201).boxed().collect(Collectors.toMap(i -> "V" + i, i -> "x"));
    assertThat(ExtraVariables.problems(extra)).hasSize(1);
  }
}
