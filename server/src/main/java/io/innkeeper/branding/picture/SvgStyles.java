package io.innkeeper.branding.picture;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Style sheets and style attributes inside an SVG, declaration by declaration. */
final class SvgStyles {
  private static final Pattern RULE =
      Pattern.compile("([.#\\w\\s,>*:-]{1,300})\\{([^{}]{0,20000})\\}");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|<!--|-->", Pattern.DOTALL);

  private static final Pattern CLASSES =
      Pattern.compile("\\s*\\.[\\w-]+\\s*(,\\s*\\.[\\w-]+\\s*)*");
  private static final Pattern COPYING = Pattern.compile("(?:mask|clip-path):.*");

  private final SvgRemoved removed;
  private final SvgCopies copies;

  SvgStyles(SvgRemoved removed, SvgCopies copies) {
    this.removed = removed;
    this.copies = copies;
  }

  /** Only plain rules stay; what is no rule goes. */
  String sheet(String css) {
    StringBuilder kept = new StringBuilder();
    String plain = COMMENT.matcher(css).replaceAll("");
    Matcher rules = RULE.matcher(plain);
    int at = 0;
    while (rules.find()) {
      if (!plain.substring(at, rules.start()).isBlank()) removed.add("style rule");
      at = rules.end();
      String declarations = declarations(rules.group(2));
      if (!declarations.isEmpty() && counted(rules.group(1), declarations))
        kept.append(rules.group(1).strip()).append('{').append(declarations).append('}');
    }
    if (!plain.substring(at).isBlank()) removed.add("style rule");
    return kept.toString();
  }

  /** Whether it is known what a rule copies: only for classes it can be counted. */
  private boolean counted(String selector, String declarations) {
    List<String> copied =
        Stream.of(declarations.split(";"))
            .filter(one -> COPYING.matcher(one).matches())
            .flatMap(one -> SvgRules.parts(one).stream())
            .toList();
    if (copied.isEmpty()) return true;
    if (!CLASSES.matcher(selector).matches()) {
      removed.add("style rule");
      return false;
    }
    for (String one : selector.split(","))
      copied.forEach(part -> copies.styled(one.strip().substring(1), part));
    return true;
  }

  /** {@code fill:#fff;opacity:.5}: known properties with values that load nothing. */
  String declarations(String text) {
    StringJoiner kept = new StringJoiner(";");
    for (String one : COMMENT.matcher(text).replaceAll("").split(";")) {
      int colon = one.indexOf(':');
      if (colon < 1) continue;
      String name = one.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      Optional<String> value = SvgRules.harmless(one.substring(colon + 1).strip());
      if (value.isEmpty()) removed.add("reference to somewhere else");
      else if (SvgRules.property(name)) kept.add(name + ":" + value.get());
    }
    return kept.toString();
  }
}
