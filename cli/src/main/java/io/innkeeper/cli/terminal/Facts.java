package io.innkeeper.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing as labels and values, one a line. */
public final class Facts {
  private final List<Map.Entry<String, String>> facts = new ArrayList<>();

  /** A fact; an unknown one is shown as such. */
  public Facts add(String label, @Nullable Object value) {
    String text = value == null || value.toString().isBlank() ? Table.NOTHING : value.toString();
    facts.add(Map.entry(label, text));
    return this;
  }

  /** A fact that is left out when there is nothing to say. */
  public Facts maybe(String label, @Nullable Object value) {
    return value == null || value.toString().isBlank() ? this : add(label, value);
  }

  public String rendered() {
    int width = facts.stream().mapToInt(fact -> Width.of(fact.getKey())).max().orElse(0);
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, String> fact : facts) {
      String indented = fact.getValue().strip().replace("\n", "\n" + " ".repeat(width + 2));
      out.append(Width.padded(fact.getKey(), width)).append("  ");
      out.append(indented.lines().map(Width::harmless).reduce((a, b) -> a + "\n" + b).orElse(""));
      out.append('\n');
    }
    return out.toString();
  }
}
