package io.innkeeper.cli.env;

import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a value stands behind {@code NAME=} so that all of these read the same: POSIX shells ({@code
 * . file}), Docker Compose's {@code .env} and {@code env_file} (both generations of its parser),
 * python-dotenv, and this product's own start-up. {@code docker run --env-file} and very old
 * Compose keep quotes as part of the value; they read only what needs none, see {@link #plain}.
 *
 * <p>What can be written without quotes is. Else single quotes, which expand nothing. Else, around
 * an apostrophe or two backslashes in a row, double quotes, as long as nothing in the value means
 * something within them to some but not to all. What is left is refused.
 */
final class Quoting {
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{N}_/][\\p{L}\\p{N}\\p{M}_./:@%+,=-]*");
  private static final Pattern UNWRITABLE =
      Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}]");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)", Pattern.DOTALL);
  private static final Pattern COMMENT = Pattern.compile("\\s+#.*", Pattern.DOTALL);

  private Quoting() {}

  /**
   * What stands behind {@code NAME=}, taken apart.
   *
   * @param written the value with its quotes
   * @param comment with the space before it, or empty
   * @param open begins with a quote that doesn't end on its line
   */
  record Read(String value, String written, String comment, boolean open) {}

  /** Whether it needs no quotes, so that even {@code docker run --env-file} reads it. */
  static boolean plain(String value) {
    return PLAIN.matcher(value).matches();
  }

  /**
   * The value as it is written.
   *
   * @throws Refusal when no quoting means the same to all readers
   */
  static String write(String value) {
    return forms(value).stream().findFirst().orElseThrow(() -> unwritable(value));
  }

  /** All ways to write it that every reader understands, the best first. */
  static List<String> forms(String value) {
    List<String> forms = new ArrayList<>();
    // ${ is filled in by python-dotenv whatever the quotes; a last backslash hides the quote after
    // it.
    boolean hopeless =
        UNWRITABLE.matcher(value).find() || value.contains("${") || value.endsWith("\\");
    if (hopeless) return forms;
    if (plain(value)) forms.add(value);
    if (!value.contains("'") && !value.contains("\\\\")) forms.add("'" + value + "'");
    if (!value.contains("$") && !value.contains("`") && !value.endsWith("\""))
      forms.add("\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    return forms;
  }

  /** Takes apart what stands behind {@code NAME=}, as the start-up does. */
  static Read read(String rest) {
    String text = rest.strip();
    int end = end(text);
    if (end > 0) {
      String inner = text.substring(1, end);
      return new Read(
          text.charAt(0) == '"' ? unescaped(inner) : inner,
          text.substring(0, end + 1),
          comment(text.substring(end + 1)),
          false);
    }
    if (text.startsWith("#")) return new Read("", "", " " + text, false);
    Matcher comment = COMMENT.matcher(text);
    boolean found = comment.find();
    String value = found ? text.substring(0, comment.start()) : text;
    boolean open = text.startsWith("'") || text.startsWith("\"");
    return new Read(value, value, found ? comment.group() : "", open);
  }

  /** Whether a quote that was opened on a line before ends on this one. */
  static boolean closes(String line, char quote) {
    return quote == '\'' ? line.contains("'") : ESCAPE.matcher(line).replaceAll("").contains("\"");
  }

  /** Where the quote ends that a text begins with; 0 when there is none or it doesn't. */
  private static int end(String text) {
    if (text.startsWith("'")) return Math.max(0, text.indexOf('\'', 1));
    if (!text.startsWith("\"")) return 0;
    for (int at = 1; at < text.length(); at++) {
      if (text.charAt(at) == '"') return at;
      if (text.charAt(at) == '\\') at++;
    }
    return 0;
  }

  private static String comment(String behind) {
    return Optional.of(behind)
        .map(String::stripTrailing)
        .filter(text -> text.strip().startsWith("#"))
        .map(text -> text.startsWith("#") ? " " + text : text)
        .orElse("");
  }

  private static String unescaped(String text) {
    return ESCAPE
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

  private static Refusal unwritable(String value) {
    String why =
        UNWRITABLE.matcher(value).find()
            ? "A line break or control character can't stand in a .env file."
            : "“"
                + value
                + "” can't be written so that shells, Docker Compose and python-dotenv all read it"
                + " as it is.";
    return new Refusal(
        ExitCode.USAGE,
        why,
        "Leave out ${, a backslash or quote at the end, or $ and ` beside an apostrophe.");
  }
}
