package io.innkeeper.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The gateway's JSON: read and written by token, never into a tree. */
final class Json {
  static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** Writes one document. */
  interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  static byte[] bytes(Writing writing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      writing.to(json);
    } catch (IOException e) {
      throw new UncheckedIOException("JSON could not be written in memory", e);
    }
    return out.toByteArray();
  }

  /** The texts of a JSON list; one empty text if it is anything else. */
  static List<String> texts(String literal) {
    List<String> texts = new ArrayList<>();
    try (JsonParser parser = FACTORY.createParser(literal)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) return List.of("");
      while (parser.nextToken() == JsonToken.VALUE_STRING) texts.add(parser.getText());
      return parser.currentToken() == JsonToken.END_ARRAY ? texts : List.of("");
    } catch (IOException e) {
      return List.of("");
    }
  }

  /** The text that a JSON string literal stands for; the literal itself if it is none. */
  static String text(String literal) {
    try (JsonParser parser = FACTORY.createParser(literal)) {
      parser.nextToken();
      return parser.getText();
    } catch (IOException e) {
      return literal;
    }
  }
}
