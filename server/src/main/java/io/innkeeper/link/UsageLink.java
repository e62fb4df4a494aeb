package io.innkeeper.link;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A way to look at one organisation's usage.
 *
 * @param name for whom it is
 * @param hint by what a person recognises its token
 * @param lastUsed when it last opened the pages, to the minute
 */
public record UsageLink(
    UUID id,
    UUID organisation,
    String name,
    String hint,
    Instant createdAt,
    String createdBy,
    Instant expiresAt,
    Optional<Instant> revokedAt,
    Optional<Instant> lastUsed) {

  /** Whether it opens the pages at that time. */
  public boolean opens(Instant at) {
    return revokedAt.isEmpty() && at.isBefore(expiresAt);
  }

  /** {@code active}, {@code expired} or {@code revoked}. */
  public String state(Instant at) {
    if (revokedAt.isPresent()) return "revoked";
    return opens(at) ? "active" : "expired";
  }
}
