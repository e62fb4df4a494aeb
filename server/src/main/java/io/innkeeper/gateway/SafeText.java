package io.innkeeper.gateway;

import java.util.regex.Pattern;

/**
 * Upstream words that may reach a tenant: without addresses, names of accounts, key hashes, e-mail
 * addresses or markup, and not longer than a sentence or two.
 */
final class SafeText {
  private static final int LONGEST = 300;
  private static final Pattern ADDRESS =
      Pattern.compile("(https?://|www\\.)\\S+|\\S+@\\S+\\.\\S+", Pattern.CASE_INSENSITIVE);
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\b(sk-|org-|user_|key_)?[A-Za-z0-9_-]*[0-9a-f]{12,}[A-Za-z0-9_-]*\\b|\\bsk-\\S+|\\b(?:user_|org-|proj_)\\w+");
  private static final Pattern MARKUP = Pattern.compile("<[^>]{0,200}>");
  private static final Pattern DANGLING =
      Pattern.compile(
          "(?i)[^.!?]*\\b(manage it using|add more using|upgrade at|visit|see)\\s*…[^.!?]*[.!?]?");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\s]+");

  private SafeText() {}

  static String of(String upstream) {
    String text = MARKUP.matcher(cut(upstream, 4 * LONGEST)).replaceAll(" ");
    text = ADDRESS.matcher(text).replaceAll("…");
    text = TOKEN.matcher(text).replaceAll("…");
    text = DANGLING.matcher(text).replaceAll("");
    return cut(CONTROL.matcher(text).replaceAll(" ").strip(), LONGEST);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
