package io.innkeeper.organisation;

import io.innkeeper.fault.Fault;
import java.util.Set;

/** An organisation's short name in addresses and commands; its full name may hold any Unicode. */
public record OrganisationSlug(String value) {
  private static final Set<String> RESERVED = Set.of("check", "innkeeper", "new");

  /**
   * Reads a slug.
   *
   * @throws Fault INVALID with the sentence about what is wrong
   */
  public static OrganisationSlug parse(String text) {
    if (SlugShape.fits(text) && !RESERVED.contains(text)) return new OrganisationSlug(text);
    throw Fault.invalidField("slug", "slug", SlugShape.RULE)
        .advising("Use " + suggest(text).value() + ".");
  }

  /** A slug made from a name: letters without accents, hyphens for the rest. */
  public static OrganisationSlug suggest(String name) {
    String cut = SlugShape.of(name);
    if (cut.length() < 2 || RESERVED.contains(cut)) cut = "org-" + (cut.isEmpty() ? "1" : cut);
    return new OrganisationSlug(cut);
  }

  @Override
  public String toString() {
    return value;
  }
}
