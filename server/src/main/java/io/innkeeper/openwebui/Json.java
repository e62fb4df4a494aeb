package io.innkeeper.openwebui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON as the app reads and writes it. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<LinkedHashMap<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};

  private Json() {}

  static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException("not a JSON value", impossible);
    }
  }

  /** The tree of a text, empty when it isn't JSON. */
  static Optional<JsonNode> parse(byte[] text) {
    try {
      JsonNode tree = MAPPER.readTree(text);
      return tree instanceof MissingNode ? Optional.empty() : Optional.ofNullable(tree);
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  /** A value as a tree, so that numbers and texts compare as the app stores them. */
  static JsonNode tree(@Nullable Object value) {
    return MAPPER.valueToTree(value);
  }

  static Map<String, @Nullable Object> object(JsonNode tree) {
    return MAPPER.convertValue(tree, OBJECT);
  }

  static Object plain(JsonNode tree) {
    return MAPPER.convertValue(tree, Object.class);
  }
}
