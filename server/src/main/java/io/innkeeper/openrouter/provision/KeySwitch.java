package io.innkeeper.openrouter.provision;

import static io.innkeeper.openrouter.provision.KeyShelf.refuseUnlessActive;

import io.innkeeper.caller.Actor;
import io.innkeeper.openrouter.OpenRouterClient;
import io.innkeeper.openrouter.Reply;
import io.innkeeper.openrouter.UpstreamKey;
import io.innkeeper.openrouter.UpstreamKeyChange;
import io.innkeeper.openrouter.provision.ProvisionedKey.State;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Putting one key in another's place, and taking the other away. Each act can be repeated. */
final class KeySwitch {
  /** How long a key that was replaced still exists, switched off. */
  static final Duration GRACE = Duration.ofDays(7);

  private static final Reply<Boolean> DONE = new Reply.Got<>(true);

  private final KeyShelf shelf;
  private final OpenRouterClient client;
  private final KeyNotice notice;
  private final Organisations organisations;

  KeySwitch(KeyShelf shelf, OpenRouterClient client, KeyNotice notice) {
    this.shelf = shelf;
    this.client = client;
    this.notice = notice;
    this.organisations = shelf.organisations();
  }

  /** From now on calls go out with it; the one before is kept until it is taken away there. */
  void use(UUID id, Actor by) {
    shelf.database().change(handle -> use(handle, id, by));
  }

  /** The same unless somebody gave the organisation a key meanwhile; answers whether nobody did. */
  boolean useAsFirst(UUID id, Actor by) {
    return shelf
        .database()
        .write(
            handle -> {
              UUID organisation = shelf.demand(handle, id).organisation();
              notice.look(handle, organisation);
              boolean served =
                  ProvisionedRows.current(handle, organisation)
                      .filter(now -> now.state() == State.CURRENT && !now.id().equals(id))
                      .isPresent();
              if (!served) use(handle, id, by);
              return !served;
            });
  }

  private void use(Handle handle, UUID id, Actor by) {
    ProvisionedKey row = shelf.demand(handle, id);
    if (row.state() != State.CANDIDATE) return;
    UUID organisation = row.organisation();
    refuseUnlessActive(organisations.get(handle, organisation));
    notice.look(handle, organisation);
    Instant now = shelf.now();
    Optional<ProvisionedKey> before = ProvisionedRows.current(handle, organisation);
    before.ifPresent(old -> retire(handle, old, now));
    organisations.giveKey(handle, organisation, shelf.opened(handle, row), by);
    ProvisionedRows.use(handle, id, now);
    Troubles.over(handle, organisation);
    shelf
        .audit()
        .record(
            handle,
            shelf
                .event(handle, by, "upstream-key.use", organisation)
                .changing(
                    Map.of("key", before.map(ProvisionedKey::shown).orElse("none")),
                    Map.of("key", row.shown())));
  }

  private void retire(Handle handle, ProvisionedKey old, Instant now) {
    Optional<String> sealed =
        organisations.upstreamKey(handle, old.organisation()).map(key -> shelf.seal(old.id(), key));
    ProvisionedRows.retire(handle, old.id(), sealed, now, until(old, now));
  }

  /** When a replaced key is taken away for good; one that was pasted is not ours to take. */
  static Optional<Instant> until(ProvisionedKey old, Instant now) {
    return old.made() ? Optional.of(now.plus(GRACE)) : Optional.empty();
  }

  /** Calls go out with the key before again, if there was one. */
  void takeBack(UUID id, Actor by) {
    ProvisionedKey row = shelf.demand(id);
    if (row.state() != State.CURRENT) return;
    Optional<ProvisionedKey> before =
        shelf.database().read(handle -> ProvisionedRows.of(handle, row.organisation())).stream()
            .filter(one -> one.state() == State.RETIRING)
            .filter(one -> one.retiredAt().equals(row.usedFrom()))
            .findFirst();
    before.filter(old -> old.told().disabled()).ifPresent(this::switchOn);
    shelf
        .database()
        .change(
            handle -> {
              Secret fresh = organisations.upstreamKey(handle, row.organisation()).orElseThrow();
              ProvisionedRows.candidate(handle, id, shelf.seal(id, fresh));
              if (before.isPresent()) {
                Secret old = shelf.opened(handle, before.get());
                organisations.giveKey(handle, row.organisation(), old, by);
                ProvisionedRows.use(handle, before.get().id(), shelf.now());
              } else {
                organisations.takeKey(handle, row.organisation(), by);
              }
              shelf.record(handle, by, "upstream-key.take-back", row);
            });
  }

  private void switchOn(ProvisionedKey old) {
    UpstreamKeyChange on = UpstreamKeyChange.disabling(false);
    old.hash().ifPresent(hash -> client.change(hash, on).orFault());
    shelf
        .database()
        .change(handle -> ProvisionedRows.told(handle, old.id(), old.told().disabled(false)));
  }

  /** Switches off there what an organisation no longer uses; answers what could not be done. */
  List<String> switchOff(UUID organisation, Actor by) {
    return shelf.database().read(handle -> ProvisionedRows.of(handle, organisation)).stream()
        .filter(old -> old.state() == State.RETIRING && !old.told().disabled())
        .flatMap(old -> switchOff(old, by).problem().stream())
        .toList();
  }

  /** Switches one off; one that is gone there already is as good. */
  Reply<Boolean> switchOff(ProvisionedKey old, Actor by) {
    if (!old.made() || old.hash().isEmpty()) {
      boolean _ =
          shelf.database().write(handle -> ProvisionedRows.gone(handle, old.id(), shelf.now()));
      return DONE;
    }
    Reply<UpstreamKey> reply = client.change(old.hash().get(), UpstreamKeyChange.disabling(true));
    boolean missing = reply instanceof Reply.Missing<UpstreamKey>;
    if (!missing && reply.problem().isPresent()) return reply.map(key -> true);
    shelf
        .database()
        .change(
            handle -> {
              if (!missing) ProvisionedRows.told(handle, old.id(), old.told().disabled(true));
              else if (!ProvisionedRows.gone(handle, old.id(), shelf.now())) return;
              shelf.record(handle, by, "upstream-key.switch-off", old);
            });
    return DONE;
  }

  /** Takes a replaced key away for good; one that is gone there already is as good. */
  Reply<Boolean> delete(ProvisionedKey old, Actor by) {
    Reply<Boolean> reply = client.delete(old.hash().orElseThrow());
    if (!(reply instanceof Reply.Missing<Boolean>) && reply.problem().isPresent()) return reply;
    shelf
        .database()
        .change(
            handle -> {
              if (ProvisionedRows.gone(handle, old.id(), shelf.now()))
                shelf.record(handle, by, "upstream-key.delete", old);
            });
    return DONE;
  }
}
