package io.innkeeper.openwebui;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What bringing configuration into a running app came to, by key only: values may be secrets.
 *
 * @param changed were different and are as wanted now
 * @param refused are still different after the import
 * @param unknown this version has no such key; nothing was sent for them
 */
public record ConfigurationChange(
    List<String> changed, List<String> refused, List<String> unknown) {
  public ConfigurationChange {
    changed = List.copyOf(changed);
    refused = List.copyOf(refused);
    unknown = List.copyOf(unknown);
  }

  /** Whether everything this version knows is as wanted. */
  public boolean complete() {
    return refused.isEmpty();
  }

  /** The known keys whose value is not the wanted one. */
  static List<String> different(
      Map<String, ? extends @Nullable Object> wanted, Map<String, @Nullable Object> actual) {
    List<String> different = new ArrayList<>();
    wanted.forEach(
        (key, value) -> {
          if (actual.containsKey(key) && !same(Json.tree(value), Json.tree(actual.get(key)))) {
            different.add(key);
          }
        });
    return different;
  }

  static List<String> unknown(
      Map<String, ? extends @Nullable Object> wanted, Map<String, @Nullable Object> actual) {
    return wanted.keySet().stream().filter(key -> !actual.containsKey(key)).toList();
  }

  /** Objects may hold more than we asked for: the app adds defaults to a connection's entry. */
  static boolean same(JsonNode wanted, JsonNode actual) {
    if (wanted.isObject() && actual.isObject()) {
      return wanted.properties().stream()
          .allMatch(
              field ->
                  actual.has(field.getKey()) && same(field.getValue(), actual.get(field.getKey())));
    }
    if (wanted.isNumber() && actual.isNumber()) {
      return wanted.decimalValue().compareTo(actual.decimalValue()) == 0;
    }
    return wanted.equals(actual);
  }
}
