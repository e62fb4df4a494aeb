package io.innkeeper.openwebui;

import static java.nio.charset.StandardCharsets.UTF_8;

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

  static Optional<JsonNode> parse(String text) {
    return parse(text.getBytes(UTF_8));
  }

  /** A value as a tree, so that numbers and texts compare as the app stores them. */
  static JsonNode tree(@Nullable Object value) {
    return MAPPER.valueToTree(value);
  }

  /** A value as a variable's text writes it; nothing is an empty text. */
  static String asVariable(JsonNode tree) {
    if (tree.isNull()) return "";
    return tree.isValueNode() ? tree.asText() : tree.toString();
  }

  static Map<String, @Nullable Object> object(JsonNode tree) {
    return MAPPER.convertValue(tree, OBJECT);
  }

  static Object plain(JsonNode tree) {
    return MAPPER.convertValue(tree, Object.class);
  }
}
