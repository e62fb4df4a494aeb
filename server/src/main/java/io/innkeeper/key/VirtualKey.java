package io.innkeeper.key;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A virtual key beside the workspaces' own.
 *
 * @param tenant whose spending it counts as
 * @param hint by what a person recognises its value
 * @param retiring earlier values that still count
 * @param version grows with each change
 */
public record VirtualKey(
    UUID id,
    UUID organisation,
    Optional<UUID> tenant,
    KeySpec spec,
    String hint,
    List<Retiring> retiring,
    Instant createdAt,
    String createdBy,
    Optional<Instant> rotatedAt,
    Optional<Instant> revokedAt,
    long version) {

  /**
   * An earlier value.
   *
   * @param until when it stops to count; empty while its workspace hasn't got the new one
   */
  public record Retiring(String hint, Optional<Instant> until) {}

  public VirtualKey {
    retiring = List.copyOf(retiring);
  }

  /** As API and people are told. */
  public String state(Instant now) {
    if (revokedAt.isPresent()) return "revoked";
    return spec.expires().filter(end -> !end.isAfter(now)).isPresent() ? "expired" : "active";
  }
}
