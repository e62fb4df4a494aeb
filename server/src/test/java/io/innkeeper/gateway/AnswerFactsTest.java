package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.usage.Tokens;
import io.innkeeper.usage.Unsettled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from an answer's usage, in the forms that upstreams write it. */
class AnswerFactsTest {
  private static AnswerFacts read(String... documents) {
    AnswerFacts facts = new AnswerFacts();
    for (String document : documents) {
      byte[] bytes = document.getBytes(UTF_8);
      AnswerReader.read(bytes, 0, bytes.length, facts);
    }
    return facts;
  }

  private static AnswerFacts usage(String members) {
    return read("{\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":1," + members + "}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"cost\":1e100000000",
        "\"cost\":1e-100000000",
        "\"cost\":1,\"is_byok\":true,\"cost_details\":{\"upstream_inference_cost\":1e100000000}"
      })
  @Timeout(10)
  void aCostBeyondAllSenseIsUnreadableAndStallsNothing(String members) {
    AnswerFacts facts = usage(members);
    assertThat(facts.charge()).isEmpty();
    assertThat(facts.reason(Unsettled.NO_USAGE)).isEqualTo(Unsettled.UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"cost\":0,\"is_byok\":true,\"cost_details\":{\"upstream_inference_cost\":null}",
        "\"cost\":0.01,\"is_byok\":true,\"cost_details\":{}",
        "\"cost\":0,\"is_byok\":true"
      })
  void theFeeAloneIsNotWhatACallWithAnOwnKeyCosts(String members) {
    AnswerFacts facts = usage(members);
    assertThat(facts.charge()).isEmpty();
    assertThat(facts.reason(Unsettled.NO_USAGE)).isEqualTo(Unsettled.COST_MISSING);
  }

  @Test
  void theMessagesFormTellsThePromptWithoutTheCache() {
    AnswerFacts whole =
        read(
            "{\"usage\":{\"input_tokens\":10,\"cache_read_input_tokens\":100,"
                + "\"cache_creation_input_tokens\":20,\"output_tokens\":7}}");
    assertThat(whole.tokens).isEqualTo(new Tokens(130, 7, 100, 20, 0, 0, 0, 0));
  }

  @Test
  void laterEventsOfTheMessagesFormAddTheCacheOnce() {
    String start =
        "{\"type\":\"message_start\",\"message\":{\"usage\":{\"input_tokens\":10,"
            + "\"cache_read_input_tokens\":100,\"output_tokens\":1}}}";
    AnswerFacts facts = read(start, "{\"usage\":{\"output_tokens\":7}}");
    assertThat(facts.tokens).isEqualTo(new Tokens(110, 7, 100, 0, 0, 0, 0, 0));
    facts = read(start, "{\"usage\":{\"input_tokens\":12,\"output_tokens\":7}}");
    assertThat(facts.tokens).isEqualTo(new Tokens(112, 7, 100, 0, 0, 0, 0, 0));
  }

  @Test
  void otherFormsTellTheWholePrompt() {
    assertThat(
            read("{\"usage\":{\"input_tokens\":10,\"input_tokens_details\":{\"cached_tokens\":4}}}")
                .tokens
                .prompt())
        .isEqualTo(10);
    assertThat(usage("\"cache_read_input_tokens\":2").tokens)
        .isEqualTo(new Tokens(3, 1, 2, 0, 0, 0, 0, 0));
  }
}
