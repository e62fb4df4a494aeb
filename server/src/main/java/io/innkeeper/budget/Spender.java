package io.innkeeper.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who spends: every part of it has an account of its own.
 *
 * @param user the person, if proven
 */
public record Spender(
    UUID organisation, Optional<UUID> tenant, Optional<UUID> key, Optional<String> user) {

  /** Its accounts, the widest first. */
  List<Scope> scopes() {
    List<Scope> scopes = new ArrayList<>(4);
    scopes.add(Scope.organisation(organisation));
    tenant.ifPresent(id -> scopes.add(Scope.tenant(organisation, id)));
    key.ifPresent(id -> scopes.add(Scope.key(organisation, id)));
    user.ifPresent(id -> scopes.add(Scope.user(organisation, id)));
    return List.copyOf(scopes);
  }
}
