package io.innkeeper.access;

import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A key for a program. It opens what its role opens, never more than its maker could when it was
 * made or can now.
 *
 * @param hint its first characters, to recognise it by
 * @param organisation for the role client
 * @param createdBy the operator it belongs to and dies with
 * @param lastUsed to the minute
 */
public record ApiToken(
    UUID id,
    String name,
    String hint,
    Role role,
    Optional<UUID> organisation,
    UUID createdBy,
    OperatorName creator,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> lastUsed) {

  /** The program that holds it, as a proven caller. */
  public Principal principal() {
    return new Principal(Actor.Kind.TOKEN, id, subject(), role, organisation, false);
  }

  /** As the audit names it. */
  String subject() {
    return "token " + name + " of " + creator;
  }
}
