package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hostname and the tenant it leads to.
 *
 * @param name in the form that travels
 * @param shown as people read it
 * @param tenant its slug
 * @param role {@code primary} or {@code alias}, which leads to the primary one
 * @param automatic whether we see to its certificate
 * @param certificate what it shows; nothing before it is first served
 * @param source of that: {@code acme}, {@code uploaded} or {@code self-signed}
 * @param state of that: {@code valid}, {@code expires-soon}, {@code expired} or {@code revoked}
 * @param problem why a certificate could not be had
 * @param notBefore when it is tried again
 * @param dns what DNS says of it; only where it was just looked up
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HostnameView(
    String name,
    String shown,
    String tenant,
    String role,
    boolean automatic,
    @Nullable UUID certificate,
    @Nullable String source,
    @Nullable String state,
    @Nullable Instant validUntil,
    @Nullable String problem,
    @Nullable Instant notBefore,
    @Nullable HostnameCheckView dns) {

  /** The same with what DNS says of it. */
  public HostnameView with(@Nullable HostnameCheckView looked) {
    return new HostnameView(
        name,
        shown,
        tenant,
        role,
        automatic,
        certificate,
        source,
        state,
        validUntil,
        problem,
        notBefore,
        looked);
  }
}
