package io.innkeeper.person;

import io.innkeeper.openwebui.AppUser;
import io.innkeeper.openwebui.AppUser.Role;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody with an account in a tenant's workspace, as it last told.
 *
 * @param id as the workspace knows them
 * @param source how they sign in: {@code password}, {@code directory}, or a provider's name
 * @param groups ids of their groups
 * @param lastActive empty when the account was never used
 */
public record Person(
    UUID tenant,
    String id,
    String email,
    String name,
    Role role,
    String source,
    List<String> groups,
    Instant created,
    Optional<Instant> lastActive) {
  public Person {
    groups = List.copyOf(groups);
  }

  static Person of(UUID tenant, AppUser user) {
    return new Person(
        tenant,
        user.id(),
        user.email(),
        user.name(),
        user.role(),
        user.source(),
        user.groups(),
        user.createdAt(),
        Optional.of(user.lastActiveAt()).filter(at -> user.used()));
  }

  /** Whether this is part of their address or name, in upper or lower case. */
  boolean holds(String text) {
    String part = text.toLowerCase(Locale.ROOT);
    return email.toLowerCase(Locale.ROOT).contains(part)
        || name.toLowerCase(Locale.ROOT).contains(part);
  }

  /** Whether somebody may mean them by this: their address or their id. */
  boolean named(String name) {
    return id.equals(name) || email.equalsIgnoreCase(name);
  }
}
