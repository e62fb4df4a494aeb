package io.innkeeper.organisation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code NAME=value} lines as Docker Compose and shells write them: comments, {@code export},
 * single and double quotes, and unquoted values with spaces. Nothing is expanded and nothing run.
 */
public final class EnvFile {
  private static final Pattern LINE =
      Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=(.*)");
  private static final Pattern SINGLE = Pattern.compile("'([^']*)'.*");
  private static final Pattern DOUBLE = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\".*");

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,=?&*~-]*");

  private EnvFile() {}

  /** The values by name; of a name given twice the last counts, and other lines are passed over. */
  static Map<String, String> parse(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : text.replaceFirst("^\uFEFF", "").split("\\R")) {
      line(line).ifPresent(read -> values.put(read.getKey(), read.getValue()));
    }
    return values;
  }

  /** The name and value of one line; empty when it is none. */
  public static Optional<Map.Entry<String, String>> line(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) return Optional.empty();
    return Optional.of(Map.entry(matcher.group(1), value(matcher.group(2).strip())));
  }

  /** The line that is read as this again, whatever the value holds. */
  public static String written(String name, String value) {
    if (PLAIN.matcher(value).matches()) return name + "=" + value;
    String escaped =
        value
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t");
    return name + "=\"" + escaped + "\"";
  }

  private static String value(String text) {
    Matcher single = SINGLE.matcher(text);
    if (single.matches()) return single.group(1);
    Matcher quoted = DOUBLE.matcher(text);
    if (quoted.matches()) return unescaped(quoted.group(1));
    if (text.startsWith("#")) return "";
    return text.replaceFirst("\\s+#.*", "");
  }

  private static String unescaped(String text) {
    return Pattern.compile("\\\\(.)")
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    switch (escape.group(1)) {
                      case "n" -> "\n";
                      case "r" -> "\r";
                      case "t" -> "\t";
                      default -> escape.group(1);
                    }));
  }
}
