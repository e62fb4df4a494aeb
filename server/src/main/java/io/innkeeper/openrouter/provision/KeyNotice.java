package io.innkeeper.openrouter.provision;

import io.innkeeper.openrouter.provision.ProvisionedKey.State;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Notices which key an organisation really uses. The one kept with the organisation is what counts,
 * whoever put it there: a person, a file of the environment, or a rotation.
 */
final class KeyNotice {
  private static final String BEGINS = "sk-or-v1-";

  private final Organisations organisations;
  private final Clock clock;
  private final Ids ids;

  KeyNotice(Organisations organisations, Clock clock) {
    this.organisations = organisations;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /** Whether what is known of its keys is another than the one it uses; changes nothing. */
  boolean differs(Handle handle, Organisation organisation) {
    if (organisation.state() == Organisation.State.CLOSED) return false;
    Optional<ProvisionedKey> known = ProvisionedRows.current(handle, organisation.id());
    if (!organisation.hasUpstreamKey()) return known.isPresent();
    return !organisations
        .upstreamKey(handle, organisation.id())
        .map(Secret::digest)
        .equals(known.flatMap(ProvisionedKey::digest));
  }

  /** Brings what is known of an organisation's keys in step with the one it uses. */
  void look(Handle handle, UUID organisation) {
    if (organisations.get(handle, organisation).state() == Organisation.State.CLOSED) return;
    Optional<Secret> used = organisations.upstreamKey(handle, organisation);
    Optional<ProvisionedKey> known = ProvisionedRows.current(handle, organisation);
    Optional<String> digest = used.map(Secret::digest);
    if (digest.equals(known.flatMap(ProvisionedKey::digest))) return;
    Instant now = clock.instant();
    known.ifPresent(
        old ->
            ProvisionedRows.retire(
                handle, old.id(), Optional.empty(), now, KeySwitch.until(old, now)));
    if (used.isEmpty()) return;
    Optional<ProvisionedKey> same =
        ProvisionedRows.of(handle, organisation).stream()
            .filter(one -> one.digest().equals(digest) && one.state() == State.RETIRING)
            .findFirst();
    if (same.isPresent()) ProvisionedRows.use(handle, same.get().id(), now);
    else
      ProvisionedRows.insertPasted(
          handle, ids.next(), organisation, used.get().hint(BEGINS), digest.get(), now);
  }
}
