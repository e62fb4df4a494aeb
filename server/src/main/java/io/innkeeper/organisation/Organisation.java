package io.innkeeper.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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

  /** Its own day at a moment. */
  public LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, spec.timeZone());
  }

  /**
   * The day that most of them have, the closed ones left out; the newer one of two that as many
   * have, and that of UTC if there is none.
   */
  public static LocalDate commonDay(Collection<Organisation> all, Instant at) {
    Map<LocalDate, Long> days =
        all.stream()
            .filter(one -> one.state() != State.CLOSED)
            .collect(Collectors.groupingBy(one -> one.dayOf(at), Collectors.counting()));
    return days.entrySet().stream()
        .max(
            Map.Entry.<LocalDate, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElseGet(() -> LocalDate.ofInstant(at, ZoneOffset.UTC));
  }
}
