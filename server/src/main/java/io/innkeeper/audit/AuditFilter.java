package io.innkeeper.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which lines are wanted; what is absent doesn't restrict.
 *
 * @param who part of the actor's name
 * @param verb a verb ({@code tenant.stop}) or its noun ({@code tenant})
 * @param subject part of what it was done to
 * @param result {@code done}, {@code refused} or {@code failed}
 * @param from the earliest time, included
 * @param to the latest time, not included
 */
public record AuditFilter(
    Optional<String> who,
    Optional<String> verb,
    Optional<String> subject,
    Optional<String> result,
    Optional<Instant> from,
    Optional<Instant> to) {
  public static final AuditFilter ALL =
      new AuditFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
