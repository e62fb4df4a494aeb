package io.innkeeper.cli.env;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How programs that can't be run here read what stands behind {@code NAME=}, by their manuals. */
final class Dialects {
  static final Map<String, UnaryOperator<String>> ALL =
      Map.of(
          "Docker Compose", Dialects::compose,
          "Docker Compose before 2.20", Dialects::olderCompose,
          "python-dotenv", Dialects::python);

  private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\\"'$abcfnrtv])");
  private static final Pattern ANY_ESCAPE = Pattern.compile("\\\\(.)");
  private static final Pattern UNESCAPED_DOLLAR = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\$");

  private Dialects() {}

  /** Within quotes a backslash hides the same quote; double ones know escapes and fill in $NAME. */
  private static String compose(String written) {
    char quote = written.charAt(0);
    if (!quoted(written)) return filled(written.split(" #", 2)[0].stripTrailing(), written);
    String inner = inner(written, quote);
    if (quote == '\'') return inner.replace("\\'", "'");
    return unescaped(filled(inner, inner), "\\\"$abcfnrtv");
  }

  /** The first quote without a backslash before it ends, and quotes at both ends fall off. */
  private static String olderCompose(String written) {
    if (!quoted(written)) return filled(written.split("#", 2)[0].stripTrailing(), written);
    char quote = written.charAt(0);
    int end = 1;
    while (written.charAt(end) != quote || written.charAt(end - 1) == '\\') end++;
    String inner = written.substring(0, end).replaceAll("^" + quote + "+|" + quote + "+$", "");
    return quote == '\'' ? inner : ANY_ESCAPE.matcher(filled(inner, inner)).replaceAll("$1");
  }

  /** Quotes may be escaped in both kinds, and ${NAME} is filled in everywhere. */
  private static String python(String written) {
    String value = written.replaceFirst("\\s+#.*$", "");
    if (quoted(written)) {
      char quote = written.charAt(0);
      Matcher found =
          Pattern.compile(quote + "((?:\\\\" + quote + "|[^" + quote + "])*)" + quote)
              .matcher(written + "\nNEXT=" + quote + "x" + quote);
      if (!found.lookingAt() || found.end() != written.length()) return "(wrong end)";
      value = unescaped(found.group(1), quote == '\'' ? "\\'" : "\\\"'abfnrtv");
    }
    return value.contains("${") ? "(filled in)" : value;
  }

  private static boolean quoted(String written) {
    return written.startsWith("'") || written.startsWith("\"");
  }

  private static String inner(String written, char quote) {
    boolean escaped = false;
    for (int at = 1; at < written.length(); at++) {
      char letter = written.charAt(at);
      if (letter == quote && !escaped)
        return at == written.length() - 1 ? written.substring(1, at) : "(wrong end)";
      escaped = letter == '\\' && !escaped;
    }
    return "(no end)";
  }

  private static String filled(String value, String looked) {
    return UNESCAPED_DOLLAR.matcher(looked).find() ? "(filled in)" : value;
  }

  private static String unescaped(String text, String known) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    known.contains(escape.group(1))
                        ? letter(escape.group(1).charAt(0))
                        : escape.group()));
  }

  private static String letter(char escape) {
    return switch (escape) {
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case 'a', 'b', 'c', 'f', 'v' -> "(control)";
      default -> List.of(escape).getFirst().toString();
    };
  }
}
