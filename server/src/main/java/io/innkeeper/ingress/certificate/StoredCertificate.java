package io.innkeeper.ingress.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A certificate as kept; its key stays sealed in the row.
 *
 * @param names it is for
 * @param renewAt when it is to be replaced; only for those that we get ourselves
 * @param replaces the one before it
 */
public record StoredCertificate(
    UUID id,
    Source source,
    List<String> names,
    String chain,
    String issuer,
    String fingerprint,
    Instant validFrom,
    Instant validUntil,
    Optional<Instant> renewAt,
    Optional<UUID> replaces,
    Instant madeAt,
    String madeBy,
    Optional<Instant> revokedAt) {
  private static final Duration SOON = Duration.ofDays(21);

  /** Where it came from. */
  public enum Source {
    /** An ACME authority. */
    ACME,
    /** The operator. */
    UPLOADED,
    /** Ourselves: browsers warn of it. */
    SELF_SIGNED;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Source of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  public StoredCertificate {
    names = List.copyOf(names);
  }

  /** Whether browsers can be expected to accept it. */
  public boolean trusted() {
    return source != Source.SELF_SIGNED && revokedAt.isEmpty();
  }

  /** {@code valid}, {@code expires-soon}, {@code expired} or {@code revoked}. */
  public String state(Instant at) {
    if (revokedAt.isPresent()) return "revoked";
    if (!at.isBefore(validUntil)) return "expired";
    // A short one is renewed long before: a third of its life is soon enough to worry.
    Duration life = Duration.between(validFrom, validUntil);
    Duration soon = life.dividedBy(4).compareTo(SOON) < 0 ? life.dividedBy(4) : SOON;
    return at.isBefore(validUntil.minus(soon)) ? "valid" : "expires-soon";
  }

  public boolean countsAt(Instant at) {
    return revokedAt.isEmpty() && at.isBefore(validUntil);
  }
}
