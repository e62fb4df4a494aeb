package io.innkeeper.organisation;

import io.innkeeper.fault.Fault;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** An organisation's short name in addresses and commands; its full name may hold any Unicode. */
public record OrganisationSlug(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,38}[a-z0-9]");
  private static final Set<String> RESERVED = Set.of("check", "innkeeper", "new");

  /**
   * Reads a slug.
   *
   * @throws Fault INVALID with the sentence about what is wrong
   */
  public static OrganisationSlug parse(String text) {
    if (SHAPE.matcher(text).matches() && !RESERVED.contains(text))
      return new OrganisationSlug(text);
    throw Fault.invalidField(
            "slug",
            "slug",
            "A slug has 2 to 40 lower-case letters, digits and hyphens, and neither begins nor ends with a hyphen.")
        .advising("Use " + suggest(text).value() + ".");
  }

  /** A slug made from a name: letters without accents, hyphens for the rest. */
  public static OrganisationSlug suggest(String name) {
    String plain =
        Normalizer.normalize(
                name.replace('ł', 'l').replace('Ł', 'L').replace("ß", "ss"), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    String cut = plain.substring(0, Math.min(40, plain.length())).replaceAll("^-+|-+$", "");
    if (cut.length() < 2 || RESERVED.contains(cut)) cut = "org-" + (cut.isEmpty() ? "1" : cut);
    return new OrganisationSlug(cut);
  }

  @Override
  public String toString() {
    return value;
  }
}
