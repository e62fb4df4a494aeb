package io.innkeeper.organisation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How the slugs of organisations and tenants look: 2 to 40 lower-case letters, digits and inner
 * hyphens.
 */
public final class SlugShape {
  /** The rule in words, for those who broke it. */
  public static final String RULE =
      "A slug has 2 to 40 lower-case letters, digits and hyphens, and neither begins nor ends with a hyphen.";

  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,38}[a-z0-9]");
  private static final int LONGEST = 40;

  private SlugShape() {}

  public static boolean fits(String text) {
    return SHAPE.matcher(text).matches();
  }

  /** A name's letters without accents, hyphens for the rest; may be too short to be a slug. */
  public static String of(String name) {
    String plain =
        Normalizer.normalize(
                name.replace('ł', 'l').replace('Ł', 'L').replace("ß", "ss"), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    return plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("^-+|-+$", "");
  }
}
