package io.innkeeper.gateway;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the headers of one part of a form say, read so strictly that no other reader could
 * understand another name.
 *
 * @param text whether its content is plain text that stands for itself
 */
record FormPart(String name, boolean text) {
  private static final int LONGEST_BOUNDARY = 200;
  private static final Set<String> AS_IT_IS = Set.of("7bit", "8bit", "binary");
  private static final Set<String> PLAIN =
      Set.of(
          "text/plain",
          "text/plain;charset=utf-8",
          "text/plain;charset=\"utf-8\"",
          "text/plain;charset=us-ascii");

  /**
   * @param headers with their line breaks, the empty line included
   * @return empty if they can be understood differently, or not at all
   */
  static Optional<FormPart> of(String headers) {
    Map<String, String> said = new HashMap<>();
    int at = 0;
    int end = headers.length() - 2;
    while (at < end) {
      int lineEnd = headers.indexOf("\r\n", at);
      String line = headers.substring(at, lineEnd);
      int colon = line.indexOf(':');
      if (colon < 1 || !printable(line) || !token(line.substring(0, colon))) {
        return Optional.empty();
      }
      String value = line.substring(colon + 1).strip();
      if (said.put(line.substring(0, colon).toLowerCase(Locale.ROOT), value) != null) {
        return Optional.empty();
      }
      at = lineEnd + 2;
    }
    return parameters(said.getOrDefault("content-disposition", ""), "form-data")
        .filter(disposition -> plainName(disposition.getOrDefault("name", "")))
        .map(
            disposition ->
                new FormPart(
                    disposition.getOrDefault("name", ""), text(said) && !isFile(disposition)));
  }

  /** The boundary that a form's content type names; empty if it isn't clear. */
  static Optional<String> boundary(String contentType) {
    return parameters(contentType.strip(), "multipart/form-data")
        .map(said -> said.getOrDefault("boundary", ""))
        .filter(boundary -> !boundary.isBlank() && boundary.length() <= LONGEST_BOUNDARY)
        .filter(boundary -> boundary.equals(boundary.strip()) && ascii(boundary));
  }

  /** Whether it bears a name, or one that lenient readers take for it. */
  boolean named(String wanted) {
    int bracket = name.indexOf('[');
    return (bracket < 0 ? name : name.substring(0, bracket)).equalsIgnoreCase(wanted);
  }

  /** Whether its content is the value of just that name. */
  boolean plain(String wanted) {
    return text && name.equals(wanted);
  }

  private static boolean text(Map<String, String> said) {
    String type = said.getOrDefault("content-type", "text/plain").toLowerCase(Locale.ROOT);
    String coding = said.getOrDefault("content-transfer-encoding", "binary");
    return PLAIN.contains(type.replace(" ", ""))
        && AS_IT_IS.contains(coding.toLowerCase(Locale.ROOT));
  }

  private static boolean isFile(Map<String, String> disposition) {
    return disposition.keySet().stream().anyMatch(name -> name.startsWith("filename"));
  }

  /**
   * The parameters behind a header's first word. A quote behind a backslash ends a text for some
   * readers and not for others; a starred name or boundary is known to some only.
   */
  private static Optional<Map<String, String>> parameters(String value, String word) {
    if (!value.regionMatches(true, 0, word, 0, word.length()) || value.contains("\\\"")) {
      return Optional.empty();
    }
    Map<String, String> found = new HashMap<>();
    int at = word.length();
    while (at < value.length()) {
      at = blanks(value, at);
      if (at == value.length() || value.charAt(at) != ';') return Optional.empty();
      at = blanks(value, at + 1);
      int equals = value.indexOf('=', at);
      if (equals < 0) return Optional.empty();
      String name = value.substring(at, equals).toLowerCase(Locale.ROOT);
      int end = valueEnd(value, equals + 1);
      boolean starred = name.startsWith("name*") || name.startsWith("boundary*");
      if (!token(name) || starred || end < 0) return Optional.empty();
      String given = value.substring(equals + 1, end);
      boolean quoted = given.startsWith("\"");
      String inner = quoted ? given.substring(1, given.length() - 1) : given;
      if (found.put(name, inner) != null) return Optional.empty();
      at = end;
    }
    return Optional.of(found);
  }

  /** Behind a text in quotes or a bare word; -1 if there is neither. */
  private static int valueEnd(String value, int from) {
    if (from < value.length() && value.charAt(from) == '"') {
      int close = value.indexOf('"', from + 1);
      return close < 0 ? -1 : close + 1;
    }
    int at = from;
    while (at < value.length() && tokenChar(value.charAt(at))) at++;
    return at == from ? -1 : at;
  }

  private static int blanks(String value, int from) {
    int at = from;
    while (at < value.length() && (value.charAt(at) == ' ' || value.charAt(at) == '\t')) at++;
    return at;
  }

  private static boolean plainName(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(one -> alphanumeric(one) || "_-.:[]".indexOf(one) >= 0);
  }

  private static boolean token(String text) {
    return !text.isEmpty() && text.chars().allMatch(FormPart::tokenChar);
  }

  private static boolean tokenChar(int one) {
    return alphanumeric(one) || "!#$%&'*+-.^_`|~".indexOf(one) >= 0;
  }

  private static boolean alphanumeric(int one) {
    return one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z' || one >= '0' && one <= '9';
  }

  private static boolean ascii(String text) {
    return text.chars().allMatch(one -> one > 31 && one < 127);
  }

  private static boolean printable(String text) {
    return text.chars().allMatch(one -> one > 31 && one != 127 || one == '\t');
  }
}
