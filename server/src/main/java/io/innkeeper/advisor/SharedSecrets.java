package io.innkeeper.advisor;

import io.innkeeper.advisor.TenantFacts.Held;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The same secret in several tenants: one that leaks opens them all. The reference had one sign-in
 * client of a provider in every tenant, in its source. Pure.
 */
final class SharedSecrets {
  private static final Map<String, String> PROVIDERS =
      Map.of("GOOGLE", "google", "MICROSOFT", "microsoft", "GITHUB", "github", "OAUTH", "oidc");

  private SharedSecrets() {}

  private record Shared(String name, String digest) {}

  static List<Advice> of(List<TenantFacts> tenants) {
    Map<Shared, TreeSet<String>> holders = new LinkedHashMap<>();
    for (TenantFacts tenant : tenants)
      for (Map.Entry<String, Held> held : new TreeMap<>(tenant.secrets()).entrySet())
        holders
            .computeIfAbsent(
                new Shared(held.getKey(), held.getValue().digest()), key -> new TreeSet<>())
            .add(tenant.slug());
    List<Advice> found = new ArrayList<>();
    holders.forEach(
        (shared, slugs) -> {
          if (slugs.size() > 1) found.add(advice(shared.name(), slugs));
        });
    return List.copyOf(found);
  }

  private static Advice advice(String name, TreeSet<String> slugs) {
    String place = "shared-secret." + name + "." + slugs.first();
    String what = "%s is the same in %s.".formatted(name, String.join(", ", slugs));
    if (name.endsWith("_ID"))
      return Advice.medium(
          place,
          what,
          "One sign-in client serves several clients: one secret opens them all, and the provider"
              + " shows all of them one name.",
          signIn(slugs.last(), name).map(set -> set + " --client-id ID --new-secret").orElse(""));
    if (name.equals("WEBUI_SECRET_KEY"))
      return Advice.high(
          place, what, "A session of one workspace can be made to count in the other.", "");
    return Advice.high(
        place,
        what,
        "Whoever learns it in one workspace has it for all; give each its own.",
        renewing(slugs.last(), name));
  }

  /** The command that gives a tenant another secret of this name; empty when there is none. */
  static String renewing(String slug, String name) {
    if (name.equals("WEBUI_SECRET_KEY")) return "";
    return signIn(slug, name)
        .map(set -> set + " --new-secret")
        .orElse("innkeeper setting set --tenant " + slug + " --secret " + name);
  }

  private static Optional<String> signIn(String slug, String name) {
    return Optional.ofNullable(PROVIDERS.get(name.replaceFirst("_CLIENT_(ID|SECRET)$", "")))
        .map(provider -> "innkeeper sign-in set " + slug + " --provider " + provider);
  }
}
