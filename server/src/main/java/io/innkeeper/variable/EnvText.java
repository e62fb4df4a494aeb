package io.innkeeper.variable;

import io.innkeeper.fault.Fault;
import io.innkeeper.organisation.EnvFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Variables as the lines of an {@code .env} file: every bad line is refused by its number. */
public final class EnvText {
  private static final int LONGEST = 1024 * 1024;

  private EnvText() {}

  /**
   * The values of a text.
   *
   * @throws Fault INVALID naming every line that is none and every name that comes twice
   */
  public static Map<String, String> parse(String text) {
    if (text.length() > LONGEST)
      throw Fault.invalidField("text", "env-too-long", "The text is longer than 1 MB.");
    List<Fault.Field> problems = new ArrayList<>();
    Map<String, String> values = new LinkedHashMap<>();
    int number = 0;
    for (String line : text.replaceFirst("^\uFEFF", "").split("\\R", -1)) {
      number++;
      if (line.isBlank() || line.strip().startsWith("#")) continue;
      Optional<Map.Entry<String, String>> read = EnvFile.line(line);
      if (read.isEmpty()) problems.add(problem(number, "is not a NAME=value line"));
      else if (values.putIfAbsent(read.get().getKey(), read.get().getValue()) != null)
        problems.add(problem(number, "sets " + read.get().getKey() + " a second time"));
    }
    if (problems.isEmpty()) return values;
    String said =
        problems.size() == 1
            ? problems.getFirst().said()
            : problems.size() + " lines can’t be read. Nothing was changed.";
    throw Fault.invalid("env-lines", said).about(problems);
  }

  /** The lines that {@link #parse} reads as these values again. */
  public static String of(Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    values.forEach((name, value) -> text.append(EnvFile.written(name, value)).append('\n'));
    return text.toString();
  }

  private static Fault.Field problem(int line, String what) {
    return new Fault.Field("text", "Line " + line + " " + what + ".");
  }
}
