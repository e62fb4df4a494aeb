package io.innkeeper.gateway;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.innkeeper.usage.Tokens;
import java.io.IOException;

/**
 * Reads from a JSON answer or event what concerns its cost: in the chat form, the responses form
 * and the messages form. Unknown fields are skipped, texts are never kept.
 */
final class AnswerReader {
  private AnswerReader() {}

  /**
   * Adds to the facts what one JSON document says; one that breaks off adds what it said before.
   */
  static void read(byte[] bytes, int from, int length, AnswerFacts facts) {
    facts.error = null;
    facts.choicesSeen = false;
    try (JsonParser json = Json.FACTORY.createParser(bytes, from, length)) {
      if (json.nextToken() == JsonToken.START_OBJECT) object(json, facts);
    } catch (IOException e) {
      facts.usageUnreadable |= facts.usageSeen && facts.cost == null;
    }
  }

  private static void object(JsonParser json, AnswerFacts facts) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      switch (name) {
        case "id" -> generation(text(json, value, ""), facts);
        case "model" -> facts.model = text(json, value, facts.model);
        case "provider" -> provider(json, value, facts);
        case "type" -> terminal(text(json, value, ""), facts);
        case "status", "stop_reason" -> facts.finish = text(json, value, facts.finish);
        case "usage" -> usage(json, value, facts);
        case "error" -> error(json, value, facts);
        case "choices" -> choices(json, value, facts);
        // The responses form and the messages form wrap what the chat form says outside.
        case "response", "message", "delta" -> inner(json, value, facts);
        default -> json.skipChildren();
      }
    }
  }

  private static void generation(String id, AnswerFacts facts) {
    if (!facts.generationFixed && !id.isEmpty()) facts.generation = id;
  }

  private static void inner(JsonParser json, JsonToken value, AnswerFacts facts)
      throws IOException {
    if (value == JsonToken.START_OBJECT) object(json, facts);
    else json.skipChildren();
  }

  private static void terminal(String type, AnswerFacts facts) {
    switch (type) {
      case "message_stop",
          "response.completed",
          "response.done",
          "response.failed",
          "response.incomplete" ->
          facts.terminal = true;
      default -> {}
    }
  }

  private static void provider(JsonParser json, JsonToken value, AnswerFacts facts)
      throws IOException {
    if (value != JsonToken.START_OBJECT) {
      facts.provider = text(json, value, facts.provider);
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean name = json.currentName().equals("name");
      JsonToken inside = json.nextToken();
      if (name) facts.provider = text(json, inside, facts.provider);
      else json.skipChildren();
    }
  }

  private static void choices(JsonParser json, JsonToken value, AnswerFacts facts)
      throws IOException {
    facts.choicesSeen = true;
    if (value != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.START_OBJECT) {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken inside = json.nextToken();
        switch (name) {
          case "finish_reason" -> facts.finish = text(json, inside, facts.finish);
          case "error" -> error(json, inside, facts);
          default -> json.skipChildren();
        }
      }
    }
  }

  private static void error(JsonParser json, JsonToken value, AnswerFacts facts)
      throws IOException {
    if (value == JsonToken.VALUE_NULL) return;
    facts.error = "";
    if (value == JsonToken.VALUE_STRING) facts.error = json.getText();
    if (value != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken inside = json.nextToken();
      switch (name) {
        case "message" -> facts.error = text(json, inside, "");
        case "code" -> facts.errorCode = inside.isScalarValue() ? json.getText() : facts.errorCode;
        default -> json.skipChildren();
      }
    }
  }

  private static void usage(JsonParser json, JsonToken value, AnswerFacts facts)
      throws IOException {
    if (value == JsonToken.VALUE_NULL) return;
    facts.usageSeen = true;
    if (value != JsonToken.START_OBJECT) {
      facts.usageUnreadable = true;
      json.skipChildren();
      return;
    }
    UsageFields fields = new UsageFields(facts.tokens, facts.cacheApart);
    fields.object(json, facts);
    facts.tokens = fields.tokens();
    facts.cacheApart = fields.cacheApart;
  }

  private static String text(JsonParser json, JsonToken value, String otherwise)
      throws IOException {
    if (value == JsonToken.VALUE_STRING) return json.getText();
    json.skipChildren();
    return otherwise;
  }

  /** The usage object in any of its forms. */
  private static final class UsageFields {
    private long prompt;
    private long completion;
    private long cached;
    private long cacheWrite;
    private long reasoning;
    private long audioIn;
    private long audioOut;
    private long imageOut;
    private boolean cacheApart;

    /**
     * @param cacheApart whether the prompt is told without what the cache took or gave, as in the
     *     messages form
     */
    UsageFields(Tokens before, boolean cacheApart) {
      this.cacheApart = cacheApart;
      prompt = before.prompt() - (cacheApart ? before.cached() + before.cacheWrite() : 0);
      completion = before.completion();
      cached = before.cached();
      cacheWrite = before.cacheWrite();
      reasoning = before.reasoning();
      audioIn = before.audioIn();
      audioOut = before.audioOut();
      imageOut = before.imageOut();
    }

    Tokens tokens() {
      long whole = cacheApart ? prompt + cached + cacheWrite : prompt;
      return new Tokens(
          whole, completion, cached, cacheWrite, reasoning, audioIn, audioOut, imageOut);
    }

    void object(JsonParser json, AnswerFacts facts) throws IOException {
      boolean wholePrompt = false;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        switch (name) {
          case "prompt_tokens" -> {
            prompt = count(json, value, prompt);
            wholePrompt = true;
          }
          case "input_tokens" -> prompt = count(json, value, prompt);
          case "completion_tokens", "output_tokens" -> completion = count(json, value, completion);
          case "cost" -> facts.cost = number(json, value, facts);
          case "is_byok" -> facts.ownKey = value == JsonToken.VALUE_TRUE;
          case "cost_details" -> costs(json, value, facts);
          case "prompt_tokens_details", "input_tokens_details" -> details(json, value, true);
          case "completion_tokens_details", "output_tokens_details" -> details(json, value, false);
          case "cache_read_input_tokens" -> {
            cached = count(json, value, cached);
            cacheApart = true;
          }
          case "cache_creation_input_tokens" -> {
            cacheWrite = count(json, value, cacheWrite);
            cacheApart = true;
          }
          default -> json.skipChildren();
        }
      }
      cacheApart &= !wholePrompt;
    }

    private void details(JsonParser json, JsonToken start, boolean in) throws IOException {
      if (start != JsonToken.START_OBJECT) return;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        switch (name) {
          case "cached_tokens" -> cached = count(json, value, cached);
          case "cache_write_tokens" -> cacheWrite = count(json, value, cacheWrite);
          case "reasoning_tokens" -> reasoning = count(json, value, reasoning);
          case "image_tokens" -> imageOut = in ? imageOut : count(json, value, imageOut);
          case "audio_tokens" -> {
            if (in) audioIn = count(json, value, audioIn);
            else audioOut = count(json, value, audioOut);
          }
          default -> json.skipChildren();
        }
      }
    }

    private static void costs(JsonParser json, JsonToken start, AnswerFacts facts)
        throws IOException {
      if (start != JsonToken.START_OBJECT) return;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = json.currentName().equals("upstream_inference_cost");
        JsonToken value = json.nextToken();
        if (wanted) facts.upstreamCost = number(json, value, facts);
        else json.skipChildren();
      }
    }

    private static long count(JsonParser json, JsonToken value, long otherwise) throws IOException {
      if (value == JsonToken.VALUE_NUMBER_INT) return Math.max(0, json.getLongValue());
      if (value == JsonToken.VALUE_NUMBER_FLOAT) {
        return Math.max(0, json.getDecimalValue().longValue());
      }
      json.skipChildren();
      return otherwise;
    }

    /** The number exactly as it was written. */
    private static @org.jspecify.annotations.Nullable String number(
        JsonParser json, JsonToken value, AnswerFacts facts) throws IOException {
      if (value.isNumeric()) return json.getText();
      if (value != JsonToken.VALUE_NULL) facts.usageUnreadable = true;
      json.skipChildren();
      return null;
    }
  }
}
