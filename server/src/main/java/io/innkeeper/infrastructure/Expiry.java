package io.innkeeper.infrastructure;

import java.time.Instant;
import java.util.Optional;

/**
 * What a source says about a password's end.
 *
 * @param end empty where it has none, or none was told
 * @param checkedAt when the source looked
 * @param status in its word, for example {@code EXPIRING}
 * @param connectivity whether it could sign in with the password, in its word
 */
public record Expiry(
    Optional<Instant> end,
    Optional<Instant> checkedAt,
    Optional<String> status,
    Optional<String> connectivity) {

  /** Whether the source looked and there is no end. */
  public boolean endless() {
    return end.isEmpty()
        && !connectivity.orElse("").equalsIgnoreCase("ERROR")
        && status.orElse("ACTIVE").equalsIgnoreCase("ACTIVE");
  }
}
