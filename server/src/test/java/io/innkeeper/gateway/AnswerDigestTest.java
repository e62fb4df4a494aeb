package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerDigestTest {
  private static final String USAGE =
      "\"usage\" : {\"prompt_tokens\":12, \"completion_tokens\": 34,\"cost\":8.10e-7,\"is_byok\":true,"
          + "\"prompt_tokens_details\":{\"cached_tokens\":5},"
          + "\"cost_details\":{\"upstream_inference_cost\":1.5}}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"gen-1\",\"provider\":\"Acme\",\"model\":\"acme/lark\",\"choices\":[{\"message\":"
            + "{\"content\":\"he said \\\"usage\\\": {} \\\\\",\"reasoning\":null},"
            + "\"finish_reason\":\"stop\"}],%s}",
        "{%s,\"error\":{\"message\":\"no \\u0141\",\"code\":502,\"metadata\":{\"x\":[{}]}},\"id\":\"a\"}",
        "{\"choices\":[{\"error\":{\"message\":\"m\",\"code\":\"c\"},\"logprobs\":[[1],{\"a\":2}]}],%s}",
        "{\"id\":\"r\",\"output\":[{\"content\":[{\"usage\":1,\"error\":2}]}],\"status\":\"completed\","
            + "\"error\":null,%s}",
        "{\"data\":[{\"b64_json\":\"iVBO\"},{\"embedding\":[0.1,-2]}],\"model\":\"m\", %s }\n",
        "{\"type\":\"message\",\"id\":\"m\",\"stop_reason\":\"end_turn\",%s,\"content\":[{}]}"
      })
  void theSameIsReadAsFromTheWholeWhereverItIsCut(String form) {
    byte[] body = form.formatted(USAGE).getBytes(UTF_8);
    AnswerFacts whole = new AnswerFacts();
    AnswerReader.read(body, 0, body.length, whole);
    assertThat(whole.cost).isEqualTo("8.10e-7");
    for (int piece = 1; piece <= body.length; piece++) {
      AnswerDigest digest = digest(body, piece);
      assertThat(digest.whole()).isTrue();
      AnswerFacts seen = new AnswerFacts();
      digest.read(seen);
      assertThat(seen).usingRecursiveComparison().isEqualTo(whole);
    }
  }

  @Test
  void whatWasMadeIsNotKeptHoweverLargeItIs() {
    String body =
        "{\"data\":[{\"b64_json\":\""
            + "iVBORw0KGgo".repeat(1_000_000)
            + "\"}],\"choices\":[{\"message\":{\"content\":\""
            + "Dzień \\\" ".repeat(100_000)
            + "\"}}],"
            + USAGE
            + "}";
    AnswerDigest digest = digest(body.getBytes(UTF_8), 1 << 16);
    AnswerFacts facts = new AnswerFacts();
    digest.read(facts);
    assertThat(digest.whole()).isTrue();
    assertThat(facts.charge()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"id\":\"a\"", "", "{\"id\":\"a\"}]", "{\"usage\":{\"cost\":0.001"})
  void aTornAnswerIsNotWhole(String body) {
    assertThat(digest(body.getBytes(UTF_8), 3).whole()).isFalse();
  }

  @Test
  void anAnswerOfWhatCountsOnlyIsCutAtABound() {
    String body = "{\"choices\":[" + "{\"finish_reason\":\"stop\"},".repeat(10_000) + "1]}";
    assertThat(digest(body.getBytes(UTF_8), 1 << 16).whole()).isFalse();
    String deep = "{\"error\":" + "[".repeat(1_000);
    assertThat(digest(deep.getBytes(UTF_8), 1 << 16).whole()).isFalse();
  }

  private static AnswerDigest digest(byte[] body, int piece) {
    AnswerDigest digest = new AnswerDigest();
    for (int at = 0; at < body.length; at += piece) {
      digest.feed(
          Unpooled.wrappedBuffer(Arrays.copyOfRange(body, at, Math.min(body.length, at + piece))));
    }
    return digest;
  }
}
