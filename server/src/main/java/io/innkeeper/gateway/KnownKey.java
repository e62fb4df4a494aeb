package io.innkeeper.gateway;

import io.innkeeper.secret.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A virtual key as the gateway sees it.
 *
 * @param tenant the workspace it belongs to, if it is one's own key
 * @param identity secret with which that workspace signs who calls; only its own key's word counts
 * @param models which of the organisation's models it may use
 * @param expires when it stops to count
 * @param standstill why it isn't served, if so
 */
public record KnownKey(
    UUID id,
    House house,
    Optional<UUID> tenant,
    Optional<Secret> identity,
    Predicate<String> models,
    CallLimits limits,
    Optional<Instant> expires,
    Optional<Standstill> standstill) {

  /** Why a key isn't served. */
  public enum Standstill {
    STOPPED,
    REVOKED
  }

  Optional<Refusal> refusal() {
    return standstill.map(
        why ->
            switch (why) {
              case STOPPED -> Refusal.of(403, "workspace-stopped", "This workspace is stopped.");
              case REVOKED -> Refusal.of(401, "key-revoked", "This key has been revoked.");
            });
  }

  boolean workspace() {
    return identity.isPresent();
  }

  boolean allows(String model) {
    return house.models().test(model) && models.test(model);
  }
}
