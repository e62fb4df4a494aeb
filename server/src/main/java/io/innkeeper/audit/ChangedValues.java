package io.innkeeper.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.innkeeper.client.Json;
import io.innkeeper.secret.Secret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values before and after as the audit keeps them: only what differs, without secrets, as JSON.
 *
 * @param before JSON object
 * @param after JSON object
 */
record ChangedValues(String before, String after) {
  private static final String REDACTED = "[redacted]";
  private static final Set<String> TELLING =
      Set.of(
          "password",
          "passphrase",
          "secret",
          "token",
          "key",
          "credential",
          "authorization",
          "cookie");

  /** Compares first and redacts afterwards, so that a changed secret shows as changed. */
  static ChangedValues of(Map<String, Object> before, Map<String, Object> after) {
    Map<String, @Nullable Object> from = new LinkedHashMap<>(before);
    Map<String, @Nullable Object> to = new LinkedHashMap<>(after);
    from.keySet().removeIf(name -> to.containsKey(name) && same(before, after, name));
    to.keySet().removeIf(name -> before.containsKey(name) && same(before, after, name));
    return new ChangedValues(json(from), json(to));
  }

  private static boolean same(Map<String, Object> before, Map<String, Object> after, String name) {
    return Objects.equals(before.get(name), after.get(name));
  }

  private static String json(Map<String, @Nullable Object> values) {
    try {
      return Json.LENIENT.writeValueAsString(shown(values));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts, numbers and truths always have a JSON form", e);
    }
  }

  private static Map<String, @Nullable Object> shown(Map<?, ?> values) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          String key = String.valueOf(name);
          Object shown = shown(value);
          boolean text = shown != null && !(shown instanceof Boolean || shown instanceof Number);
          plain.put(PlainText.of(key), text && telling(key) ? REDACTED : shown);
        });
    return plain;
  }

  private static @Nullable Object shown(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Secret secret -> REDACTED;
      case Boolean truth -> truth;
      case Number number -> number;
      case Optional<?> optional -> shown(optional.orElse(null));
      case Map<?, ?> map -> shown(map);
      case Collection<?> items -> shown(items);
      default -> PlainText.of(value.toString());
    };
  }

  private static List<@Nullable Object> shown(Collection<?> items) {
    List<@Nullable Object> plain = new ArrayList<>();
    for (Object item : items) plain.add(shown(item));
    return plain;
  }

  /** Whether a name says that its value is a secret: {@code apiKey}, {@code OPENAI_API_KEYS}. */
  private static boolean telling(String name) {
    for (String word : name.split("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+")) {
      String one = word.toLowerCase(Locale.ROOT);
      if (one.endsWith("s")) one = one.substring(0, one.length() - 1);
      if (TELLING.contains(one) || one.endsWith("password")) return true;
    }
    return false;
  }
}
