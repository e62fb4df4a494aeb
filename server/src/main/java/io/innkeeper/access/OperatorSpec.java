package io.innkeeper.access;

import io.innkeeper.caller.Role;
import io.innkeeper.fault.Fault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What an admin decides about an operator.
 *
 * @param displayName any writing, 1 to 80 characters; blank means the name
 * @param organisation for the role client, which needs one
 * @param active a disabled operator can't sign in, and their sessions and tokens open nothing
 */
public record OperatorSpec(
    OperatorName name, String displayName, Role role, Optional<UUID> organisation, boolean active) {
  private static final int LONGEST = 80;

  public OperatorSpec {
    displayName = displayName.isBlank() ? name.value() : displayName.strip();
    if (displayName.codePointCount(0, displayName.length()) > LONGEST
        || displayName.chars().anyMatch(Character::isISOControl)) {
      throw Fault.invalidField(
          "displayName", "display-name", "A display name has at most 80 characters on one line.");
    }
    if (role == Role.CLIENT && organisation.isEmpty()) {
      throw Fault.invalidField(
          "organisation", "client-organisation", "A client belongs to an organisation; name one.");
    }
    if (role != Role.CLIENT && organisation.isPresent()) {
      throw Fault.invalidField(
          "organisation",
          "client-organisation",
          "Only the role client is bound to one organisation; the role "
              + role.word()
              + " sees all.");
    }
  }

  public OperatorSpec withDisplayName(String text) {
    return new OperatorSpec(name, text, role, organisation, active);
  }

  public OperatorSpec withName(OperatorName other) {
    return new OperatorSpec(other, displayName, role, organisation, active);
  }

  /** Another role; a client's needs an organisation, every other has none. */
  public OperatorSpec withRole(Role other, Optional<UUID> of) {
    return new OperatorSpec(name, displayName, other, of, active);
  }

  public OperatorSpec withActive(boolean on) {
    return new OperatorSpec(name, displayName, role, organisation, on);
  }

  boolean activeAdmin() {
    return active && role == Role.ADMIN;
  }

  /** As the audit keeps it. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", name);
    values.put("displayName", displayName);
    values.put("role", role.word());
    organisation.ifPresent(id -> values.put("organisation", id));
    values.put("active", active);
    return values;
  }
}
