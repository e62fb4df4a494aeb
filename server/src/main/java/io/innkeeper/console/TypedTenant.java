package io.innkeeper.console;

import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was typed about a tenant, as programs would say it; all that can't be read is told together.
 */
final class TypedTenant {
  static final List<String> FIELDS =
      List.of(
          "organisation",
          "displayName",
          "slug",
          "hostname",
          "image",
          "kind",
          "memory",
          "cores",
          "adminEmail",
          "environment",
          "outside");

  private static final String ENVIRONMENT = "environment";

  private final Typed typed;
  private final List<Fault.Field> problems = new ArrayList<>();

  TypedTenant(Typed typed) {
    this.typed = typed;
  }

  static Typed typed(Call call) {
    return Typed.of(call, FIELDS);
  }

  String text(String name) {
    return typed.value(name);
  }

  /** A bare number is meant in GiB, as the field says. */
  @Nullable String memory() {
    return typed
        .given("memory")
        .map(text -> text.matches("[\\d.,]+") ? text + "GiB" : text)
        .orElse(null);
  }

  @Nullable BigDecimal cores() {
    return read(() -> typed.number("cores"), Optional.<BigDecimal>empty()).orElse(null);
  }

  boolean outside() {
    return !typed.value("outside").isEmpty();
  }

  /** One {@code NAME=value} a line. */
  Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String line : typed.value(ENVIRONMENT).split("\\R")) {
      if (line.isBlank()) continue;
      int at = line.indexOf('=');
      String name = at < 0 ? "" : line.substring(0, at).strip();
      if (name.isEmpty()) {
        problem("“" + line.strip() + "” is not NAME=value.");
      } else if (variables.put(name, line.substring(at + 1).strip()) != null) {
        problem(name + " stands there twice.");
      }
    }
    return variables;
  }

  /**
   * Hands everything to the domain and lets it judge.
   *
   * @throws Fault INVALID with every field to mend, named as in the form
   */
  <T> T judged(Supplier<T> domain) {
    try {
      T good = domain.get();
      if (problems.isEmpty()) return good;
    } catch (Fault e) {
      if (e.fields().isEmpty()) throw e;
      problems.addAll(e.fields());
    }
    throw Fault.invalid("tenant-input", problems.getFirst().said()).about(byField());
  }

  void problem(String field, String said) {
    problems.add(new Fault.Field(field, said));
  }

  private void problem(String said) {
    problem(ENVIRONMENT, said);
  }

  /** One entry a field: variables all stand in the same one. */
  private List<Fault.Field> byField() {
    return problems.stream()
        .collect(
            Collectors.groupingBy(
                found -> found.name().replaceFirst("\\..*", ""),
                LinkedHashMap::new,
                Collectors.mapping(Fault.Field::said, Collectors.joining(" "))))
        .entrySet()
        .stream()
        .map(entry -> new Fault.Field(entry.getKey(), entry.getValue()))
        .toList();
  }

  private <T> T read(Supplier<T> way, T otherwise) {
    try {
      return way.get();
    } catch (Fault e) {
      problems.addAll(e.fields());
      return otherwise;
    }
  }
}
