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
 * @param mention part of the actor's name, the verb or what it was done to
 */
public record AuditFilter(
    Optional<String> who,
    Optional<String> verb,
    Optional<String> subject,
    Optional<String> result,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<String> mention) {
  public static final AuditFilter ALL =
      new AuditFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public AuditFilter(
      Optional<String> who,
      Optional<String> verb,
      Optional<String> subject,
      Optional<String> result,
      Optional<Instant> from,
      Optional<Instant> to) {
    this(who, verb, subject, result, from, to, Optional.empty());
  }

  /** The same among lines that mention these words anywhere, if there are any. */
  public AuditFilter mentioning(Optional<String> words) {
    return new AuditFilter(who, verb, subject, result, from, to, words);
  }
}
