package io.innkeeper.console;

import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Check;
import io.innkeeper.engine.ImageFacts;
import io.innkeeper.engine.ImageReference;
import io.innkeeper.fault.Fault;
import io.innkeeper.ingress.dns.Hostname;
import io.innkeeper.openwebui.Release;
import io.innkeeper.tenant.Sizes;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenant.Wanted;
import io.innkeeper.tenant.TenantSlug;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What we make of a good value while it is typed: room, builds that are here, names in use. */
final class TenantChecks {
  private final ConsoleParts parts;

  TenantChecks(ConsoleParts parts) {
    this.parts = parts;
  }

  /**
   * A field with what can be said about its value; one that must be mended already says so.
   *
   * @param self the tenant being changed, so that it isn't compared with itself
   */
  Field judge(Field field, Optional<UUID> self) {
    if (field.isBad() || field.value().isEmpty()) return field;
    Optional<Check> check =
        switch (field.name()) {
          case "slug" -> self.isPresent() ? Optional.empty() : slug(field.value());
          case "hostname" -> hostname(field.value(), self);
          case "image" -> image(field.value());
          case "memory" -> memory(field.value(), self);
          default -> Optional.empty();
        };
    return check.map(field::saying).orElse(field);
  }

  private Optional<Check> slug(String text) {
    return all(Optional.empty()).stream().anyMatch(one -> one.slug().value().equals(text))
        ? Optional.of(Check.bad("Taken by another tenant.", free(text)))
        : Optional.of(Check.ok("Free"));
  }

  /** The slug with the first number behind it that makes it free. */
  private String free(String text) {
    for (int number = 2; ; number++) {
      String candidate = TenantSlug.suggest(text + "-" + number).value();
      if (all(Optional.empty()).stream().noneMatch(one -> one.slug().value().equals(candidate)))
        return candidate;
    }
  }

  private Optional<Check> hostname(String text, Optional<UUID> self) {
    return all(self).stream()
        .filter(one -> one.spec().hostname().filter(text::equalsIgnoreCase).isPresent())
        .findFirst()
        .map(one -> Check.bad(one.spec().displayName() + " has this hostname already."))
        .or(() -> Optional.of(new HostnameChecks(parts.ingress()).dns(Hostname.parse(text))));
  }

  private Optional<Check> image(String text) {
    try {
      ImageReference reference = ImageReference.parse(text);
      Optional<Optional<ImageFacts>> asked = Shortly.ask(() -> parts.engine().image(reference));
      if (asked.isEmpty()) return Optional.of(Check.warn("The container engine does not answer."));
      Optional<ImageFacts> facts = asked.get();
      Optional<Release> release =
          Release.of(reference, facts.map(ImageFacts::labels).orElse(java.util.Map.of()));
      List<String> cautions = release.map(Release::cautions).orElse(List.of());
      if (!cautions.isEmpty()) return Optional.of(Check.warn(String.join(" ", cautions)));
      String version = release.map(one -> "Open WebUI " + one + ", ").orElse("");
      return Optional.of(
          facts.isPresent()
              ? Check.ok(version.isEmpty() ? "It is here already" : version + "here already")
              : Check.warn(
                  version.isEmpty()
                      ? "Not here yet: it is fetched first."
                      : version + "fetched first: it is not here yet."));
    } catch (Fault e) {
      return Optional.of(Check.bad(e.said()));
    }
  }

  /** Limits may be promised beyond what there is; that is said, not refused. */
  private Optional<Check> memory(String text, Optional<UUID> self) {
    Optional<Long> whole = Shortly.ask(() -> parts.engine().info().memoryBytes());
    if (whole.isEmpty()) return Optional.empty();
    long promised =
        all(self).stream()
            .filter(one -> one.wanted() == Wanted.RUNNING)
            .mapToLong(one -> one.spec().memoryBytes())
            .sum();
    long wanted = Sizes.parse("memory", text.matches("[\\d.,]+") ? text + "GiB" : text);
    long left = whole.get() - promised - wanted;
    return Optional.of(
        left >= 0
            ? Check.ok(Sizes.gibibytes(left) + " free after this one")
            : Check.warn(
                "Promises "
                    + Sizes.gibibytes(-left)
                    + " more than this host has; tenants may run out of memory together."));
  }

  private List<Tenant> all(Optional<UUID> but) {
    return parts.tenants().tenants().all().stream()
        .filter(one -> but.filter(one.id()::equals).isEmpty())
        .toList();
  }
}
