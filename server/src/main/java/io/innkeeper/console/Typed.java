package io.innkeeper.console;

import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Check;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody typed into a form, and what must be mended in it. */
record Typed(Map<String, String> values, Map<String, String> problems) {
  private static final Pattern THOUSANDS = Pattern.compile("[1-9]\\d{0,2}(,\\d{3})+");

  Typed {
    values = Map.copyOf(values);
    problems = Map.copyOf(problems);
  }

  /** Nothing typed yet: the values as they are. */
  static Typed now(Map<String, String> values) {
    return new Typed(values, Map.of());
  }

  /** These fields of a posted form, or of the query for a form that only looks. */
  static Typed of(Call call, List<String> names) {
    Map<String, String> values = new HashMap<>();
    for (String name : names)
      values.put(name, call.form(name).or(() -> call.query(name)).orElse("").strip());
    return now(values);
  }

  /** The version that a form was about; 0, which nothing has, if it says none. */
  static long seen(Call call) {
    return call.form("version")
        .filter(text -> text.matches("\\d{1,18}"))
        .map(Long::parseLong)
        .orElse(0L);
  }

  /** Only what is not as it was, among what there was. */
  Typed but(Map<String, String> before) {
    Map<String, String> changed = new HashMap<>(before);
    changed.replaceAll((name, value) -> values.getOrDefault(name, value));
    changed.entrySet().removeIf(field -> field.getValue().equals(before.get(field.getKey())));
    return now(changed);
  }

  String value(String name) {
    return values.getOrDefault(name, "");
  }

  /** What is typed, unless that is nothing. */
  Optional<String> given(String name) {
    return Optional.of(value(name)).filter(text -> !text.isEmpty());
  }

  /**
   * A number; a comma may stand before its decimals.
   *
   * @throws Fault INVALID saying how to write it
   */
  Optional<BigDecimal> number(String name) {
    return given(name).map(text -> number(name, text.replaceAll("[\\s\u00a0\u202f]", "")));
  }

  /** The same, with what a refusal says about its fields. */
  Typed refusedBy(Fault fault) {
    Map<String, String> said = new HashMap<>(problems);
    fault.fields().forEach(field -> said.put(field.name(), field.said()));
    return new Typed(values, said);
  }

  /**
   * The same for a refusal that may be about no field of the form; then it is said at {@code
   * otherwise}. What isn't about the input at all travels on.
   */
  Typed refusedBy(Fault fault, String otherwise) {
    if (tells(fault)) return refusedBy(fault);
    if (fault.kind() != Fault.Kind.INVALID && fault.kind() != Fault.Kind.CONFLICT) throw fault;
    Map<String, String> said = new HashMap<>(problems);
    said.put(otherwise, words(fault));
    return new Typed(values, said);
  }

  /** A refusal and what to do about it. */
  static String words(Fault fault) {
    return fault.said() + fault.advice().map(advice -> " " + advice).orElse("");
  }

  /** Whether a refusal is about a field of this form, so that it is said there. */
  boolean tells(Fault fault) {
    return fault.fields().stream().anyMatch(field -> values.containsKey(field.name()));
  }

  /** A field with what was typed into it and what must be mended. */
  Field fill(Field field) {
    Field filled = field.holding(value(field.name()));
    String problem = problems.get(field.name());
    return problem == null ? filled : filled.saying(Check.bad(problem));
  }

  private static BigDecimal number(String name, String text) {
    if (THOUSANDS.matcher(text).matches()) {
      String whole = text.replace(",", "");
      throw Fault.invalidField(
          name, "number", "“" + text + "” can be read in two ways. Write " + whole + ".");
    }
    try {
      return new BigDecimal(text.replace(',', '.'));
    } catch (NumberFormatException e) {
      throw Fault.invalidField(name, "number", "Not a number. Write 400 or 400.50.");
    }
  }
}
