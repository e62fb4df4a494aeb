package io.innkeeper.tenant;

import io.innkeeper.fault.Fault;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A tenant's identity: names its folder, its container and its addresses. Never derived from a
 * hostname, so two hostnames can't collide in it.
 */
public record TenantSlug(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,38}[a-z0-9]");
  private static final Set<String> RESERVED =
      Set.of(
          "admin",
          "api",
          "app",
          "check",
          "console",
          "default",
          "gateway",
          "health",
          "host",
          "innkeeper",
          "localhost",
          "login",
          "metrics",
          "new",
          "nginx",
          "static",
          "status",
          "system",
          "test",
          "www");

  /**
   * Reads a slug.
   *
   * @throws Fault INVALID with the sentence about what is wrong
   */
  public static TenantSlug parse(String text) {
    if (!SHAPE.matcher(text).matches()) {
      throw Fault.invalidField(
              "slug",
              "slug",
              "A slug has 2 to 40 lower-case letters, digits and hyphens, and neither begins nor ends with a hyphen.")
          .advising("Use " + suggest(text).value() + ".");
    }
    if (RESERVED.contains(text)) {
      throw Fault.invalidField(
              "slug", "slug-reserved", "“" + text + "” is reserved for Innkeeper itself.")
          .advising("Use " + text + "-chat.");
    }
    return new TenantSlug(text);
  }

  /** A slug made from a name: letters without accents, hyphens for the rest. */
  public static TenantSlug suggest(String name) {
    String plain =
        Normalizer.normalize(
                name.replace('ł', 'l').replace('Ł', 'L').replace("ß", "ss"), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    String cut = plain.substring(0, Math.min(40, plain.length())).replaceAll("^-+|-+$", "");
    if (cut.length() < 2) cut = cut.isEmpty() ? "tenant" : cut + "-1";
    return new TenantSlug(RESERVED.contains(cut) ? cut + "-chat" : cut);
  }

  @Override
  public String toString() {
    return value;
  }
}
