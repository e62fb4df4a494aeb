package io.innkeeper.openrouter.provision;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.caller.Actor;
import io.innkeeper.openrouter.OpenRouterClient;
import io.innkeeper.openrouter.Reply;
import io.innkeeper.openrouter.UpstreamKey;
import io.innkeeper.openrouter.provision.ProvisionedKey.State;
import io.innkeeper.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the keys that the upstream has against the ones we know: writes down how they are there,
 * what drifted, and which are gone.
 */
final class KeyLook {
  private static final Logger log = LoggerFactory.getLogger(KeyLook.class);
  private static final Actor BY = Actor.innkeeper("upstream-keys");

  private final KeyShelf shelf;
  private final OpenRouterClient client;
  private final KeyMaking making;

  KeyLook(KeyShelf shelf, OpenRouterClient client, KeyMaking making) {
    this.shelf = shelf;
    this.client = client;
    this.making = making;
  }

  void compare(List<UpstreamKey> all) {
    for (ProvisionedKey known : shelf.database().read(ProvisionedRows::living)) {
      if (!known.made()) identify(known, all);
      else if (known.hash().isPresent()) compare(known, all);
    }
  }

  private void compare(ProvisionedKey known, List<UpstreamKey> all) {
    String hash = known.hash().orElseThrow();
    Optional<UpstreamKey> actual = all.stream().filter(one -> one.hash().equals(hash)).findFirst();
    if (actual.isEmpty()) {
      boolean _ = missing(known);
    } else found(known, Terms.of(actual.get()));
    boolean doubled =
        all.stream()
            .anyMatch(one -> Terms.bears(one.name(), known.tag()) && !one.hash().equals(hash));
    // An answer that was given up on can still have been carried out later.
    if (doubled)
      making
          .sweep(known.tag(), known.hash())
          .problem()
          .ifPresent(why -> log.warn("A second key {} is still there: {}", known.tag(), why));
  }

  private void found(ProvisionedKey known, Terms actual) {
    boolean inUse = known.state() == State.CURRENT;
    if (known.told().equals(actual)) {
      if (inUse) drifted(known, Optional.empty());
      return;
    }
    shelf
        .database()
        .change(
            handle -> {
              ProvisionedRows.told(handle, known.id(), actual);
              if (!inUse) return;
              shelf
                  .audit()
                  .record(
                      handle,
                      shelf
                          .event(handle, BY, "upstream-key.drift", known.organisation())
                          .changing(known.told().facts(), actual.facts()));
            });
    if (inUse)
      drifted(
          known, Optional.of("At OpenRouter " + known.told().drift(actual) + "; it was mended."));
  }

  /**
   * It isn't in the account's list. If it still works, the management key is another account's, and
   * nothing is made anew; if it doesn't, somebody deleted it. Answers whether it is lost now.
   */
  boolean missing(ProvisionedKey known) {
    if (known.state() == State.RETIRING) {
      boolean _ =
          shelf.database().write(handle -> ProvisionedRows.gone(handle, known.id(), shelf.now()));
      return false;
    }
    if (known.state() != State.CURRENT) return false;
    Optional<Secret> key =
        shelf
            .database()
            .read(handle -> shelf.organisations().upstreamKey(handle, known.organisation()));
    if (key.isEmpty()) return false;
    Reply<UpstreamKey> self = client.key(key.get());
    if (self instanceof Reply.Got<UpstreamKey>) {
      drifted(
          known,
          Optional.of(
              "The key works, but it is not in the account that the management key belongs to."));
      return false;
    }
    if (!(self instanceof Reply.Refused<UpstreamKey> refused) || refused.status() != 401)
      return false;
    return lost(known);
  }

  private boolean lost(ProvisionedKey known) {
    boolean lost =
        shelf
            .database()
            .write(
                handle -> {
                  if (!ProvisionedRows.lost(handle, known.id())) return false;
                  AuditEvent event =
                      shelf.event(handle, BY, "upstream-key.lost", known.organisation());
                  shelf.audit().record(handle, event.noting(known.shown()));
                  return true;
                });
    if (lost)
      drifted(known, Optional.of("The key was deleted at OpenRouter; another one is made."));
    return lost;
  }

  /** A pasted key tells its label itself; the list tells its hash, if the account is the same. */
  private void identify(ProvisionedKey known, List<UpstreamKey> all) {
    if (known.state() != State.CURRENT) return;
    Optional<Secret> key =
        shelf
            .database()
            .read(handle -> shelf.organisations().upstreamKey(handle, known.organisation()));
    if (key.isEmpty()) return;
    Reply<UpstreamKey> self = client.key(key.get());
    if (self instanceof Reply.Refused<UpstreamKey> refused && refused.status() == 401)
      drifted(known, Optional.of("OpenRouter does not accept the key that was given."));
    if (!(self instanceof Reply.Got<UpstreamKey>(UpstreamKey own))) return;
    if (own.management()) {
      drifted(known, Optional.of("The key that was given manages keys; it can't call models."));
      return;
    }
    List<String> hashes = new ArrayList<>();
    for (UpstreamKey one : all) if (one.label().equals(own.label())) hashes.add(one.hash());
    Optional<String> hash = hashes.size() == 1 ? Optional.of(hashes.getFirst()) : Optional.empty();
    shelf
        .database()
        .change(handle -> ProvisionedRows.identified(handle, known.id(), own.label(), hash));
    drifted(known, Optional.empty());
  }

  private void drifted(ProvisionedKey known, Optional<String> words) {
    shelf
        .database()
        .change(handle -> Troubles.drifted(handle, known.organisation(), words, shelf.now()));
  }
}
