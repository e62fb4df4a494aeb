package io.innkeeper.access;

import io.innkeeper.caller.Role;
import io.innkeeper.fault.Fault;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The API token that somebody wants.
 *
 * @param name what it is for, 1 to 80 characters
 * @param organisation for the role client, which needs one
 * @param lifetime from a minute to a year
 */
public record TokenSpec(String name, Role role, Optional<UUID> organisation, Duration lifetime) {
  private static final Duration SHORTEST_LIFETIME = Duration.ofMinutes(1);
  private static final Duration LONGEST_LIFETIME = Duration.ofDays(366);
  private static final int LONGEST_NAME = 80;

  public TokenSpec {
    name = name.strip();
    if (name.isEmpty()
        || name.codePointCount(0, name.length()) > LONGEST_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      throw Fault.invalidField(
          "name", "token-name", "A token needs a name: what it is for, in at most 80 characters.");
    }
    if ((role == Role.CLIENT) != organisation.isPresent()) {
      throw Fault.invalidField(
          "organisation",
          "client-organisation",
          "A token with the role client belongs to one organisation, every other to none.");
    }
    if (lifetime.compareTo(SHORTEST_LIFETIME) < 0 || lifetime.compareTo(LONGEST_LIFETIME) > 0) {
      throw Fault.invalidField(
          "expiresAt", "token-lifetime", "A token lasts at most a year, and at least a minute.");
    }
  }
}
