package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential without its password.
 *
 * @param initial whether it tells what the password was in the beginning
 * @param formerName what it was called before
 * @param missingSince since when its source tells it no more
 * @param unreadableSince since when its source tells it without a password
 * @param passwords how many passwords of it are known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CredentialView(
    UUID id,
    UUID environment,
    String source,
    boolean initial,
    String host,
    String address,
    String username,
    String credentialType,
    String accountType,
    String resourceType,
    List<String> domains,
    @Nullable String formerName,
    Instant firstSeenAt,
    Instant lastSeenAt,
    @Nullable Instant missingSince,
    @Nullable Instant unreadableSince,
    @Nullable Instant expiresAt,
    @Nullable String expiryStatus,
    @Nullable Integer rotationDays,
    @Nullable Instant nextRotationAt,
    long passwords,
    @Nullable Instant verifiedAt,
    @Nullable LastTry lastTry) {

  /**
   * The last time that somebody tried to sign in with it.
   *
   * @param outcome as in {@link LoginTryView}
   * @param latest whether that was with the password that is the latest now
   */
  public record LastTry(Instant at, String by, String outcome, boolean latest) {}

  public CredentialView {
    domains = List.copyOf(domains);
  }
}
