package io.innkeeper.branding;

import io.innkeeper.fault.Fault;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules that an operator writes for the app: nothing may be loaded from elsewhere, or run. */
final class OwnCss {
  private static final int LONGEST = 64 * 1024;
  private static final Pattern OURS =
      Pattern.compile(
          "/static/[\\w./-]+|data:image/(png|webp|jpeg);base64,[A-Za-z0-9+/=]+|#[\\w-]+");
  private static final Set<String> LOADING =
      Set.of("src", "image", "image-set", "-webkit-image-set", "-moz-image-set", "expression");
  private static final Set<String> AT =
      Set.of("@import", "@namespace", "@charset", "@font-face", "@document", "@-moz-document");
  private static final Pattern RUNS =
      Pattern.compile("-moz-binding|(?<![\\w-])behavior\\s*:|script:|//");

  private OwnCss() {}

  static String checked(String css) {
    problem(css)
        .ifPresent(
            said -> {
              throw Fault.invalidField("css", "own-css", said);
            });
    return css.strip();
  }

  private static Optional<String> problem(String css) {
    if (css.length() > LONGEST) return Optional.of("The rules are longer than 64 kB.");
    if (css.indexOf('<') >= 0)
      return Optional.of("A “<” can hide what a rule loads; write it without.");
    CssWords words;
    try {
      words = CssWords.of(css);
    } catch (CssWords.Unreadable e) {
      return Optional.of(e.said());
    }
    for (String url : words.urls())
      if (!OURS.matcher(url).matches())
        return Optional.of(
            "“url(%s)” loads from elsewhere. Use /static/… or data:image/…."
                .formatted(shortly(url)));
    for (String function : words.functions())
      if (LOADING.contains(function)) return Optional.of(loads(function + "("));
    for (String keyword : words.keywords())
      if (AT.contains(keyword)) return Optional.of(loads(keyword));
    Matcher runs = RUNS.matcher(words.bare().toLowerCase(Locale.ROOT));
    if (runs.find()) return Optional.of(loads(runs.group()));
    return braces(words.bare());
  }

  private static String loads(String what) {
    return "“" + what + "” loads or runs something; it can’t stand here.";
  }

  private static Optional<String> braces(String css) {
    int deep = 0;
    for (int i = 0; i < css.length() && deep >= 0; i++) {
      if (css.charAt(i) == '{') deep++;
      if (css.charAt(i) == '}') deep--;
    }
    return deep == 0
        ? Optional.empty()
        : Optional.of("The braces don’t match: a rule is opened or closed too often.");
  }

  private static String shortly(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
