package io.innkeeper.organisation;

import io.innkeeper.secret.SealedColumn;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The keys that organisations' model calls go out with, each sealed for its organisation. */
final class UpstreamKeys {
  private final OrganisationStore store;
  private final SecretBox box;

  UpstreamKeys(OrganisationStore store, SecretBox box) {
    this.store = store;
    this.box = box;
  }

  Optional<Secret> of(Handle handle, UUID organisation) {
    return store
        .upstreamKey(handle, organisation)
        .map(kept -> box.unseal(kept, place(organisation)));
  }

  /** Keeps a key; answers whether it is another one than before. */
  boolean keep(Handle handle, UUID organisation, Secret key) {
    if (of(handle, organisation).filter(key::equals).isPresent()) return false;
    store.upstreamKey(handle, organisation, box.seal(key, place(organisation)));
    return true;
  }

  /**
   * Remembers the key that the environment has; answers whether it is to be taken: it is another
   * one than before, or there is none in use.
   */
  boolean takes(Handle handle, Organisation organisation, Secret key) {
    UUID id = organisation.id();
    boolean known = store.environmentKey(handle, id).filter(key.digest()::equals).isPresent();
    if (!known) store.environmentKey(handle, id, key.digest());
    return !known || !organisation.hasUpstreamKey();
  }

  private static String place(UUID organisation) {
    return "organisation/" + organisation + "/openrouter-key";
  }

  /** Where its rows are, for a fresh key. */
  static SealedPlace sealedPlace() {
    return SealedColumn.of(
        "organisations' upstream keys",
        "organisations",
        "upstream_key",
        List.of("id"),
        row -> place(SealedColumn.id(row, "id")));
  }
}
