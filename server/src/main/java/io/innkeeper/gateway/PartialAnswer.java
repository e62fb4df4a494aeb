package io.innkeeper.gateway;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * A whole answer that holds an error beside what was made: what was made goes on, the error in our
 * words, and nothing of whose account it was.
 */
final class PartialAnswer {
  private PartialAnswer() {}

  /** Empty if the answer can't be read. */
  static Optional<Buffer> of(byte[] body, Refusal told) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
    try (JsonParser from = Json.FACTORY.createParser(body);
        JsonGenerator to = Json.FACTORY.createGenerator(out)) {
      if (from.nextToken() != JsonToken.START_OBJECT) return Optional.empty();
      object(from, to, told, true);
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.of(Buffer.buffer(out.toByteArray()));
  }

  private static void object(JsonParser from, JsonGenerator to, Refusal told, boolean outermost)
      throws IOException {
    to.writeStartObject();
    while (from.nextToken() == JsonToken.FIELD_NAME) {
      String name = from.currentName();
      JsonToken value = from.nextToken();
      switch (name) {
        case "error" -> {
          from.skipChildren();
          if (value != JsonToken.VALUE_NULL) error(to, told);
        }
        case "user_id", "openrouter_metadata" -> from.skipChildren();
        case "choices" -> {
          to.writeFieldName(name);
          if (outermost && value == JsonToken.START_ARRAY) choices(from, to, told);
          else to.copyCurrentStructure(from);
        }
        default -> {
          to.writeFieldName(name);
          copy(from, to, value);
        }
      }
    }
    to.writeEndObject();
  }

  private static void choices(JsonParser from, JsonGenerator to, Refusal told) throws IOException {
    to.writeStartArray();
    for (JsonToken one = from.nextToken(); one != JsonToken.END_ARRAY; one = from.nextToken()) {
      if (one == null) throw new IOException("the answer breaks off");
      if (one == JsonToken.START_OBJECT) object(from, to, told, false);
      else copy(from, to, one);
    }
    to.writeEndArray();
  }

  private static void error(JsonGenerator to, Refusal told) throws IOException {
    to.writeObjectFieldStart("error");
    to.writeStringField("message", told.sentence());
    to.writeStringField("code", told.code());
    to.writeEndObject();
  }

  /** Numbers stay as they were written. */
  private static void copy(JsonParser from, JsonGenerator to, JsonToken value) throws IOException {
    if (value.isNumeric()) to.writeNumber(from.getText());
    else to.copyCurrentStructure(from);
  }
}
