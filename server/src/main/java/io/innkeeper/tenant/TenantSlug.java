package io.innkeeper.tenant;

import io.innkeeper.fault.Fault;
import io.innkeeper.organisation.SlugShape;
import java.util.Set;

/**
 * A tenant's identity: names its folder, its container and its addresses. Never derived from a
 * hostname, so two hostnames can't collide in it.
 */
public record TenantSlug(String value) {
  private static final Set<String> RESERVED =
      Set.of(
          "admin",
          "adopt",
          "api",
          "app",
          "bulk",
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
    if (!SlugShape.fits(text)) {
      throw Fault.invalidField("slug", "slug", SlugShape.RULE)
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
    String cut = SlugShape.of(name);
    if (cut.length() < 2) cut = cut.isEmpty() ? "tenant" : cut + "-1";
    return new TenantSlug(RESERVED.contains(cut) ? cut + "-chat" : cut);
  }

  @Override
  public String toString() {
    return value;
  }
}
