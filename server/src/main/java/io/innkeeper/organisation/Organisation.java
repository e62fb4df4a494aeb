package io.innkeeper.organisation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Who pays.
 *
 * @param externalId the id billing knows; stays when the name changes
 * @param suspension why nobody of it is served, while that is so
 * @param hasUpstreamKey whether a key of its own is kept, sealed
 * @param version grows with each change
 */
public record Organisation(
    UUID id,
    OrganisationSlug slug,
    String externalId,
    OrganisationSpec spec,
    State state,
    Optional<Suspension> suspension,
    boolean hasUpstreamKey,
    Instant createdAt,
    long version) {

  /** Its standing. */
  public enum State {
    ACTIVE,
    SUSPENDED,
    CLOSED;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A fact with an author. */
  public record Suspension(String reason, Instant since, String by) {}

  public String name() {
    return spec.name();
  }
}
