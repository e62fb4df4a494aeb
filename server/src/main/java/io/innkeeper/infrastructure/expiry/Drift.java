package io.innkeeper.infrastructure.expiry;

import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Source.Problem;
import io.innkeeper.infrastructure.SourceKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The last comparison of an environment's copy with what its sources say.
 *
 * @param counts of accounts by finding
 * @param problem why not everything could be compared
 */
public record Drift(
    UUID environment,
    Instant at,
    String job,
    String by,
    Map<Finding, Long> counts,
    Optional<Problem> problem) {

  /** What a comparison says about one account. */
  public enum Finding {
    /** Our copy is what its source says. */
    SAME,
    /** Its source says another password. */
    DIFFERENT,
    /** We have it, its source tells it no more. */
    MISSING_THERE,
    /** Its source tells it, we don't know it yet. */
    MISSING_HERE,
    /** Its source tells it without a password, so nothing can be said. */
    UNREADABLE;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads a finding's word.
     *
     * @throws Fault INVALID naming them all
     */
    public static Finding parse(String word) {
      return Arrays.stream(values())
          .filter(one -> one.word().equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  Fault.invalidField(
                      "finding",
                      "drift-finding",
                      "“"
                          + word
                          + "” is no finding: same, different, missing-there, missing-here or"
                          + " unreadable."));
    }

    /** Whether somebody should look. */
    public boolean drifted() {
      return this != SAME && this != UNREADABLE;
    }
  }

  /**
   * One account. No password is in here.
   *
   * @param credential ours; empty where we don't know it
   */
  public record Line(
      Finding finding,
      SourceKind source,
      Optional<UUID> credential,
      String host,
      String username,
      String credentialType) {}

  /** Why a later comparison told nothing at all. */
  public record Failure(Instant at, Problem problem) {}

  /** Several problems as one: the first, and how many more there are. */
  static Optional<Problem> summed(List<Problem> all) {
    if (all.size() < 2) return all.stream().findFirst();
    Problem first = all.getFirst();
    return Optional.of(
        new Problem(
            first.code(),
            first.said() + " And %d more; the job tells them.".formatted(all.size() - 1),
            first.advice()));
  }

  public Drift {
    Map<Finding, Long> all = new EnumMap<>(Finding.class);
    all.putAll(counts);
    counts = java.util.Collections.unmodifiableMap(all);
  }

  public long count(Finding finding) {
    return counts.getOrDefault(finding, 0L);
  }

  /** How many accounts are not as our copy says. */
  public long drifted() {
    return Arrays.stream(Finding.values()).filter(Finding::drifted).mapToLong(this::count).sum();
  }

  static Map<Finding, Long> counted(List<Line> lines) {
    Map<Finding, Long> counts = new EnumMap<>(Finding.class);
    for (Line line : lines) counts.merge(line.finding(), 1L, Long::sum);
    return counts;
  }
}
