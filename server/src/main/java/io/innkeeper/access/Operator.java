package io.innkeeper.access;

import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A person who signs in.
 *
 * @param organisation the only organisation a client sees; nobody else has one
 * @param mustChangePassword nothing else is allowed until they have chosen their own
 * @param letterKeys whether single letters act in the console
 * @param lastSeen to the minute
 * @param version grows with each change of what {@link OperatorSpec} holds
 */
public record Operator(
    UUID id,
    OperatorName name,
    String displayName,
    Role role,
    Optional<UUID> organisation,
    boolean active,
    boolean mustChangePassword,
    Theme theme,
    boolean letterKeys,
    Instant createdAt,
    Optional<Instant> lastSeen,
    long version) {

  /** What an admin decides about this operator. */
  public OperatorSpec spec() {
    return new OperatorSpec(name, displayName, role, organisation, active);
  }

  /** The same person as a proven caller. */
  public Principal principal() {
    return new Principal(
        Actor.Kind.OPERATOR, id, name.value(), role, organisation, mustChangePassword);
  }

  boolean activeAdmin() {
    return active && role == Role.ADMIN;
  }

  /** As the audit names them. */
  String subject() {
    return "operator " + name;
  }
}
