package io.innkeeper.branding;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How a tenant's brand stands.
 *
 * @param current which brand is wanted; empty: none
 * @param look whether its look may be laid over the app; name and banner always may
 * @param draft what somebody prepares
 * @param served the folder whose files were last seen served; empty text: the upstream's
 * @param files how many of them
 */
public record BrandStanding(
    UUID tenant,
    Optional<UUID> current,
    boolean look,
    Optional<Brand> draft,
    String served,
    int files,
    Optional<Instant> checkedAt) {

  /** A tenant that never had a brand. */
  static BrandStanding none(UUID tenant) {
    return new BrandStanding(
        tenant, Optional.empty(), false, Optional.empty(), "", 0, Optional.empty());
  }
}
