package io.innkeeper.cli.env;

import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a {@code .env}, line by line. Whatever is not ours passes through byte for byte:
 * comments, blank lines, order, line endings, other variables, values of several lines.
 */
final class EnvText {
  private static final String HEADING = "# The organisation served here (innkeeper env generate).";
  private static final Pattern LINES = Pattern.compile("([^\\r\\n]*)(\\r\\n|\\n|\\r|$)");
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(\\uFEFF?\\s*(?:export\\s+)?)([A-Za-z_][A-Za-z0-9_]*)\\s*=(.*)", Pattern.DOTALL);
  // The reference noted the hash in a comment.
  private static final Pattern NOTED =
      Pattern.compile("(\\s*#\\s*)(OPENROUTER_KEY_HASH)\\s*=(.*)", Pattern.DOTALL);
  private static final Set<String> NO_HASH = Set.of("", "N/A");

  private final List<Line> lines;

  private EnvText(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param text all of it, without its end
   * @param end its line ending, empty on a last line without one
   * @param lead what stands before the name; empty with {@code name} where it assigns nothing
   * @param rest what stands behind the equals sign
   * @param noted assigned in a comment only
   */
  private record Line(
      String text, String end, String lead, String name, String rest, boolean noted) {
    static Line of(String text, String end) {
      Matcher found = ASSIGNMENT.matcher(text);
      if (found.matches())
        return new Line(text, end, found.group(1), found.group(2), found.group(3), false);
      Matcher noted = NOTED.matcher(text);
      if (noted.matches())
        return new Line(text, end, noted.group(1), noted.group(2), noted.group(3), true);
      return other(text, end);
    }

    static Line other(String text, String end) {
      return new Line(text, end, "", "", "", false);
    }

    Optional<Variable> ours() {
      return Variable.named(name);
    }

    Quoting.Read read() {
      Quoting.Read read = Quoting.read(rest);
      if (!read.open() || ours().isEmpty()) return read;
      throw new Refusal(
          ExitCode.CONFLICT,
          name + " in the file begins with a quote that doesn't end on its line.",
          "Write it on one line, or remove it.");
    }

    Line with(String value) {
      Quoting.Read now = read();
      boolean right =
          now.value().equals(value)
              && Quoting.forms(value).contains(now.written())
              && text.startsWith(lead + name + "=" + now.written());
      return right ? this : of(lead + name + "=" + Quoting.write(value) + now.comment(), end);
    }

    Line ending(String other) {
      return new Line(text, other, lead, name, rest, noted);
    }
  }

  static EnvText parse(String text) {
    List<Line> lines = new ArrayList<>();
    Matcher each = LINES.matcher(text);
    for (int at = 0; at < text.length() && each.find(at); at = each.end())
      lines.add(Line.of(each.group(1), each.group(2)));
    for (int at = 0; at < lines.size(); at++) at = hideBehind(lines, at);
    return new EnvText(lines);
  }

  /** Lines of a value that began before them assign nothing; answers the last of them. */
  private static int hideBehind(List<Line> lines, int at) {
    Line line = lines.get(at);
    if (line.name().isEmpty() || line.noted() || !Quoting.read(line.rest()).open()) return at;
    char quote = line.rest().strip().charAt(0);
    for (int end = at + 1; end < lines.size(); end++) {
      if (!Quoting.closes(lines.get(end).text(), quote)) continue;
      for (int hidden = at + 1; hidden <= end; hidden++) {
        Line inside = lines.get(hidden);
        lines.set(hidden, Line.other(inside.text(), inside.end()));
      }
      return end;
    }
    return at;
  }

  /** The value of one of ours; of several lines the last counts, and an empty one doesn't. */
  Optional<String> value(Variable variable) {
    List<Line> assigned =
        lines.stream().filter(line -> line.name().equals(variable.name())).toList();
    return assigned.stream()
        .filter(line -> !line.noted())
        .reduce((before, last) -> last)
        .or(() -> assigned.stream().reduce((before, last) -> last))
        .map(line -> line.read().value())
        .filter(value -> !NO_HASH.contains(value));
  }

  /** How one of ours is written, quotes included; of several lines each. */
  List<Quoting.Read> written(Variable variable) {
    return lines.stream()
        .filter(line -> line.name().equals(variable.name()) && !line.noted())
        .map(Line::read)
        .toList();
  }

  /** Whether lines end as on Windows, which shells take for a part of each value. */
  boolean windows() {
    return lines.stream().anyMatch(line -> line.end().startsWith("\r"));
  }

  String text() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.text()).append(line.end()));
    return text.toString();
  }

  /**
   * With these values: each line of ours in its place, what is missing at the end.
   *
   * @throws Refusal when a value can't be written, or the file would still say otherwise
   */
  EnvText with(Map<Variable, String> values) {
    List<Line> changed = new ArrayList<>();
    Set<Variable> met = EnumSet.noneOf(Variable.class);
    for (Line line : lines) {
      Optional<Variable> ours = line.ours().filter(values::containsKey);
      ours.ifPresent(met::add);
      changed.add(ours.map(one -> line.with(String.valueOf(values.get(one)))).orElse(line));
    }
    List<Line> missing =
        values.entrySet().stream()
            .filter(each -> !met.contains(each.getKey()))
            .map(each -> assigning(each.getKey(), each.getValue()))
            .toList();
    if (!missing.isEmpty()) append(changed, missing);
    EnvText text = new EnvText(changed);
    values.forEach(text::demandRead);
    return text;
  }

  private Line assigning(Variable variable, String value) {
    return Line.of(variable.name() + "=" + Quoting.write(value), ending());
  }

  private String ending() {
    return lines.isEmpty() || lines.getFirst().end().isEmpty() ? "\n" : lines.getFirst().end();
  }

  /** Under our heading, or below the last of ours if the heading is there. */
  private void append(List<Line> all, List<Line> missing) {
    boolean headed = all.stream().anyMatch(line -> line.text().equals(HEADING));
    int last = headed ? lastOfOurs(all) : all.size();
    if (last > 0 && all.get(last - 1).end().isEmpty())
      all.set(last - 1, all.get(last - 1).ending(ending()));
    List<Line> block = new ArrayList<>();
    if (!headed && last > 0 && !all.get(last - 1).text().isBlank())
      block.add(Line.other("", ending()));
    if (!headed) block.add(Line.other(HEADING, ending()));
    block.addAll(missing);
    all.addAll(last, block);
  }

  private static int lastOfOurs(List<Line> all) {
    for (int at = all.size(); at > 0; at--) {
      Line line = all.get(at - 1);
      if (line.ours().isPresent() || line.text().equals(HEADING)) return at;
    }
    return all.size();
  }

  /** Readers that know no values of several lines must find the same. */
  private void demandRead(Variable variable, String value) {
    String last = "";
    for (String line : text().split("\\R")) {
      Matcher found = ASSIGNMENT.matcher(line);
      if (found.matches() && found.group(2).equals(variable.name()))
        last = Quoting.read(found.group(3)).value();
    }
    if (last.equals(value) || variable == Variable.OPENROUTER_KEY_HASH) return;
    throw new Refusal(
        ExitCode.CONFLICT,
        variable + " stands a second time in the file, inside a value of several lines.",
        "Remove it there; the start-up would read that one.");
  }
}
