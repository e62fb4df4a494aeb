package io.innkeeper.openwebui;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What ordinary people may do, which the app keeps as one document, taken apart: each permission is
 * a key of its own, {@code user.permissions.chat.call}, and is changed without touching the others.
 * Pure.
 */
final class Permissions {
  static final String DOCUMENT = "user.permissions";
  private static final String BELOW = DOCUMENT + ".";

  private Permissions() {}

  /** Whether a key stands for a part of the document. */
  static boolean within(String key) {
    return key.startsWith(BELOW);
  }

  /** Each yes and no of a document by its key. */
  static Map<String, Object> apart(JsonNode document) {
    Map<String, Object> keys = new LinkedHashMap<>();
    document
        .properties()
        .forEach(
            room ->
                room.getValue()
                    .properties()
                    .forEach(
                        one -> {
                          String key = BELOW + room.getKey() + "." + one.getKey();
                          if (one.getValue().isBoolean()) keys.put(key, one.getValue().asBoolean());
                        }));
    return keys;
  }

  /**
   * The same configuration as the app takes it: parts are laid over the document.
   *
   * @param now the document as it is; one among what is wanted counts instead
   */
  static Map<String, @Nullable Object> together(
      Map<String, ? extends @Nullable Object> wanted, JsonNode now) {
    Map<String, @Nullable Object> whole = new LinkedHashMap<>(wanted);
    JsonNode base = wanted.containsKey(DOCUMENT) ? Json.tree(wanted.get(DOCUMENT)) : now;
    Map<String, @Nullable Object> document =
        base.isObject() ? Json.object(base) : new LinkedHashMap<>();
    wanted.forEach(
        (key, value) -> {
          if (!within(key)) return;
          whole.remove(key);
          String[] path = key.substring(BELOW.length()).split("\\.", 2);
          Map<String, @Nullable Object> room = room(document.get(path[0]));
          room.put(path[1], value);
          document.put(path[0], room);
        });
    whole.put(DOCUMENT, document);
    return whole;
  }

  private static Map<String, @Nullable Object> room(@Nullable Object there) {
    JsonNode tree = Json.tree(there);
    return tree.isObject() ? Json.object(tree) : new LinkedHashMap<>();
  }
}
