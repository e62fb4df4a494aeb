package io.innkeeper.infrastructure;

import java.time.Instant;
import java.util.Optional;

/**
 * When a source says that a password was made, ends and is changed by itself.
 *
 * @param modifiedAt when the source last changed anything about it
 * @param expiryStatus in the source's word, for example {@code EXPIRING}
 * @param connectivity whether the source could sign in with it, in its word
 * @param rotationDays how often the source changes it by itself
 */
public record Lifetime(
    Optional<Instant> createdAt,
    Optional<Instant> modifiedAt,
    Optional<Instant> expiresAt,
    Optional<Instant> expiryCheckedAt,
    Optional<String> expiryStatus,
    Optional<String> connectivity,
    Optional<Integer> rotationDays,
    Optional<Instant> nextRotationAt) {
  public static final Lifetime UNKNOWN =
      new Lifetime(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** What of it is about its end. */
  public Expiry expiry() {
    return new Expiry(expiresAt, expiryCheckedAt, expiryStatus, connectivity);
  }

  /**
   * The same password told again: what was known of its end stays where this says nothing newer.
   *
   * @param known what was known of the same password
   */
  public Lifetime after(Lifetime known) {
    Optional<Instant> before = known.expiryCheckedAt;
    if (before.isEmpty() && known.expiresAt.isEmpty()) return this;
    boolean older =
        before.filter(at -> expiryCheckedAt.filter(at::isAfter).isPresent()).isPresent();
    if (!older && (expiresAt.isPresent() || expiryCheckedAt.isPresent())) return this;
    return new Lifetime(
        createdAt,
        modifiedAt,
        known.expiresAt,
        before,
        known.expiryStatus,
        connectivity.or(() -> known.connectivity),
        rotationDays,
        nextRotationAt);
  }

  /** Whether it ends before it is changed by itself, or is never changed by itself. */
  public boolean endsBeforeRotation() {
    return expiresAt
        .filter(end -> nextRotationAt.filter(next -> next.isBefore(end)).isEmpty())
        .isPresent();
  }
}
