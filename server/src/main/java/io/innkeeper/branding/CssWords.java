package io.innkeeper.branding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A style sheet read the way a browser reads it: a comment's beginning inside a string is no
 * comment, and a quote inside a comment no string.
 */
final class CssWords {
  private final String css;
  private final StringBuilder bare = new StringBuilder();
  private final List<String> urls = new ArrayList<>();
  private final Set<String> functions = new TreeSet<>();
  private final Set<String> keywords = new TreeSet<>();
  private int at;

  /** It can be read in more than one way, or not at all. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    private Unreadable(String said) {
      super(said);
    }

    String said() {
      return String.valueOf(getMessage());
    }
  }

  private CssWords(String css) {
    this.css = css;
  }

  static CssWords of(String css) throws Unreadable {
    CssWords words = new CssWords(css);
    while (words.at < css.length()) words.next();
    return words;
  }

  /** What stands in {@code url(…)}, without its quotes. */
  List<String> urls() {
    return urls;
  }

  /** Names before a bracket, in lower case, without {@code url}. */
  Set<String> functions() {
    return functions;
  }

  /** {@code @media} and the like, in lower case. */
  Set<String> keywords() {
    return keywords;
  }

  /** The sheet without comments, strings and addresses. */
  String bare() {
    return bare.toString();
  }

  private void next() throws Unreadable {
    char c = css.charAt(at);
    if (css.startsWith("/*", at)) {
      comment();
    } else if (c == '"' || c == '\'') {
      String unused = string();
      bare.append("\"\"");
    } else if (c == '\\') {
      throw new Unreadable(
          "A backslash outside a string can hide what a rule loads; write it without.");
    } else if (c == '@') {
      at++;
      keywords.add("@" + name());
      bare.append(css, css.lastIndexOf('@', at - 1), at);
    } else if (named(c)) {
      word();
    } else {
      bare.append(c);
      at++;
    }
  }

  private void word() throws Unreadable {
    int from = at;
    String name = name();
    bare.append(css, from, at);
    if (at == css.length() || css.charAt(at) != '(') return;
    bare.append('(');
    at++;
    if (!name.equals("url")) {
      functions.add(name);
      return;
    }
    url();
    bare.append(')');
  }

  /** Inside an address that has no quotes nothing is a comment. */
  private void url() throws Unreadable {
    blanks();
    boolean quoted = at < css.length() && (css.charAt(at) == '"' || css.charAt(at) == '\'');
    int end = css.indexOf(')', at);
    if (quoted) {
      urls.add(string());
      blanks();
      if (at == css.length() || css.charAt(at) != ')')
        throw new Unreadable("An address in url(…) isn’t closed after its quotes.");
    } else if (end < 0) {
      throw new Unreadable("An address in url(…) isn’t closed.");
    } else {
      urls.add(css.substring(at, end).strip());
      at = end;
    }
    at++;
  }

  private void comment() throws Unreadable {
    int end = css.indexOf("*/", at + 2);
    if (end < 0) throw new Unreadable("A comment isn’t closed.");
    bare.append(' ');
    at = end + 2;
  }

  /** The text between two quotes as it is written, escapes and all. */
  private String string() throws Unreadable {
    char quote = css.charAt(at);
    int from = ++at;
    while (at < css.length() && css.charAt(at) != quote) {
      if (newline(css.charAt(at))) break;
      at += css.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= css.length() || css.charAt(at) != quote)
      throw new Unreadable("A string isn’t closed in its line.");
    return css.substring(from, at++);
  }

  private String name() {
    int from = at;
    while (at < css.length() && named(css.charAt(at))) at++;
    return css.substring(from, at).toLowerCase(Locale.ROOT);
  }

  private void blanks() {
    while (at < css.length() && Character.isWhitespace(css.charAt(at))) at++;
  }

  private static boolean named(char c) {
    return c >= 0x80 || c == '-' || c == '_' || Character.isLetterOrDigit(c);
  }

  private static boolean newline(char c) {
    return c == '\n' || c == '\r' || c == '\f';
  }
}
