package io.innkeeper.budget;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who spends: every part of it has an account of its own.
 *
 * @param user the person, if proven
 */
public record Spender(
    UUID organisation, Optional<UUID> tenant, Optional<UUID> key, Optional<String> user) {

  /** Its accounts, the widest first. */
  List<Scope> scopes() {
    return Stream.of(
            Optional.of(Scope.organisation(organisation)),
            tenant.map(id -> Scope.tenant(organisation, id)),
            key.map(id -> Scope.key(organisation, id)),
            user.map(id -> Scope.user(organisation, id)))
        .flatMap(Optional::stream)
        .toList();
  }
}
