package io.innkeeper.caller;

import java.util.Optional;
import java.util.UUID;

/**
 * Who calls, once proven.
 *
 * @param id the operator's id, for tokens the token's
 * @param organisation the only organisation a client sees
 * @param mustChangePassword nothing but changing the password is allowed until it has been done
 */
public record Principal(
    Actor.Kind kind,
    UUID id,
    String name,
    Role role,
    Optional<UUID> organisation,
    boolean mustChangePassword) {

  /** The same caller as the actor of one request. */
  public Actor actor(String address, String requestId) {
    return new Actor(kind, Optional.of(id), name, address, requestId);
  }

  /** Whether this caller may see what belongs to an organisation. */
  public boolean maySee(UUID organisationId) {
    return role != Role.CLIENT || organisation.filter(organisationId::equals).isPresent();
  }
}
