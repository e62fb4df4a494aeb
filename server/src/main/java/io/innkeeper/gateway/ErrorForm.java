package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * In which form a caller reads why it isn't answered: that of the API whose endpoint it asked. All
 * hold the sentence, the stable code and the request's id.
 */
enum ErrorForm {
  /** OpenAI's chat API and what is like it; Open WebUI reads this one. */
  CHAT,
  /** Anthropic's {@code /v1/messages}. */
  MESSAGES,
  /** OpenAI's {@code /v1/responses}, whose streams have errors of a form of their own. */
  RESPONSES;

  private static final String DONE = "data: [DONE]\n\n";

  /** The whole body of an answer. */
  byte[] body(Refusal refusal, String request) {
    return Json.bytes(
        json -> {
          json.writeStartObject();
          if (this == MESSAGES) json.writeStringField("type", "error");
          error(json, refusal, request);
          if (this == MESSAGES) json.writeStringField("request_id", request);
          json.writeEndObject();
        });
  }

  /**
   * The same inside a stream; in the chat's an event without choices.
   *
   * @param before how many events came before it
   */
  String event(Refusal refusal, String request, long before) {
    return switch (this) {
      case CHAT -> data(body(refusal, request));
      case MESSAGES -> "event: error\n" + data(body(refusal, request));
      case RESPONSES -> "event: error\n" + data(flat(refusal, request, before));
    };
  }

  private static String data(byte[] json) {
    return "data: " + new String(json, UTF_8) + "\n\n";
  }

  /** What ends a stream that its upstream left without an end. */
  String end() {
    return this == CHAT ? DONE : "";
  }

  private void error(JsonGenerator json, Refusal refusal, String request) throws IOException {
    json.writeObjectFieldStart("error");
    json.writeStringField("message", refusal.sentence());
    json.writeStringField("type", type(refusal));
    json.writeStringField("code", refusal.code());
    json.writeStringField("request_id", request);
    json.writeEndObject();
  }

  private byte[] flat(Refusal refusal, String request, long before) {
    return Json.bytes(
        json -> {
          json.writeStartObject();
          json.writeStringField("type", "error");
          json.writeStringField("code", refusal.code());
          json.writeStringField("message", refusal.sentence());
          json.writeNullField("param");
          json.writeNumberField("sequence_number", before);
          error(json, refusal, request);
          json.writeEndObject();
        });
  }

  private String type(Refusal refusal) {
    return switch (refusal.status()) {
      case 401 -> "authentication_error";
      case 402 -> this == MESSAGES ? "billing_error" : "insufficient_quota";
      case 403 -> "permission_error";
      case 404 -> "not_found_error";
      case 413 -> this == MESSAGES ? "request_too_large" : "invalid_request_error";
      case 429 -> "rate_limit_error";
      case 503 -> this == MESSAGES && refusal.passes() ? "overloaded_error" : "api_error";
      case 504 -> this == MESSAGES ? "timeout_error" : "api_error";
      default -> refusal.status() < 500 ? "invalid_request_error" : "api_error";
    };
  }
}
