package io.innkeeper.ingress;

import io.innkeeper.ingress.dns.Hostname;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One hostname and the tenant it leads to.
 *
 * @param automatic whether we see to its certificate; else the operator uploads it
 * @param certificate what it shows
 * @param problem why its certificate could not be had, empty if it could
 * @param tries how often in a row that failed
 * @param notBefore when it may be tried again
 * @param leaving it was the primary one, until the change to another is done
 */
public record Claim(
    Hostname name,
    UUID tenant,
    boolean primary,
    boolean automatic,
    Optional<UUID> certificate,
    String problem,
    int tries,
    Optional<Instant> notBefore,
    boolean leaving) {

  /** {@code primary} or {@code alias}. */
  public String role() {
    return primary ? "primary" : "alias";
  }
}
