package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorFormTest {
  @ParameterizedTest
  @CsvSource({
    "402, billing_error, insufficient_quota",
    "413, request_too_large, invalid_request_error",
    "422, invalid_request_error, invalid_request_error",
    "429, rate_limit_error, rate_limit_error",
    "502, api_error, api_error",
    "503, api_error, api_error",
    "504, timeout_error, api_error"
  })
  void statusHasTheTypeOfItsApi(int status, String messages, String chat) {
    Refusal refusal = Refusal.of(status, "told", "Said.");
    assertThat(body(ErrorForm.MESSAGES, refusal)).contains("\"type\":\"" + messages + "\"");
    assertThat(body(ErrorForm.CHAT, refusal)).contains("\"type\":\"" + chat + "\"");
    assertThat(body(ErrorForm.RESPONSES, refusal)).isEqualTo(body(ErrorForm.CHAT, refusal));
  }

  @ParameterizedTest
  @CsvSource({"MESSAGES, overloaded_error", "CHAT, api_error"})
  void whatPassesByItselfIsOverload(ErrorForm form, String type) {
    Refusal refusal = Refusal.later(503, "told", "Said.", Duration.ofSeconds(5));
    assertThat(body(form, refusal)).contains("\"type\":\"" + type + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/messages, MESSAGES",
    "/v1/messages/count_tokens, MESSAGES",
    "/v1/responses/resp_1, RESPONSES",
    "/v1/chat/completions, CHAT",
    "/v2, CHAT"
  })
  void errorsHaveTheFormOfThePathsApi(String path, ErrorForm form) {
    assertThat(Endpoint.errors(path)).isEqualTo(form);
  }

  @Test
  void aLimitToldInsideAnAnswerIsALimit() {
    Refusal refusal = UpstreamErrors.inStream("429", "");
    assertThat(body(ErrorForm.MESSAGES, refusal)).contains("rate_limit_error", "upstream-busy");
    assertThat(refusal.retryAfterHeader()).contains("5");
  }

  private static String body(ErrorForm form, Refusal refusal) {
    return new String(form.body(refusal, "request"), UTF_8);
  }
}
