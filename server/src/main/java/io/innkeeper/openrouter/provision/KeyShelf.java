package io.innkeeper.openrouter.provision;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.secret.SealedColumn;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Where keys that are not in use are kept, each sealed for its row, and how the audit names what is
 * done with them.
 */
record KeyShelf(
    Database database, SecretBox box, AuditTrail audit, Organisations organisations, Clock clock) {

  Instant now() {
    return clock.instant();
  }

  /** A key's text for its row. */
  String seal(UUID id, Secret key) {
    return box.seal(key, place(id));
  }

  Secret opened(Handle handle, ProvisionedKey row) {
    return ProvisionedRows.sealed(handle, row.id())
        .map(kept -> box.unseal(kept, place(row.id())))
        .orElseThrow(
            () ->
                Fault.of(
                    Fault.Kind.BROKEN,
                    "upstream-key-not-kept",
                    "The secret of the key " + row.shown() + " is not kept any more."));
  }

  ProvisionedKey demand(UUID id) {
    return database.read(handle -> demand(handle, id));
  }

  ProvisionedKey demand(Handle handle, UUID id) {
    return ProvisionedRows.byId(handle, id)
        .orElseThrow(
            () -> Fault.notFound("no-such-upstream-key", "There is no such upstream key."));
  }

  void record(Handle handle, Actor by, String verb, ProvisionedKey key) {
    audit.record(handle, event(handle, by, verb, key.organisation()).noting(key.shown()));
  }

  AuditEvent event(Handle handle, Actor by, String verb, UUID organisation) {
    return AuditEvent.done(
        by, verb, "organisation " + organisations.get(handle, organisation).slug());
  }

  static void refuseUnlessActive(Organisation one) {
    if (one.state() == Organisation.State.ACTIVE) return;
    throw Fault.conflict(
        "organisation-" + one.state().word(),
        one.name() + " is " + one.state().word() + ", so no key is made for it.");
  }

  private static String place(UUID id) {
    return "upstream-key/" + id;
  }

  /** Where its rows are, for a fresh key. */
  static SealedPlace sealedPlace() {
    return SealedColumn.of(
        "keys at the upstream that are not in use",
        "upstream_keys",
        "sealed_key",
        List.of("id"),
        row -> place(SealedColumn.id(row, "id")));
  }
}
