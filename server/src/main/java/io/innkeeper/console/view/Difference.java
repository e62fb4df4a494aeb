package io.innkeeper.console.view;

import java.util.List;

/**
 * Wanted against actual, setting by setting.
 *
 * @param cost what applying takes: “about 45 s without service. Data, key and address stay.”
 */
public record Difference(List<Line> lines, String cost, List<Action> actions) {
  /** What happens to one setting; secrets are “set” and “not set”. */
  public record Line(Change change, String setting, boolean code, String now, String after) {}

  /** The kind of change, said as a word. */
  public enum Change {
    CHANGED("changed"),
    ADDED("added"),
    REMOVED("removed");

    private final String word;

    Change(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public Difference {
    lines = List.copyOf(lines);
    actions = List.copyOf(actions);
  }

  /** “3 settings”. */
  public String count() {
    return lines.size() == 1 ? "1 setting" : lines.size() + " settings";
  }
}
