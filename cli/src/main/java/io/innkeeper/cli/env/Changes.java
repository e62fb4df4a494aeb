package io.innkeeper.cli.env;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.terminal.Facts;
import io.innkeeper.client.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a command is going to change, as lines for people; secrets masked. */
record Changes(List<String> lines) {
  Changes {
    lines = List.copyOf(lines);
  }

  /**
   * Of the file.
   *
   * @param fresh whether the key will be a new one, which nobody knows yet
   */
  static Changes of(Subject subject, Map<Variable, String> values, boolean fresh) {
    EnvText before = subject.text();
    List<String> lines = new ArrayList<>();
    if (!subject.file().tight()) lines.add("  ~ readable by its owner only");
    for (Variable variable : Variable.values()) {
      boolean unknown =
          fresh
              && (variable == Variable.OPENROUTER_API_KEY
                  || variable == Variable.OPENROUTER_KEY_HASH);
      Optional<String> now = before.value(variable).map(variable::shown);
      if (unknown) lines.add(line(variable, now, "that of the new key"));
      else if (values.containsKey(variable)) changed(lines, before, variable, now, values);
    }
    return new Changes(lines);
  }

  private static void changed(
      List<String> lines,
      EnvText before,
      Variable variable,
      Optional<String> now,
      Map<Variable, String> values) {
    String wanted = String.valueOf(values.get(variable));
    EnvText after = before.with(Map.of(variable, wanted));
    if (after.text().equals(before.text())) return;
    boolean same = before.value(variable).equals(Optional.of(wanted));
    String shown = variable.shown(wanted);
    lines.add(
        same
            ? "  ~ " + variable + "=" + shown + " (written so that all readers understand it)"
            : line(variable, now, shown));
  }

  private static String line(Variable variable, Optional<String> now, String wanted) {
    return now.map(was -> "  ~ " + variable + "=" + was + " → " + wanted)
        .orElse("  + " + variable + "=" + wanted);
  }

  /** These and what happens to keys at OpenRouter. */
  Changes and(String atOpenRouter) {
    List<String> more = new ArrayList<>(lines);
    more.add("  at OpenRouter: " + atOpenRouter);
    return new Changes(more);
  }

  boolean none() {
    return lines.isEmpty();
  }

  /**
   * Shows whose file it is and all changes, on the error stream or as the answer; for programs only
   * if it is that.
   */
  void show(Desk desk, Subject subject, SpendingLimit limit, boolean answer) {
    if (desk.options().json()) {
      if (answer) desk.json(Json.LENIENT.valueToTree(lines.stream().map(String::strip).toList()));
      return;
    }
    if (desk.options().quiet()) return;
    var stream = answer ? desk.terminal().out() : desk.terminal().err();
    stream.print(
        new Facts()
            .add("File", subject.file().named())
            .add("Organisation", subject.name())
            .add("External id", subject.id())
            .add("Limit", limit.said())
            .rendered());
    stream.println(none() ? "Nothing to change." : "Changes:");
    lines.forEach(stream::println);
  }
}
