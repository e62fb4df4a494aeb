package io.innkeeper.organisation;

import org.jdbi.v3.core.Handle;

/** Slugs and external ids that no organisation has yet. */
final class FreeNames {
  private static final int LONGEST_BASE = 36;

  private final OrganisationStore store;

  FreeNames(OrganisationStore store) {
    this.store = store;
  }

  /** The wanted slug, or with a number behind it. */
  OrganisationSlug slug(Handle handle, OrganisationSlug wanted) {
    OrganisationSlug candidate = wanted;
    for (int number = 2; store.bySlug(handle, candidate.value()).isPresent(); number++) {
      String base = wanted.value().substring(0, Math.min(LONGEST_BASE, wanted.value().length()));
      candidate = new OrganisationSlug(base + "-" + number);
    }
    return candidate;
  }

  /** The external id of a name. */
  String externalId(Handle handle, String name) {
    // 32 bits collide sooner or later; a taken id would merge two books.
    String candidate = EnvironmentOrganisation.externalIdOf(name);
    for (int number = 2; store.byExternalId(handle, candidate).isPresent(); number++) {
      candidate = EnvironmentOrganisation.externalIdOf(name + "#" + number);
    }
    return candidate;
  }
}
