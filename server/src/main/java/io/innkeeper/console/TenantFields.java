package io.innkeeper.console;

import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Choice;
import io.innkeeper.console.view.FieldGroup;
import io.innkeeper.tenant.TenantSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The fields that opening and changing a tenant have in common. */
final class TenantFields {
  private TenantFields() {}

  static FieldGroup whatRuns() {
    return new FieldGroup(
        "What runs",
        List.of(
            List.of(
                Field.code("image", "Image")
                    .hinted(
                        "Open WebUI, by tag or digest, such as ghcr.io/open-webui/open-webui:v0.12.4.")),
            List.of(Field.segments("kind", "Kind", kinds())),
            List.of(Field.number("memory", "Memory", "GiB"), Field.number("cores", "Cores", ""))),
        false);
  }

  static Field hostname() {
    return Field.text("hostname", "Hostname").optional("optional, can come later");
  }

  static FieldGroup environment() {
    return new FieldGroup(
        "Environment and network",
        List.of(
            List.of(
                Field.of(Field.Kind.AREA, "environment", "Environment")
                    .optional("one NAME=value a line")
                    .hinted("Reserved names are refused with the reason.")),
            List.of(
                Field.tick("outside", "May reach the outside world")
                    .noted("For web search and tools of its own; models need nothing."))),
        true);
  }

  /** Every field of the groups made into another; a group with something to mend is unfolded. */
  static List<FieldGroup> each(List<FieldGroup> groups, UnaryOperator<Field> change) {
    List<FieldGroup> all = new ArrayList<>();
    for (FieldGroup group : groups) {
      List<List<Field>> rows =
          group.rows().stream().map(row -> row.stream().map(change).toList()).toList();
      boolean used =
          rows.stream()
              .flatMap(List::stream)
              .anyMatch(field -> field.isBad() || !field.value().isEmpty());
      all.add(new FieldGroup(group.title(), rows, group.folded() && !used));
    }
    return all;
  }

  static Stream<Field> fields(List<FieldGroup> groups) {
    return groups.stream().flatMap(group -> group.rows().stream()).flatMap(List::stream);
  }

  static Optional<Field> named(List<FieldGroup> groups, String name) {
    return fields(groups).filter(field -> field.name().equals(name)).findFirst();
  }

  private static List<Choice> kinds() {
    return Arrays.stream(TenantSpec.Kind.values())
        .map(kind -> new Choice(kind.word(), label(kind), ""))
        .toList();
  }

  private static String label(TenantSpec.Kind kind) {
    return kind.word().substring(0, 1).toUpperCase(Locale.ROOT) + kind.word().substring(1);
  }
}
