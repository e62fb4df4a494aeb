package io.innkeeper.console;

import io.innkeeper.fault.Fault;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.OrganisationSlug;
import io.innkeeper.organisation.Organisations;
import java.util.Optional;

/** An organisation's form judged while it is typed. */
final class OrganisationChecks {
  private final Organisations organisations;

  OrganisationChecks(Organisations organisations) {
    this.organisations = organisations;
  }

  /** What creating would say now; a slug that is taken as well. */
  Typed judged(Typed typed) {
    Typed judged = refused(typed, () -> OrganisationForm.spec(typed));
    judged = refused(judged, () -> OrganisationForm.slug(typed));
    Optional<OrganisationSlug> slug = typed.given("slug").flatMap(OrganisationChecks::slug);
    return slug.filter(this::taken)
        .map(taken -> Fault.invalidField("slug", "slug-taken", "Taken by another organisation."))
        .map(judged::refusedBy)
        .orElse(judged);
  }

  /** What changing would say now. */
  Typed judged(Organisation organisation, Typed typed) {
    return refused(typed, () -> OrganisationForm.spec(organisation, typed));
  }

  private boolean taken(OrganisationSlug slug) {
    return organisations.all().stream().anyMatch(one -> one.slug().equals(slug));
  }

  private static Typed refused(Typed typed, Runnable trying) {
    try {
      trying.run();
      return typed;
    } catch (Fault e) {
      return typed.refusedBy(e);
    }
  }

  private static Optional<OrganisationSlug> slug(String text) {
    try {
      return Optional.of(OrganisationSlug.parse(text));
    } catch (Fault notOne) {
      return Optional.empty();
    }
  }
}
