package io.innkeeper.organisation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.innkeeper.client.Json;
import io.innkeeper.fault.Fault;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Models by id or pattern: {@code *} stands for any characters, as in {@code openai/*} or {@code
 * *:free}.
 */
public record ModelPatterns(List<String> texts) {
  public static final ModelPatterns NONE = new ModelPatterns(List.of());

  private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9*._:/@+~-]{1,200}");
  private static final int MOST = 500;
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  public ModelPatterns {
    texts = List.copyOf(texts);
  }

  /**
   * Patterns as a person gave them, each once.
   *
   * @throws Fault INVALID naming the field and what can't be a model in it
   */
  public static ModelPatterns parse(String field, List<String> given) {
    LinkedHashSet<String> texts = new LinkedHashSet<>();
    for (String one : given) {
      String text = one == null ? "" : one.strip();
      if (!USABLE.matcher(text).matches()) {
        throw Fault.invalidField(
            field, "model-pattern", "“" + text + "” is no model or pattern such as openai/*.");
      }
      texts.add(text);
    }
    if (texts.size() > MOST) {
      throw Fault.invalidField(field, "model-pattern", "There may be at most 500 patterns.");
    }
    return new ModelPatterns(List.copyOf(texts));
  }

  /** Whether a model is among them. Made once, asked often; nothing matches no pattern. */
  public Predicate<String> test() {
    if (texts.isEmpty()) return model -> false;
    Pattern all =
        Pattern.compile(
            texts.stream().map(ModelPatterns::expression).collect(Collectors.joining("|")));
    return model -> all.matcher(model).matches();
  }

  /** Those that are one model's name. */
  public List<String> names() {
    return texts.stream().filter(text -> !text.contains("*")).toList();
  }

  /** The same, where no pattern means every model. */
  public Predicate<String> testOrAll() {
    return texts.isEmpty() ? model -> true : test();
  }

  /** As the store keeps it. */
  public String json() {
    try {
      return Json.LENIENT.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts always have a JSON form", e);
    }
  }

  /** From what the store keeps. */
  public static ModelPatterns ofJson(String json) {
    try {
      return new ModelPatterns(Json.LENIENT.readValue(json, TEXTS));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the store holds a list that can't be read", e);
    }
  }

  private static String expression(String pattern) {
    return Stream.of(pattern.split("\\*", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining(".*"));
  }
}
